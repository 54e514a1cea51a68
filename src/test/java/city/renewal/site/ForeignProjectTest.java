package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.project.NamedPerson;
import city.renewal.project.ProjectPeople;
import city.renewal.site.finding.FindingPhotos;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.photo.Photos;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A project that names one of two engineers and one of two supervisors. */
@OnEachDatabase
class ForeignProjectTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(1);

    private final TestDatabase database;
    private final Services services;
    private final People people;
    private final SmallPlan plan;
    private final SiteReports reports;
    private final ProjectPeople named;
    private final Actor stranger;

    ForeignProjectTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(TestClock.at(DAY));
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(), "FP" + Math.abs(test.getDisplayName().hashCode()));
        reports = services.get(SiteReports.class);
        named = services.get(ProjectPeople.class);
        Accounts accounts = services.get(Accounts.class);
        stranger = accounts.all().stream().filter(account -> account.login().equals("stranger")).findFirst()
                .orElseGet(() -> accounts.add(Actor.commandLine(), "stranger", "A stranger", Role.ENGINEER,
                        People.PASSWORD)).actor();
    }

    @Test
    void is_open_to_everybody_of_a_role_until_it_names_somebody() {
        submit(stranger);

        name(people.supervisor());

        submit(stranger);
    }

    @Test
    void takes_reports_and_sheets_from_its_own_engineers_alone_and_keeps_the_attempt() {
        name(people.engineer());
        int before = attempts();

        assertForeign(() -> submit(stranger));
        assertForeign(() -> services.get(DaySheets.class).submit(stranger, new NewDaySheet(plan.project().id(), DAY, 3,
                List.of(), null, Set.of(), "Not mine", List.of())));

        assertThat(attempts()).isEqualTo(before + 2);
        assertThat(reports.ofTask(plan.pipes())).isEmpty();
        submit(people.engineer());
        submit(people.planner());
    }

    @Test
    void is_decided_by_its_own_supervisors_alone_and_shown_to_no_other() {
        name(people.supervisor());
        SiteReport waiting = submit(people.engineer());
        ConfirmationQueue queue = services.get(ConfirmationQueue.class);
        ConfirmationQueue.Filter here = new ConfirmationQueue.Filter(plan.project().id(), null);

        assertForeign(() -> reports.confirm(people.secondSupervisor(), waiting.id()));
        assertForeign(() -> reports.giveBack(people.secondSupervisor(), waiting.id(), "No"));
        assertThat(queue.page(people.secondSupervisor(), here, 10, 0)).isEmpty();
        assertThat(queue.days(people.secondSupervisor())).extracting(OpenDay::projectId)
                .doesNotContain(plan.project().id());
        assertThat(reports.countWaiting(people.secondSupervisor()))
                .isLessThan(reports.countWaiting(people.supervisor()));

        assertThat(queue.page(people.supervisor(), here, 10, 0)).hasSize(1);
        reports.confirm(people.supervisor(), waiting.id());
    }

    @Test
    void has_findings_raised_by_its_own_supervisors_alone() {
        name(people.supervisor());
        Findings findings = services.get(Findings.class);
        Actor other = people.secondSupervisor();

        assertForeign(() -> findings.raise(other, new NewFinding(plan.project().id(), "safety", "minor",
                "No rail at the edge", null, null, null, null,
                List.of(FindingPhotos.received(services.get(Photos.class), other, 1)), null)));
    }

    @Test
    void is_offered_for_day_sheets_to_its_own_engineers_alone() {
        name(people.engineer());

        assertThat(offered(people.engineer())).contains(plan.project().id());
        assertThat(offered(stranger)).doesNotContain(plan.project().id());
    }

    @Test
    void its_people_are_named_by_planners_from_engineers_and_supervisors() {
        assertThat(named.choosable()).extracting(Account::role).containsOnly(Role.ENGINEER, Role.SUPERVISOR);
        assertRefused("refused.role", () -> named.name(people.engineer(), plan.project().id(), Set.of()));
        assertRefused("project.people.role", () -> name(people.viewer()));

        name(people.engineer(), people.supervisor());
        name(people.engineer());

        assertThat(named.of(plan.project().id())).containsExactly(new NamedPerson(people.engineer().accountId(), null));
    }

    private List<Long> offered(Actor author) {
        return services.get(DaySheets.class).projects(author).stream().map(SheetProject::projectId).toList();
    }

    private void name(Actor... actors) {
        named.name(people.planner(), plan.project().id(),
                Set.copyOf(List.of(actors).stream().map(Actor::accountId).toList()));
    }

    private SiteReport submit(Actor author) {
        return reports.submit(author, new NewReport(plan.pipes(), DAY, BigDecimal.ONE, null, null, null, null, null));
    }

    private int attempts() {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*)
                  FROM audit_entry
                 WHERE action = 'project.refuse' AND actor = 'stranger' AND subject = :subject""")
                .bind("subject", "project-id:" + plan.project().id()).mapTo(Integer.class).one());
    }

    private static void assertForeign(ThrowingCallable call) {
        assertRefused("refused.project", call);
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
