package city.renewal.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.NamedPerson;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.PostedParty;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.resident.StageStep.Progress;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ResidentPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final TestDatabase database;
    private final Services services;
    private final ResidentPages pages;
    private final PublicSample sample;

    ResidentPagesTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(TODAY));
        pages = services.get(ResidentPages.class);
        sample = new PublicSample(services);
    }

    @Test
    void puts_together_what_residents_ask() {
        SmallPlan plan = sample.compound("TOGETHER", "Together", "First street");
        sample.confirmed(plan.pipes(), TODAY, "50");

        ResidentPage page = page("together");

        assertThat(page.plan()).isNotNull().satisfies(read -> assertThat(read.promise()).isNotNull());
        assertThat(page.party("contractor")).hasValueSatisfying(party ->
                assertThat(party.phone()).isEqualTo("022-0000-1001"));
        assertThat(page.measures()).extracting("measure").containsExactly("area", "households");
        assertThat(page.places().values()).extracting(place -> place.name().zh()).containsExactly("Building 1");
        assertThat(page.asOf()).isNotNull();
        assertThat(page.evidence().today()).isEqualTo(1);
        assertThat(page.evidence().reports()).extracting(Evidence::supervisor).containsExactly("Second Eyes");
    }

    @Test
    void a_report_keeps_the_party_of_whoever_confirmed_it() {
        Actor planner = sample.people().planner();
        SmallPlan plan = SmallPlan.add(services, planner, services.get(Projects.class).add(planner, new NewProject(
                "TWO-FIRMS", "compound", "Two firms", null, null, null, "works", false, true, false, List.of(), List.of(),
                List.of(new Party("supervisor", "Second Eyes", null, null), new Party("supervisor", "Third Eyes", null, null)),
                List.of())));
        long project = plan.project().id();
        sample.confirmed(plan.pipes(), TODAY.minusDays(1), "1");
        ProjectPeople people = services.get(ProjectPeople.class);
        List<PostedParty> firms = people.parties(project);
        people.nameWithParties(planner, project,
                Set.of(new NamedPerson(sample.people().supervisor().accountId(), firms.getLast().id())));
        sample.confirmed(plan.pipes(), TODAY, "2");
        people.nameWithParties(planner, project,
                Set.of(new NamedPerson(sample.people().supervisor().accountId(), firms.getFirst().id())));

        assertThat(pages.evidence(project, 5, 0).reports()).extracting(Evidence::supervisor)
                .containsExactly("Third Eyes", null);
    }

    @Test
    void names_no_person() {
        sample.compound("NAMELESS", "Nameless", "First street");

        assertThat(page("NAMELESS").parties()).allMatch(party -> party.contact() == null);
    }

    @Test
    void stages_before_the_present_one_are_passed() {
        sample.project("STAGES", "Stages", "First street", true);

        assertThat(page("STAGES").stages()).extracting(StageStep::id, StageStep::progress)
                .contains(tuple("survey", Progress.PASSED),
                        tuple("works", Progress.CURRENT),
                        tuple("handover", Progress.AHEAD));
        assertThat(page("STAGES").stages().getFirst().reachedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void what_is_not_public_is_there_for_staff_only() {
        sample.project("CLOSED", "Closed", "First street", false);

        assertThat(pages.page("CLOSED", false)).isEmpty();
        assertThat(pages.project("CLOSED", false)).isEmpty();
        assertThat(pages.page("CLOSED", true)).isPresent();
        assertThat(pages.page("NO-SUCH", true)).isEmpty();
    }

    @Test
    void each_report_says_what_the_work_came_to_with_it() {
        SmallPlan plan = sample.compound("SUMS", "Sums", "First street");
        sample.confirmed(plan.pipes(), TODAY, "30");
        sample.confirmed(plan.pipes(), TODAY.minusDays(2), "20");
        sample.confirmed(plan.paving(), TODAY, "5");

        assertThat(page("SUMS").evidence().reports()).extracting(report ->
                        report.task().zh() + " " + report.cumulative().stripTrailingZeros().toPlainString())
                .containsExactly("Paving 5", "Pipes 50", "Pipes 20");
    }

    @Test
    void turns_pages_through_every_report() {
        SmallPlan plan = sample.compound("PAGES", "Pages", "First street");
        for (int day = 0; day < 7; day++) {
            sample.confirmed(plan.pipes(), TODAY.minusDays(day), "1");
        }
        long project = plan.project().id();

        assertThat(pages.evidence(project, 5, 0).reports()).hasSize(5);
        assertThat(pages.evidence(project, 5, 5).reports()).extracting(Evidence::reportOn)
                .containsExactly(TODAY.minusDays(5), TODAY.minusDays(6));
        assertThat(pages.evidence(project, 5, 5).total()).isEqualTo(7);
        assertThat(pages.evidence(project, 5, 10).reports()).isEmpty();
    }

    @Test
    void reads_six_statements_however_many_reports_there_are() {
        SmallPlan plan = sample.compound("COUNTED", "Counted", "First street");
        for (int day = 0; day < 9; day++) {
            sample.confirmed(plan.pipes(), TODAY.minusDays(day), "1");
        }

        services.get(Plans.class).takeBaseline(sample.people().planner(), plan.project().id(), "Again", "连日下雨");

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(page("COUNTED").adjustments()).extracting(PlanAdjustment::number).containsExactly(2);
            assertThat(count.statements()).hasSize(6);
        }
    }

    @Test
    void this_week_has_what_goes_on_and_next_week_what_begins_then() {
        SmallPlan plan = sample.compound("WEEKS", "Weeks", "First street");
        sample.confirmed(plan.pipes(), TODAY, "60");

        ComingWork coming = ComingWork.of(Objects.requireNonNull(page("WEEKS").plan()), TODAY);

        // Four days are left of the pipes from today, a Tuesday; paving begins on Saturday.
        assertThat(coming.thisWeek()).extracting(Task::name).containsExactly("Pipes", "Paving");
        assertThat(coming.nextWeek()).isEmpty();
    }

    private ResidentPage page(String code) {
        return pages.page(code, false).orElseThrow();
    }
}
