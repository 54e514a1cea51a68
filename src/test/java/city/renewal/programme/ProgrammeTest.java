package city.renewal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.app.Services;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing.State;
import city.renewal.resident.ResidentPages;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ProgrammeTest {

    /** Eight of the ten days promised for the pipes have passed. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final TestClock clock = TestClock.at(TODAY);
    private final TestDatabase database;
    private final Services services;
    private final Programme programme;
    private final PublicSample sample;

    ProgrammeTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        programme = services.get(Programme.class);
        sample = new PublicSample(services);
    }

    @Test
    void sets_what_is_done_against_what_was_promised_by_yesterday() {
        SmallPlan plan = sample.compound("AGAINST", "Against", "First street");
        sample.confirmed(plan.pipes(), TODAY.minusDays(1), "50");

        ProjectLine line = line("AGAINST");

        assertThat(line.standing().done()).isEqualTo(5 / 15d, within(1e-9));
        assertThat(line.standing().due()).isEqualTo(8 / 15d, within(1e-9));
        assertThat(line.standing().daysLate()).isEqualTo(3);
        assertThat(line.standing().state()).isEqualTo(State.LATE);
        assertThat(line.confirmedAt()).isNotNull();
    }

    @Test
    void says_the_same_as_the_projects_own_page() {
        SmallPlan plan = sample.compound("SAME", "Same", "First street");
        sample.confirmed(plan.pipes(), TODAY.minusDays(1), "70");

        assertThat(line("SAME").standing()).isEqualTo(
                services.get(ResidentPages.class).page("SAME", false).orElseThrow().standing());
    }

    @Test
    void tells_the_newest_reason() {
        SmallPlan plan = sample.compound("REASON", "Reason", "First street");
        sample.explained(plan.project(), "First words");
        sample.explained(plan.project(), "Newest words");

        assertThat(line("REASON").reason()).isNotNull()
                .satisfies(reason -> assertThat(reason.zh()).isEqualTo("Newest words"));
    }

    @Test
    void lists_a_project_without_a_plan_and_hides_one_that_is_not_public() {
        sample.project("PLANLESS", "Without a plan", "First street", true);
        sample.project("HIDDEN", "Hidden", "First street", false);

        assertThat(line("PLANLESS").standing().state()).isEqualTo(State.NOT_BEGUN);
        assertThat(programme.overview().lines()).noneMatch(line -> line.code().equals("HIDDEN"));
    }

    @Test
    void work_without_reports_for_long_is_not_kept_up_to_date() {
        SmallPlan plan = sample.compound("SILENT", "Silent", "First street");
        sample.confirmed(plan.pipes(), TODAY, "100");
        assertThat(line("SILENT").standing().silent()).isFalse();

        clock.moveTo(TODAY.plusDays(9));
        services.get(Plans.class).bringUpToDate();

        assertThat(line("SILENT").standing().silent()).isTrue();
    }

    @Test
    void all_done_is_finished() {
        SmallPlan plan = sample.compound("DONE", "Done", "First street");
        sample.confirmed(plan.pipes(), TODAY, "100");
        sample.confirmed(plan.paving(), TODAY, "50");

        assertThat(line("DONE").standing().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void the_next_day_more_is_due() {
        sample.compound("TOMORROW", "Tomorrow", "First street");
        double today = line("TOMORROW").standing().due();

        clock.moveTo(TODAY.plusDays(1));

        assertThat(line("TOMORROW").standing().due()).isGreaterThan(today);
    }

    @Test
    void reads_five_statements_at_first_and_two_while_nothing_changes() {
        for (int number = 0; number < 5; number++) {
            sample.compound("COUNT-" + number, "Counted " + number, "First street");
        }

        try (StatementCount first = StatementCount.of(database.jdbi())) {
            programme.overview();
            assertThat(first.statements()).hasSize(5);
        }
        try (StatementCount second = StatementCount.of(database.jdbi())) {
            programme.overview();
            assertThat(second.statements()).hasSize(2);
        }
    }

    @Test
    void the_latest_project_comes_first_and_finished_ones_last() {
        SmallPlan late = sample.compound("ORDER-LATE", "Late", "First street");
        SmallPlan done = sample.compound("ORDER-DONE", "Done", "First street");
        sample.confirmed(late.pipes(), TODAY, "10");
        sample.confirmed(done.pipes(), TODAY, "100");
        sample.confirmed(done.paving(), TODAY, "50");

        assertThat(programme.overview().lines()).extracting(ProjectLine::code)
                .containsSubsequence("ORDER-LATE", "ORDER-DONE");
    }

    private ProjectLine line(String code) {
        return programme.overview().lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
