package city.renewal.site.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.base.YamlNode;
import city.renewal.project.NamedPerson;
import city.renewal.project.PostedParty;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two projects, each with a contractor and a supervising firm; the photo is a file that was received. */
@OnEachDatabase
class FindingsTest {

    private static final LocalDate DAY = SmallPlan.START;
    private static final FindingFilter ALL = FindingFilter.OPEN.withStates(EnumSet.allOf(FindingState.class));

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final Findings findings;
    private final Photos photos;
    private final People people;
    private final SmallPlan plan;
    private final SmallPlan other;

    FindingsTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        findings = services.get(Findings.class);
        photos = services.get(Photos.class);
        PublicSample sample = new PublicSample(services);
        people = sample.people();
        String code = "F" + Math.abs(System.nanoTime() % 1_000_000_000);
        plan = sample.compound(code, "Compound", "Street");
        other = sample.compound(code + "X", "Other", "Street");
    }

    @AfterEach
    void stopWorker() {
        services.get(PhotoCopies.class).close();
    }

    private ReceivedPhoto photo(int seed) {
        return FindingPhotos.received(photos, people.engineer(), seed);
    }

    private long party(SmallPlan of) {
        return findings.parties(of.project().id()).getFirst().id();
    }

    private NewFinding wrong(@Nullable Long party, @Nullable LocalDate dueOn, @Nullable String request) {
        long place = services.get(Projects.class).places(plan.project().id()).getFirst().id();
        return new NewFinding(plan.project().id(), "safety", "minor", " No rail at the edge ", place, plan.pipes(), party,
                dueOn, List.of(photo(1)), request);
    }

    private SiteFinding raised() {
        return findings.raise(people.supervisor(), wrong(party(plan), null, null));
    }

    private FindingAction with(SiteFinding finding, @Nullable String remark, ReceivedPhoto... taken) {
        return new FindingAction(finding.id(), finding.steps(), remark, List.of(taken), null);
    }

    private SiteFinding rectified() {
        return findings.rectify(people.engineer(), with(raised(), "Rail put up", photo(2)));
    }

    @Test
    void goes_from_raised_to_closed_with_every_step_kept() {
        SiteFinding raised = findings.raise(people.supervisor(), wrong(null, null, null));
        assertThat(raised.state()).isEqualTo(FindingState.RAISED);
        assertThat(raised.what()).isEqualTo("No rail at the edge");
        assertThat(raised.place().zh()).isEqualTo("Building 1");
        assertThat(raised.dueOn()).as("three calendar days for a minor matter of safety").isEqualTo(DAY.plusDays(3));

        clock.moveTo(DAY.plusDays(1));
        SiteFinding assigned = findings.assign(people.planner(), with(raised, null), party(plan), null);
        SiteFinding rectified = findings.rectify(people.engineer(), with(assigned, "Rail put up", photo(2)));
        assertThat(rectified.state()).isEqualTo(FindingState.RECTIFIED);
        SiteFinding back = findings.reopen(people.supervisor(), with(rectified, "Too low"), DAY.plusDays(5));
        assertThat(back.state()).isEqualTo(FindingState.ASSIGNED);
        assertThat(back.dueOn()).isEqualTo(DAY.plusDays(5));
        SiteFinding again = findings.rectify(people.engineer(), with(back, "Raised to 1.2 m", photo(3)));
        SiteFinding closed = findings.close(people.secondSupervisor(), with(again, null));

        assertThat(closed.state()).isEqualTo(FindingState.CLOSED);
        assertThat(closed.changedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(findings.steps(closed.id())).extracting(FindingStep::act).containsExactly(FindingAct.RAISE,
                FindingAct.ASSIGN, FindingAct.RECTIFY, FindingAct.REOPEN, FindingAct.RECTIFY, FindingAct.CLOSE);
        assertThat(findings.steps(closed.id())).extracting(FindingStep::actor).containsExactly("The supervisor",
                "The planner", "The engineer", "The supervisor", "The engineer", "The second-supervisor");
        assertThat(findings.steps(closed.id()).get(3)).satisfies(step -> {
            assertThat(step.remark()).isEqualTo("Too low");
            assertThat(step.organisation()).isEqualTo("First Builders");
            assertThat(step.dueOn()).isEqualTo(DAY.plusDays(5));
            assertThat(step.takenOn()).isEqualTo(DAY.plusDays(1));
        });
        assertThat(audited(closed)).containsExactly("finding.raise", "finding.assign", "finding.rectify",
                "finding.reopen", "finding.rectify", "finding.close");
    }

    @Test
    void what_was_closed_is_reopened_when_it_is_wrong_anew() {
        SiteFinding closed = findings.close(people.supervisor(), with(rectified(), null));

        SiteFinding again = findings.reopen(people.supervisor(), with(closed, "Rail is gone"), DAY.plusDays(1));

        assertThat(again.state()).isEqualTo(FindingState.ASSIGNED);
        assertThat(again.organisation()).isEqualTo("First Builders");
    }

    @Test
    void a_step_is_never_changed_not_even_in_the_database() {
        long id = raised().id();

        assertThatThrownBy(() -> database.jdbi().useHandle(handle ->
                handle.execute("UPDATE finding_step SET remark = 'other' WHERE finding_id = ?", id)))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.jdbi().useHandle(handle ->
                handle.execute("DELETE FROM finding_step WHERE finding_id = ?", id))).isInstanceOf(JdbiException.class);
    }

    @Test
    void each_role_takes_its_own_steps_only() {
        for (Actor actor : List.of(people.engineer(), people.viewer())) {
            assertRefused("refused.role", () -> findings.raise(actor, wrong(null, null, null)));
        }
        SiteFinding finding = raised();
        assertRefused("refused.role", () -> findings.assign(people.engineer(), with(finding, null), party(plan), null));
        for (Actor actor : List.of(people.supervisor(), people.viewer())) {
            assertRefused("refused.role", () -> findings.rectify(actor, with(finding, "Done", photo(2))));
        }
        SiteFinding rectified = findings.rectify(people.engineer(), with(finding, "Done", photo(2)));
        for (Actor actor : List.of(people.engineer(), people.planner(), people.viewer())) {
            assertRefused("refused.role", () -> findings.close(actor, with(rectified, null)));
            assertRefused("refused.role", () -> findings.reopen(actor, with(rectified, "No"), DAY));
        }
    }

    @Test
    void a_project_that_names_its_people_is_closed_to_others_of_their_role() {
        SiteFinding finding = raised();
        SiteFinding elsewhere = findings.raise(people.supervisor(), new NewFinding(other.project().id(), "safety", "minor",
                "No rail", null, null, party(other), null, List.of(photo(1)), null));
        services.get(ProjectPeople.class).name(people.planner(), plan.project().id(),
                Set.of(people.secondSupervisor().accountId()));

        assertRefused("refused.project", () -> findings.raise(people.supervisor(), wrong(null, null, null)));
        assertRefused("refused.project", () -> findings.assign(people.supervisor(), with(finding, null), party(plan),
                null));
        assertThat(findings.open(people.supervisor(), plan.project().id())).isFalse();
        assertThat(mine(people.supervisor())).contains(elsewhere.id()).doesNotContain(finding.id());
        assertThat(mine(people.secondSupervisor())).contains(elsewhere.id(), finding.id());
        SiteFinding rectified = findings.rectify(people.engineer(), with(finding, "Done", photo(2)));
        assertThat(findings.close(people.secondSupervisor(), with(rectified, null)).state())
                .isEqualTo(FindingState.CLOSED);
    }

    @Test
    void what_falls_to_a_party_that_has_people_is_put_right_by_them_alone() {
        SiteFinding finding = raised();
        ProjectPeople named = services.get(ProjectPeople.class);
        Accounts accounts = services.get(Accounts.class);
        Actor builder = accounts.all().stream().filter(account -> account.login().equals("builder")).findFirst()
                .orElseGet(() -> accounts.add(Actor.commandLine(), "builder", "The builder", Role.ENGINEER,
                        People.PASSWORD)).actor();
        Actor watched = people.engineer();
        List<Long> parties = findings.parties(plan.project().id()).stream().map(PostedParty::id).toList();
        named.nameWithParties(people.planner(), plan.project().id(), Set.of(
                new NamedPerson(builder.accountId(), parties.get(0)),
                new NamedPerson(watched.accountId(), parties.get(1))));
        int before = refusedOf(parties.get(0));

        for (Actor actor : List.of(watched, people.planner())) {
            assertRefused("refused.party", () -> findings.rectify(actor, with(finding, "Done", photo(2))));
            assertThat(findings.openParty(actor, finding)).isFalse();
        }

        assertThat(refusedOf(parties.get(0))).isEqualTo(before + 2);
        assertThat(mine(watched)).doesNotContain(finding.id());
        assertThat(mine(builder)).contains(finding.id());
        assertThat(findings.rectify(builder, with(finding, "Done", photo(2))).state())
                .isEqualTo(FindingState.RECTIFIED);
        assertRefused("project.people.party", () -> named.nameWithParties(people.planner(), plan.project().id(),
                Set.of(new NamedPerson(builder.accountId(), party(other)))));
    }

    private int refusedOf(long party) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM audit_entry WHERE action = 'party.refuse' AND subject = :subject""")
                .bind("subject", "party:" + party).mapTo(int.class).one());
    }

    private List<Long> mine(Actor actor) {
        return findings.mine(actor, FindingFilter.OPEN, 1_000).stream().map(SiteFinding::id).toList();
    }

    @Test
    void who_put_it_right_never_closes_it_even_as_a_supervisor() {
        SiteFinding rectified = rectified();
        Actor promoted = new Actor(people.engineer().accountId(), "engineer", "The engineer", Role.SUPERVISOR);

        assertRefused("finding.own", () -> findings.close(promoted, with(rectified, null)));

        assertThat(findings.get(rectified.id())).isEqualTo(rectified);
    }

    @Test
    void a_step_out_of_turn_is_refused() {
        SiteFinding unassigned = findings.raise(people.supervisor(), wrong(null, null, null));
        assertRefused("finding.step.unfit",
                () -> findings.rectify(people.engineer(), with(unassigned, "Done", photo(2))));
        SiteFinding assigned = raised();
        assertRefused("finding.step.unfit", () -> findings.close(people.supervisor(), with(assigned, null)));
        assertRefused("finding.step.unfit", () -> findings.reopen(people.supervisor(), with(assigned, "No"), DAY));
        SiteFinding rectified = rectified();
        assertRefused("finding.step.unfit",
                () -> findings.assign(people.supervisor(), with(rectified, null), party(plan), null));
        assertRefused("finding.unknown", () -> findings.get(-1));
        assertRefused("finding.unknown", () -> findings.close(people.supervisor(),
                new FindingAction(-1, 1, null, List.of(), null)));
    }

    @Test
    void bad_input_is_refused_and_nothing_is_kept_of_it() {
        int before = findings.count(ALL);
        NewFinding good = wrong(null, null, null);
        refused("finding.what.missing", good, "safety", "minor", "  ", good.photos(), null);
        refused("finding.text.long", good, "safety", "minor", "x".repeat(2_001), good.photos(), null);
        refused("finding.kind.unknown", good, "magic", "minor", "Wrong", good.photos(), null);
        refused("finding.severity.unknown", good, "safety", "magic", "Wrong", good.photos(), null);
        refused("finding.photo.missing", good, "safety", "minor", "Wrong", List.of(), null);
        refused("finding.photos.many", good, "safety", "minor", "Wrong",
                Collections.nCopies(10, photo(1)), null);
        refused("finding.due.past", good, "safety", "minor", "Wrong", good.photos(), DAY.minusDays(1));
        refused("finding.due.far", good, "safety", "minor", "Wrong", good.photos(), LocalDate.of(9999, 1, 1));
        assertRefused("finding.party.foreign",
                () -> findings.raise(people.supervisor(), wrong(party(other), null, null)));
        assertRefused("finding.task.foreign", () -> findings.raise(people.supervisor(), new NewFinding(
                plan.project().id(), "safety", "minor", "Wrong", null, other.pipes(), null, null, good.photos(), null)));
        assertRefused("finding.place.foreign", () -> findings.raise(people.supervisor(), new NewFinding(
                other.project().id(), "safety", "minor", "Wrong", good.placeId(), null, null, null, good.photos(), null)));
        assertRefused("project.unknown", () -> findings.raise(people.supervisor(), new NewFinding(
                -1, "safety", "minor", "Wrong", null, null, null, null, good.photos(), null)));
        assertRefused("report.request.malformed",
                () -> findings.raise(people.supervisor(), wrong(null, null, "not an id")));
        ReceivedPhoto gone = good.photos().getFirst();
        ReceivedPhoto lost = new ReceivedPhoto("0".repeat(64), gone.byteCount(), gone.type(), 1, 1, gone.evidence());
        refused("photo.gone", good, "safety", "minor", "Wrong", List.of(lost), null);

        assertThat(findings.count(ALL)).isEqualTo(before);

        SiteFinding finding = raised();
        assertRefused("finding.remark.missing", () -> findings.rectify(people.engineer(), with(finding, " ", photo(2))));
        assertRefused("finding.photo.missing", () -> findings.rectify(people.engineer(), with(finding, "Done")));
        assertRefused("finding.party.foreign",
                () -> findings.assign(people.supervisor(), with(finding, null), party(other), null));
        assertRefused("finding.extension.missing", () -> findings.assign(people.supervisor(), with(finding, null),
                party(plan), DAY.plusDays(30)));
        assertThat(findings.get(finding.id())).isEqualTo(finding);
        SiteFinding rectified = rectified();
        assertRefused("finding.reason.missing", () -> findings.reopen(people.supervisor(), with(rectified, null), DAY));
        assertRefused("finding.due.past",
                () -> findings.reopen(people.supervisor(), with(rectified, "No"), DAY.minusDays(1)));
    }

    private void refused(String key, NewFinding good, String kind, String severity, String what,
                         List<ReceivedPhoto> taken, @Nullable LocalDate dueOn) {
        assertRefused(key, () -> findings.raise(people.supervisor(), new NewFinding(good.projectId(), kind, severity, what,
                good.placeId(), good.taskId(), good.partyId(), dueOn, taken, null)));
    }

    @Test
    void is_stored_once_however_often_it_is_sent() throws Exception {
        NewFinding sent = wrong(party(plan), null, "once-" + plan.project().code());
        SiteFinding first = findings.raise(people.supervisor(), sent);

        assertThat(findings.raise(people.supervisor(), sent)).isEqualTo(first);
        FindingAction done = new FindingAction(first.id(), 1, "Rail put up", List.of(photo(2)), "done-" + first.id());
        SiteFinding rectified = findings.rectify(people.engineer(), done);
        assertThat(findings.rectify(people.engineer(), done)).isEqualTo(rectified);
        assertThat(findings.steps(first.id())).hasSize(2);
        assertRefused("finding.request.reused", () -> findings.rectify(people.engineer(),
                new FindingAction(first.id(), 2, "Something else", List.of(photo(2)), "done-" + first.id())));

        NewFinding twice = wrong(party(plan), null, "twice-" + plan.project().code());
        assertThat(atOnce(() -> findings.raise(people.supervisor(), twice),
                () -> findings.raise(people.supervisor(), twice))).containsOnlyNulls();
        assertThat(findings.count(new FindingFilter(plan.project().code(), FindingState.OPEN, null, null,
                FindingLevel.NONE))).isEqualTo(2);
    }

    @Test
    void of_two_people_at_once_the_second_is_told_who_was_first() throws Exception {
        SiteFinding seen = rectified();

        List<@Nullable Throwable> ends = atOnce(() -> findings.close(people.supervisor(), with(seen, null)),
                () -> findings.reopen(people.secondSupervisor(), with(seen, "Not right"), DAY));

        assertThat(ends).filteredOn(end -> end == null).hasSize(1);
        assertThat(ends).filteredOn(Refusal.class::isInstance).singleElement().satisfies(end -> {
            assertThat(((Refusal) end).key()).isEqualTo("finding.changed");
            assertThat(((Refusal) end).parameters()[0].toString()).endsWith("supervisor");
        });
        assertThat(findings.steps(seen.id())).hasSize(3);
    }

    @Test
    void rises_day_by_day_without_anybody_doing_anything() {
        SiteFinding finding = raised();
        LocalDate due = finding.dueOn();

        assertThat(List.of(finding.level(due), finding.level(due.plusDays(1)), finding.level(due.plusDays(2)),
                finding.level(due.plusDays(6)), finding.level(due.plusDays(7)))).containsExactly(FindingLevel.NONE,
                FindingLevel.HANDLER, FindingLevel.MANAGER, FindingLevel.MANAGER, FindingLevel.OFFICER);
        for (LocalDate day : List.of(due, due.plusDays(1), due.plusDays(2), due.plusDays(7))) {
            clock.moveTo(day);
            for (FindingLevel level : FindingLevel.values()) {
                assertThat(found(level)).as(day + " " + level).isEqualTo(finding.level(day).compareTo(level) >= 0);
            }
        }
        assertThat(findings.get(finding.id()).daysOverdue(due.plusDays(7))).isEqualTo(7);
        assertThat(count()).extracting(FindingCount::overdue, FindingCount::manager, FindingCount::officer)
                .containsExactly(1, 1, 1);

        findings.rectify(people.engineer(), with(finding, "Done", photo(2)));

        assertThat(found(FindingLevel.HANDLER)).as("what waits for its re-check is not late").isFalse();
        assertThat(count()).extracting(FindingCount::overdue, FindingCount::rectified).containsExactly(0, 1);
    }

    private boolean found(FindingLevel level) {
        return findings.count(new FindingFilter(plan.project().code(), FindingState.OPEN, "safety", "First Builders",
                level)) == 1;
    }

    private FindingCount count() {
        return findings.counts().stream().filter(each -> each.projectCode().equals(plan.project().code()))
                .reduce(FindingCount::plus).orElseThrow();
    }

    @Test
    void the_day_ends_at_midnight_in_the_configured_zone() {
        SiteFinding finding = raised();
        clock.moveTo(finding.dueOn().plusDays(1));
        Clock justBefore = Clock.fixed(
                finding.dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1), clock.getZone());
        Clock justAfter = Clock.offset(justBefore, Duration.ofSeconds(1));

        assertThat(finding.level(LocalDate.now(justBefore))).isEqualTo(FindingLevel.NONE);
        assertThat(finding.level(LocalDate.now(justAfter))).isEqualTo(FindingLevel.HANDLER);
    }

    @Test
    void is_counted_by_project_and_party_in_one_statement() {
        raised();
        findings.raise(people.supervisor(), wrong(null, null, null));
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            List<FindingCount> counts = findings.counts().stream()
                    .filter(each -> each.projectCode().equals(plan.project().code())).toList();
            assertThat(counts).extracting(FindingCount::organisation).containsExactlyInAnyOrder("First Builders", null);
            assertThat(counts).extracting(FindingCount::open).containsExactly(1, 1);
            assertThat(count.statements()).hasSize(1);
        }
    }

    @Test
    void the_rules_name_every_kind_and_rise_in_order() {
        assertThat(FindingRules.packed().kinds()).extracting(FindingRules.Kind::id).contains("quality", "safety");
        Map<String, Object> severity = Map.of("id", "minor", "zh", "p", "en", "p", "due", Map.of("safety", 1),
                "manager", 3, "officer", 2);

        assertThatThrownBy(() -> FindingRules.read(YamlNode.of("findings.yaml", Map.of(
                "kinds", List.of(Map.of("id", "safety", "zh", "p", "en", "p")), "severities", List.of(severity)))))
                .hasMessageContaining("minor");
        assertThatThrownBy(() -> FindingRules.read(YamlNode.of("findings.yaml", Map.of(
                "kinds", List.of(Map.of("id", "quality", "zh", "p", "en", "p")), "severities", List.of(severity)))))
                .hasMessageContaining("quality");
    }

    private List<String> audited(SiteFinding finding) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id", "finding:" + finding.id())
                .mapTo(String.class).list());
    }

    /** @return how each ended, null for well */
    private static List<@Nullable Throwable> atOnce(Callable<?>... calls) throws Exception {
        CyclicBarrier together = new CyclicBarrier(calls.length);
        List<@Nullable Throwable> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<Future<@Nullable Throwable>> running = new ArrayList<>();
            for (Callable<?> call : calls) {
                running.add(threads.submit(() -> {
                    together.await();
                    try {
                        call.call();
                        return null;
                    } catch (Exception ended) {
                        return ended;
                    }
                }));
            }
            for (Future<@Nullable Throwable> each : running) {
                ends.add(each.get());
            }
        }
        return ends;
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
