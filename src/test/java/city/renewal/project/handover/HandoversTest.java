package city.renewal.project.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.project.StageDate;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acceptance, hand-over and the clock of the warranties. */
@OnEachDatabase
class HandoversTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate ACCEPTED = HandoverSample.ACCEPTED;

    private final TestClock clock = TestClock.at(TODAY);
    private final Services services;
    private final Jdbi jdbi;
    private final Handovers handovers;
    private final Warranties warranties;
    private final HandoverSample sample;
    private final Actor planner;

    HandoversTest(TestDatabase database) {
        services = database.services(clock);
        jdbi = database.jdbi();
        handovers = services.get(Handovers.class);
        warranties = services.get(Warranties.class);
        sample = new HandoverSample(services);
        planner = sample.people.planner();
    }

    @BeforeEach
    void begin() {
        clock.moveTo(TODAY);
    }

    private static String refused(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.key();
    }

    @Test
    void an_acceptance_begins_the_warranties_of_the_works_that_the_project_has() {
        Project project = sample.handedOver();

        assertThat(warranties.ofProject(project.id())).extracting(Warranty::work, Warranty::untilOn,
                Warranty::organisation, Warranty::phone).containsExactly(
                        row("roof", ACCEPTED.plusYears(5)), row("walls", ACCEPTED.plusYears(5)),
                        row("insulation", ACCEPTED.plusYears(5)),
                        // The season of 2026 had begun, so those of 2027 and 2028 count.
                        row("heating", LocalDate.of(2029, 3, 15)), row("pipes", ACCEPTED.plusYears(2)));
        assertThat(project.stage()).isEqualTo("handover");
        assertThat(services.get(Projects.class).stages(project.id())).extracting(StageDate::stage, StageDate::reachedOn)
                .containsExactlyInAnyOrder(tuple("acceptance", ACCEPTED),
                        tuple("handover", ACCEPTED));
        ProjectHandover recorded = handovers.of(project.id());
        Acceptance acceptance = recorded.whole().orElseThrow();
        assertThat(acceptance.residents()).isEqualTo(3);
        assertThat(acceptance.members()).extracting(AcceptanceMember::organisation)
                .containsExactly("First Builders", "Second Eyes", "Community of the test");
        assertThat(acceptance.fileBy()).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(recorded.handovers()).singleElement().satisfies(handed -> {
            assertThat(handed.organisation()).isEqualTo("Third Keepers");
            assertThat(handed.place()).isNull();
        });
        assertThat(audited("acceptance.record", "handover.record", "project.stage")).hasSizeGreaterThanOrEqualTo(4);
    }

    private static Tuple row(String work, LocalDate until) {
        return tuple(work, until, "First Builders", "022-0000-1001");
    }

    private List<String> audited(String... actions) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT action FROM audit_entry WHERE action IN (<actions>)")
                .bindList("actions", (Object[]) actions).mapTo(String.class).list());
    }

    @Test
    void the_page_of_a_project_takes_five_statements() {
        Project project = sample.handedOver();
        try (StatementCount count = StatementCount.of(jdbi)) {
            handovers.of(project.id());
            assertThat(count.statements()).hasSize(5);
        }
    }

    @Test
    void what_is_open_is_named_as_remaining_work_or_the_acceptance_is_refused() {
        Project project = sample.compound("OPEN" + System.identityHashCode(clock), null);
        List<OpenItem> open = handovers.open(project.id(), null);
        assertThat(open).hasSize(6).allMatch(item -> item.kind() == OpenItem.Kind.WORK && item.dueOn() != null);
        NewAcceptance bare = HandoverSample.acceptance(project, ACCEPTED);
        assertThat(refused(() -> handovers.accept(planner, bare))).isEqualTo("acceptance.open");
        assertThat(handovers.of(project.id()).acceptances()).isEmpty();

        handovers.accept(planner, new NewAcceptance(project.id(), null, ACCEPTED, false, 2, bare.members(), null, Set.of(),
                null, null));
        assertThat(handovers.of(project.id()).acceptances()).singleElement()
                .satisfies(refusal -> assertThat(refusal.open()).hasSize(6));
        assertThat(warranties.ofProject(project.id())).isEmpty();
        assertThat(services.get(Projects.class).get(project.id()).stage()).isEqualTo("works");
        assertThat(refused(() -> handovers.handOver(planner, handOver(project, ACCEPTED)))).isEqualTo("handover.early");

        handovers.accept(planner, new NewAcceptance(project.id(), null, TODAY, true, 2, bare.members(), null,
                open.stream().map(OpenItem::key).collect(Collectors.toSet()), null, null));
        assertThat(handovers.of(project.id()).whole().orElseThrow().open()).extracting(OpenItem::name)
                .contains("给水立管更换");
        // What is not finished has no warranty yet.
        assertThat(warranties.ofProject(project.id())).isEmpty();
    }

    private static NewHandover handOver(Project project, LocalDate day) {
        return new NewHandover(project.id(), null, day, "property", "Third Keepers", null, null);
    }

    @Test
    void what_cannot_be_is_refused() {
        Project project = sample.compound();
        Project other = sample.compound();
        NewAcceptance good = HandoverSample.acceptance(project, ACCEPTED);
        long foreign = services.get(Projects.class).places(other.id()).getFirst().id();

        assertThat(refused(() -> handovers.accept(planner, with(good, null, TODAY.plusDays(1), 3, good.members()))))
                .isEqualTo("handover.day");
        assertThat(refused(() -> handovers.accept(planner, with(good, foreign, ACCEPTED, 3, good.members()))))
                .isEqualTo("handover.place.foreign");
        assertThat(refused(() -> handovers.accept(planner, with(good, null, ACCEPTED, 0, good.members()))))
                .isEqualTo("acceptance.residents.missing");
        assertThat(refused(() -> handovers.accept(planner, with(good, null, ACCEPTED, 3,
                List.of(new AcceptanceMember("contractor", "First Builders")))))).isEqualTo("acceptance.supervisor.missing");
        assertThat(refused(() -> handovers.accept(planner, with(good, null, ACCEPTED, 3,
                List.of(new AcceptanceMember("supervisor", "Second Eyes")))))).isEqualTo("acceptance.contractor.missing");
        assertThat(refused(() -> handovers.accept(planner, with(good, null, ACCEPTED, 3,
                List.of(new AcceptanceMember("mayor", "Somebody")))))).isEqualTo("acceptance.member.role");
        for (Actor person : List.of(sample.people.engineer(), sample.people.supervisor(), sample.people.community(),
                sample.people.viewer())) {
            assertThat(refused(() -> handovers.accept(person, good))).isEqualTo("refused.role");
        }
        handovers.accept(planner, good);
        assertThat(refused(() -> handovers.accept(planner, good))).isEqualTo("acceptance.already");
        assertThat(refused(() -> handovers.handOver(planner, handOver(project, ACCEPTED.minusDays(1)))))
                .isEqualTo("handover.before");
        assertThat(refused(() -> handovers.handOver(planner, new NewHandover(project.id(), null, TODAY, "property",
                "Third Keepers", "call us", null)))).isEqualTo("handover.phone.malformed");
    }

    private static NewAcceptance with(NewAcceptance made, Long place, LocalDate on, int residents,
                                      List<AcceptanceMember> members) {
        return new NewAcceptance(made.projectId(), place, on, true, residents, members, null, Set.of(), null, null);
    }

    @Test
    void a_correction_is_a_new_row_that_keeps_who_repairs() {
        Project project = sample.handedOver();
        Warranty roof = sample.warranty(project, "roof");
        warranties.change(planner, new WarrantyChange(roof.acceptanceId(), "roof", roof.id(), "Roof Menders",
                "022-0000-4001", ACCEPTED.plusYears(8), "A roofer was hired"));
        NewAcceptance good = HandoverSample.acceptance(project, ACCEPTED.minusDays(2));
        assertThat(refused(() -> handovers.accept(planner, correcting(good, roof.acceptanceId(), " "))))
                .isEqualTo("acceptance.why.missing");

        handovers.accept(planner, correcting(good, roof.acceptanceId(), "The day was written down wrong"));

        assertThat(handovers.of(project.id()).acceptances()).extracting(Acceptance::heldOn, Acceptance::corrected)
                .containsExactly(tuple(ACCEPTED.minusDays(2), false),
                        tuple(ACCEPTED, true));
        assertThat(sample.warranty(project, "pipes").untilOn()).isEqualTo(ACCEPTED.minusDays(2).plusYears(2));
        assertThat(sample.warranty(project, "roof").untilOn()).isEqualTo(ACCEPTED.plusYears(8));
        assertThat(sample.warranty(project, "roof").organisation()).isEqualTo("Roof Menders");
        assertThat(refused(() -> handovers.accept(planner, correcting(good, roof.acceptanceId(), "Again"))))
                .isEqualTo("acceptance.corrects.gone");
        assertThat(refused(() -> warranties.change(planner, new WarrantyChange(roof.acceptanceId(), "roof", roof.id(),
                "Nobody", null, null, "Why")))).isEqualTo("warranty.acceptance.gone");
    }

    private static NewAcceptance correcting(NewAcceptance made, long corrects, String why) {
        return new NewAcceptance(made.projectId(), null, made.heldOn(), true, 3, made.members(), null, Set.of(),
                corrects, why);
    }

    @Test
    void a_correction_keeps_what_was_open_that_day_and_when_the_work_was_looked_at() {
        Project project = sample.compound("THEN" + System.identityHashCode(clock), null);
        List<OpenItem> open = handovers.open(project.id(), null);
        NewAcceptance bare = HandoverSample.acceptance(project, ACCEPTED);
        long first = handovers.accept(planner, new NewAcceptance(project.id(), null, ACCEPTED, true, 3, bare.members(), null,
                open.stream().map(OpenItem::key).collect(Collectors.toSet()), null, null));
        warranties.change(planner, new WarrantyChange(first, "roof", null, "First Builders", null, null, null));
        warranties.check(planner, sample.warranty(project, "roof").id(), TODAY, true, null);
        jdbi.useHandle(handle -> handle.execute("UPDATE task SET actual_finish_on = ? WHERE project_id = ?", TODAY,
                project.id()));
        assertThat(handovers.open(project.id(), null)).noneMatch(item -> item.kind() == OpenItem.Kind.WORK);

        handovers.accept(planner, new NewAcceptance(project.id(), null, ACCEPTED.minusDays(1), true, 3, bare.members(), null,
                open.stream().map(OpenItem::key).collect(Collectors.toSet()), first, "The day"));

        assertThat(handovers.of(project.id()).whole().orElseThrow().open()).extracting(OpenItem::key)
                .containsExactlyInAnyOrderElementsOf(open.stream().map(OpenItem::key).toList());
        assertThat(sample.warranty(project, "roof").startsOn()).isEqualTo(ACCEPTED.minusDays(1));
        assertThat(sample.warranty(project, "roof").checkedOn()).isEqualTo(TODAY);
    }

    @Test
    void an_acceptance_that_was_a_refusal_takes_warranties_hand_over_and_stage_with_it() {
        Project project = sample.handedOver();
        ProjectHandover before = handovers.of(project.id());
        assertThat(before.handovers()).singleElement().matches(before::counts);

        handovers.accept(planner, HandoverSample.correction(project, before.whole().orElseThrow().id(), ACCEPTED, false));

        ProjectHandover after = handovers.of(project.id());
        assertThat(after.warranties()).isEmpty();
        assertThat(after.handovers()).singleElement().matches(each -> !after.counts(each));
        assertThat(services.get(Projects.class).get(project.id()).stage()).isEqualTo("works");
        assertThat(services.get(Projects.class).stages(project.id())).extracting(StageDate::reachedOn).containsOnlyNulls();

        handovers.accept(planner, HandoverSample.correction(project, after.acceptances().getFirst().id(), ACCEPTED, true));
        assertThat(services.get(Projects.class).get(project.id()).stage()).isEqualTo("acceptance");
        assertThat(handovers.of(project.id()).warranties()).isNotEmpty();
    }

    @Test
    void what_lasts_as_long_as_the_design_says_has_no_last_day() {
        Project project = sample.handedOver();
        long acceptance = sample.warranty(project, "roof").acceptanceId();
        assertThat(refused(() -> warranties.change(planner, new WarrantyChange(acceptance, "infrastructure", null,
                "First Builders", null, ACCEPTED.plusDays(1), null)))).isEqualTo("warranty.until.life");
        warranties.change(planner, new WarrantyChange(acceptance, "infrastructure", null, "First Builders", null, null,
                null));
        assertThat(sample.warranty(project, "infrastructure").untilOn()).isNull();
    }

    @Test
    void another_party_is_a_new_version_and_the_law_is_the_least() {
        Project project = sample.handedOver();
        Warranty pipes = sample.warranty(project, "pipes");

        assertThat(refused(() -> warranties.change(planner, new WarrantyChange(pipes.acceptanceId(), "pipes", pipes.id(),
                "Menders", null, ACCEPTED.plusYears(2).minusDays(1), "Shorter")))).isEqualTo("warranty.until.short");
        assertThat(refused(() -> warranties.change(planner, new WarrantyChange(pipes.acceptanceId(), "pipes", null,
                "Menders", null, null, "Blind")))).isEqualTo("warranty.changed");
        assertThat(refused(() -> warranties.change(planner, new WarrantyChange(pipes.acceptanceId(), "planting", null,
                "Gardeners", null, null, null)))).isEqualTo("warranty.until.missing");
        assertThat(refused(() -> warranties.change(sample.people.supervisor(), new WarrantyChange(pipes.acceptanceId(),
                "pipes", pipes.id(), "Menders", null, null, "Why")))).isEqualTo("refused.role");

        warranties.change(planner, new WarrantyChange(pipes.acceptanceId(), "planting", null, "Gardeners", "022-0000-5001",
                ACCEPTED.plusDays(40), null));
        warranties.change(planner, new WarrantyChange(pipes.acceptanceId(), "pipes", pipes.id(), "Menders", null, null,
                "The contractor is gone"));
        warranties.withdraw(planner, pipes.acceptanceId(), "walls", sample.warranty(project, "walls").id(), "Paint only");
        assertThat(refused(() -> warranties.withdraw(planner, pipes.acceptanceId(), "pipes", pipes.id(), "Late")))
                .isEqualTo("warranty.changed");

        assertThat(warranties.ofProject(project.id())).extracting(Warranty::work, Warranty::organisation)
                .containsExactly(tuple("roof", "First Builders"),
                        tuple("insulation", "First Builders"),
                        tuple("heating", "First Builders"),
                        tuple("pipes", "Menders"),
                        tuple("planting", "Gardeners"));
    }

    @Test
    void officers_are_reminded_of_what_ends_and_keep_that_it_was_looked_at() {
        Project project = sample.handedOver();
        Warranty pipes = sample.warranty(project, "pipes");
        assertThat(warranties.count(WarrantyFilter.ENDING, project.code())).isZero();
        assertThat(warranties.count(WarrantyFilter.RUNNING, project.code())).isEqualTo(5);

        clock.moveTo(ACCEPTED.plusYears(2).minusDays(60));
        assertThat(warranties.list(WarrantyFilter.ENDING, project.code(), 50, 0)).extracting(Warranty::work)
                .containsExactly("pipes");
        assertThat(pipes.state(ACCEPTED.plusYears(2).minusDays(61))).isEqualTo(WarrantyState.RUNNING);
        assertThat(pipes.state(ACCEPTED.plusYears(2))).isEqualTo(WarrantyState.ENDING);
        assertThat(pipes.state(ACCEPTED.plusYears(2).plusDays(1))).isEqualTo(WarrantyState.OVER);
        assertThat(refused(() -> warranties.check(sample.people.supervisor(), pipes.id(), LocalDate.now(clock), false, " ")))
                .isEqualTo("warranty.check.remark");
        assertThat(refused(() -> warranties.check(sample.people.engineer(), pipes.id(), LocalDate.now(clock), true, null)))
                .isEqualTo("refused.role");
        warranties.check(sample.people.supervisor(), pipes.id(), LocalDate.now(clock), false, "One joint drips");
        assertThat(sample.warranty(project, "pipes").faultless()).isFalse();

        clock.moveTo(ACCEPTED.plusYears(2).plusDays(1));
        assertThat(warranties.list(WarrantyFilter.OVER, project.code(), 50, 0)).extracting(Warranty::work)
                .containsExactly("pipes");
        assertThat(warranties.running(project.id(), null, LocalDate.now(clock))).extracting(Warranty::work)
                .containsExactly("roof", "walls", "insulation", "heating");
    }

    @Test
    void a_building_that_was_accepted_before_the_others_has_its_own_clock() {
        Project project = sample.compound();
        long first = services.get(Projects.class).places(project.id()).getFirst().id();
        long second = services.get(Projects.class).places(project.id()).get(1).id();
        NewAcceptance whole = HandoverSample.acceptance(project, ACCEPTED);
        handovers.accept(planner, with(whole, first, ACCEPTED.minusDays(5), 1, whole.members()));
        assertThat(services.get(Projects.class).get(project.id()).stage()).isEqualTo("works");
        handovers.accept(planner, whole);

        assertThat(warranties.running(project.id(), first, TODAY)).filteredOn(each -> each.work().equals("roof"))
                .extracting(Warranty::startsOn).containsExactly(ACCEPTED.minusDays(5));
        assertThat(warranties.running(project.id(), second, TODAY)).filteredOn(each -> each.work().equals("roof"))
                .extracting(Warranty::startsOn).containsExactly(ACCEPTED);
        assertThat(warranties.running(project.id(), first, TODAY)).extracting(Warranty::work)
                .containsExactlyInAnyOrder("roof", "walls", "insulation", "heating", "pipes");
        // The roof of the first building is out of warranty; that of the others does not stand in for it.
        LocalDate between = ACCEPTED.plusYears(5).minusDays(1);
        assertThat(warranties.running(project.id(), first, between)).extracting(Warranty::work).doesNotContain("roof");
        assertThat(warranties.running(project.id(), second, between)).extracting(Warranty::work).contains("roof");
    }

    @Test
    void a_project_that_names_its_supervisors_lets_no_other_check_its_works() {
        Project project = sample.handedOver();
        services.get(ProjectPeople.class).name(planner, project.id(), Set.of(sample.people.secondSupervisor().accountId()));
        Warranty roof = sample.warranty(project, "roof");

        assertThat(sample.people.supervisor().role()).isEqualTo(Role.SUPERVISOR);
        assertThat(refused(() -> warranties.check(sample.people.supervisor(), roof.id(), TODAY, true, null)))
                .isEqualTo("refused.project");
        warranties.check(sample.people.secondSupervisor(), roof.id(), TODAY, true, null);
        assertThat(sample.warranty(project, "roof").checkedOn()).isEqualTo(TODAY);
    }
}
