package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class SiteReportsTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(3);

    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final SiteReports reports;
    private final People people;
    private final SmallPlan plan;

    SiteReportsTest(TestDatabase database, TestInfo test) {
        services = database.services(clock);
        reports = services.get(SiteReports.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "T" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void waits_for_the_supervisor_before_it_counts() {
        SiteReport submitted = reports.submit(people.engineer(), pipes("25"));

        assertThat(submitted.state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(submitted.authorName()).isEqualTo(people.engineer().name());
        assertThat(submitted.unit()).isEqualTo("m");
        assertThat(task().progress().submittedQuantity()).isEqualByComparingTo("25");
        assertThat(task().progress().done()).isEqualByComparingTo("0");
        assertThat(task().started()).isFalse();
        assertThat(services.get(ConfirmationQueue.class).page(people.supervisor(), ConfirmationQueue.Filter.ALL, 1_000, 0))
                .extracting(OpenReport::report).contains(submitted);
    }

    @Test
    void counts_when_confirmed_and_moves_the_plan() {
        SiteReport submitted = reports.submit(people.engineer(), pipes("25"));

        SiteReport confirmed = reports.confirm(people.supervisor(), submitted.id());

        assertThat(confirmed.state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(confirmed.deciderName()).isEqualTo(people.supervisor().name());
        assertThat(task().progress().done()).isEqualByComparingTo("25");
        assertThat(task().progress().submittedQuantity()).isEqualByComparingTo("0");
        assertThat(task().dates().actualStartOn()).isEqualTo(DAY);
        assertThat(task().dates().remainingMinutes()).isEqualTo(8 * 480 - 240);
        assertThat(reports.confirmed(plan.project().id(), 10, 0)).containsExactly(confirmed);
        assertThat(reports.countConfirmed(plan.project().id())).isEqualTo(1);
    }

    @Test
    void finishes_a_task_whose_whole_quantity_is_confirmed() {
        confirm(pipes("60"));
        confirm(pipes("40"));

        assertThat(task().finished()).isTrue();
        assertThat(task().doneShare()).isEqualTo(1.0);
        assertThat(task().dates().actualFinishOn()).isEqualTo(DAY);
    }

    @Test
    void goes_back_with_a_reason_and_counts_for_nothing() {
        SiteReport submitted = reports.submit(people.engineer(), pipes("25"));

        SiteReport returned = reports.giveBack(people.supervisor(), submitted.id(), " Photo missing ");

        assertThat(returned.state()).isEqualTo(ReportState.RETURNED);
        assertThat(returned.decision()).isEqualTo("Photo missing");
        assertThat(task().progress().submittedQuantity()).isEqualByComparingTo("0");
        assertThat(task().progress().done()).isEqualByComparingTo("0");
        assertThat(reports.returnedTo(people.engineer().accountId(), 1_000)).contains(returned);
        assertRefused("report.return.reason.missing",
                () -> reports.giveBack(people.supervisor(), submitted.id(), " "));
    }

    @Test
    void is_never_decided_by_its_author() {
        Accounts accounts = services.get(Accounts.class);
        String login = "both-" + plan.project().code().toLowerCase(Locale.ROOT);
        Actor engineer = accounts.add(Actor.commandLine(), login, "Both", Role.ENGINEER, People.PASSWORD).actor();
        Actor sameAsSupervisor = new Actor(engineer.accountId(), login, "Both", Role.SUPERVISOR);
        SiteReport own = reports.submit(engineer, pipes("25"));

        assertRefused("report.own", () -> reports.confirm(sameAsSupervisor, own.id()));
        assertRefused("report.own", () -> reports.giveBack(sameAsSupervisor, own.id(), "No"));
        assertThat(reports.get(own.id()).state()).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void is_decided_once_and_tells_the_second_supervisor_who_did() {
        SiteReport submitted = reports.submit(people.engineer(), pipes("25"));
        reports.confirm(people.supervisor(), submitted.id());

        assertThatThrownBy(() -> reports.giveBack(people.secondSupervisor(), submitted.id(), "Too late"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("report.decided");
                    assertThat(refusal.parameters()).containsExactly(people.supervisor().name());
                });
        assertThat(task().progress().done()).isEqualByComparingTo("25");
    }

    @Test
    void passes_the_plan_only_with_a_reason_and_shows_it() {
        confirm(pipes("90"));

        assertRefused("report.quantity.over", () -> reports.submit(people.engineer(), pipes("10.001")));
        confirm(new NewReport(plan.pipes(), DAY, new BigDecimal("30"), null, null, null, "A branch was added", null));

        assertThat(task().doneShare()).isEqualTo(1.2);
    }

    @Test
    void counts_what_waits_when_the_plan_is_nearly_reached() {
        reports.submit(people.engineer(), pipes("90"));

        assertRefused("report.quantity.over", () -> reports.submit(people.engineer(), pipes("20")));
    }

    @Test
    void refuses_quantities_and_days_that_cannot_be() {
        assertRefused("report.quantity.positive", () -> reports.submit(people.engineer(), pipes("-1")));
        assertRefused("report.quantity.positive", () -> reports.submit(people.engineer(), pipes("0")));
        assertRefused("report.quantity.absurd", () -> reports.submit(people.engineer(), pipes("0.0001")));
        assertRefused("report.quantity.absurd", () -> reports.submit(people.engineer(), pipes("1000000000000")));
        assertRefused("report.date.future", () -> reports.submit(people.engineer(),
                report(plan.pipes(), DAY.plusDays(1), "1", null)));
        assertRefused("report.task.summary", () -> reports.submit(people.engineer(),
                report(plan.summary(), DAY, "1", null)));
        assertRefused("task.unknown", () -> reports.submit(people.engineer(), report(987_654, DAY, "1", null)));
        assertThat(reports.ofTask(plan.pipes())).isEmpty();
    }

    @Test
    void is_submitted_and_confirmed_by_the_right_roles_only() {
        SiteReport submitted = reports.submit(people.engineer(), pipes("25"));

        assertRefused("refused.role", () -> reports.submit(people.viewer(), pipes("1")));
        assertRefused("refused.role", () -> reports.submit(people.supervisor(), pipes("1")));
        assertRefused("refused.role", () -> reports.confirm(people.engineer(), submitted.id()));
        assertRefused("refused.role", () -> reports.confirm(Actor.commandLine(), submitted.id()));
    }

    @Test
    void counts_once_however_often_it_is_sent() {
        NewReport report = report(plan.pipes(), DAY, "25", "request-1" + plan.project().code());

        SiteReport first = reports.submit(people.engineer(), report);
        SiteReport again = reports.submit(people.engineer(), report);

        assertThat(again).isEqualTo(first);
        assertThat(task().progress().submittedQuantity()).isEqualByComparingTo("25");
    }

    @Test
    void refuses_one_request_id_for_two_different_reports() {
        String request = "request-2" + plan.project().code();
        reports.submit(people.engineer(), report(plan.pipes(), DAY, "25", request));

        assertRefused("report.request.reused",
                () -> reports.submit(people.engineer(), report(plan.pipes(), DAY, "26", request)));
        assertRefused("report.request.reused",
                () -> reports.submit(people.engineer(), report(plan.paving(), DAY, "25", request)));
        reports.submit(people.planner(), report(plan.pipes(), DAY, "30", request));

        assertThat(task().progress().submittedQuantity()).as("ids are the author's own").isEqualByComparingTo("55");
    }

    private void confirm(NewReport report) {
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), report).id());
    }

    private NewReport pipes(String quantity) {
        return report(plan.pipes(), DAY, quantity, null);
    }

    private static NewReport report(long taskId, LocalDate day, String quantity, @Nullable String requestId) {
        return new NewReport(taskId, day, new BigDecimal(quantity), null, null, null, null, requestId);
    }

    private Task task() {
        return services.get(Plans.class).read(plan.project().id()).task(plan.pipes()).orElseThrow();
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
