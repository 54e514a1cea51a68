package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a supervisor may decide beside a plain yes or no, and how a confirmed report is corrected. */
@OnEachDatabase
class DecisionsTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(3);

    private final TestDatabase database;
    private final Services services;
    private final SiteReports reports;
    private final ConfirmationQueue queue;
    private final People people;
    private final SmallPlan plan;

    DecisionsTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(TestClock.at(DAY));
        reports = services.get(SiteReports.class);
        queue = services.get(ConfirmationQueue.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "D" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void less_counts_with_a_reason_and_what_was_reported_stays() {
        SiteReport submitted = submit("25");

        SiteReport confirmed = reports.confirmLess(people.supervisor(), submitted.id(), new BigDecimal("20.5"),
                " Two joints leak ");

        assertThat(confirmed.state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(confirmed.quantity()).isEqualByComparingTo("20.5");
        assertThat(confirmed.claimedQuantity()).isEqualByComparingTo("25");
        assertThat(confirmed.reduced()).isTrue();
        assertThat(confirmed.decision()).isEqualTo("Two joints leak");
        assertThat(task().progress().done()).isEqualByComparingTo("20.5");
        assertThat(task().progress().submittedQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void less_is_neither_more_nor_nothing_and_never_without_a_reason() {
        SiteReport submitted = submit("25");

        for (String quantity : List.of("25", "26")) {
            assertRefused("report.less.more", () -> less(submitted, quantity, "why"));
        }
        assertRefused("report.quantity.positive", () -> less(submitted, "0", "why"));
        assertRefused("report.quantity.absurd", () -> less(submitted, "1.0001", "why"));
        assertRefused("report.less.reason.missing", () -> less(submitted, "20", "  "));
        assertRefused("report.remark.long", () -> less(submitted, "20", "x".repeat(SiteReports.LONGEST_REMARK + 1)));
        assertThat(reports.get(submitted.id()).state()).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void several_at_once_stand_or_fall_alone() {
        Actor author = new Actor(people.supervisor().accountId(), "both", "Both", Role.ENGINEER);
        SiteReport own = reports.submit(author, report(DAY, "1", null, null));
        SiteReport decided = submit("2");
        reports.giveBack(people.secondSupervisor(), decided.id(), "No photo");
        SiteReport first = submit("3");
        SiteReport second = submit("4");

        ManyConfirmed outcome = reports.confirmAll(people.supervisor(),
                List.of(own.id(), first.id(), decided.id(), second.id(), 987_654_321L));

        assertThat(outcome.confirmed()).containsExactly(first.id(), second.id());
        assertThat(outcome.refused().get(own.id()).key()).isEqualTo("report.own");
        assertThat(outcome.refused().get(decided.id()).key()).isEqualTo("report.decided");
        assertThat(outcome.refused().get(987_654_321L).key()).isEqualTo("report.unknown");
        assertThat(task().progress().done()).isEqualByComparingTo("7");
        assertRefused("refused.role", () -> reports.confirmAll(people.engineer(), List.of()));
    }

    @Test
    void a_confirmed_report_is_corrected_by_a_new_one_that_names_it() {
        SiteReport wrong = confirmed("25");

        SiteReport correction = reports.submit(people.engineer(), report(DAY, "15", "Counted twice", wrong.id()));
        assertThat(task().progress().done()).as("until the correction is confirmed").isEqualByComparingTo("25");
        reports.confirm(people.supervisor(), correction.id());

        assertThat(task().progress().done()).isEqualByComparingTo("15");
        List<SiteReport> history = reports.ofTask(plan.pipes());
        assertThat(history).extracting(SiteReport::state)
                .containsExactly(ReportState.CONFIRMED, ReportState.CORRECTED);
        assertThat(history.getFirst().correctsId()).isEqualTo(wrong.id());
        assertThat(history.getFirst().correctsOn()).isEqualTo(DAY);
        assertThat(history.getFirst().correctsQuantity()).isEqualByComparingTo("25");
        assertThat(history.getLast().quantity()).as("as it was confirmed").isEqualByComparingTo("25");
        assertThat(new ReportCheck(database.jdbi()).findings()).isEmpty();
    }

    @Test
    void what_was_not_done_at_all_is_corrected_to_nothing() {
        SiteReport whole = confirmed("100");
        assertThat(task().finished()).isTrue();

        reports.confirm(people.supervisor(),
                reports.submit(people.engineer(), report(DAY, "0", "Another street", whole.id())).id());

        assertThat(task().finished()).isFalse();
        assertThat(task().progress().done()).isEqualByComparingTo("0");
    }

    @Test
    void a_correction_may_use_the_quantity_that_it_frees() {
        SiteReport whole = confirmed("90");

        reports.submit(people.engineer(), report(DAY, "100", "Measured anew", whole.id()));
    }

    @Test
    void corrects_one_confirmed_report_of_its_own_task_once_and_says_why() {
        SiteReport waiting = submit("5");
        SiteReport counted = confirmed("10");

        assertRefused("report.correct.unconfirmed", () -> correct(waiting, "6"));
        assertRefused("report.correct.reason.missing",
                () -> reports.submit(people.engineer(), report(DAY, "6", " ", counted.id())));
        assertRefused("report.correct.foreign", () -> reports.submit(people.engineer(),
                new NewReport(plan.paving(), DAY, BigDecimal.ONE, null, null, "why", null, null, counted.id())));
        assertRefused("report.unknown",
                () -> reports.submit(people.engineer(), report(DAY, "6", "why", 987_654_321L)));
        SiteReport correction = correct(counted, "8");
        assertRefused("report.correct.waiting", () -> correct(counted, "7"));
        reports.giveBack(people.supervisor(), correction.id(), "It was ten");
        reports.confirm(people.supervisor(), correct(counted, "9").id());
        assertRefused("report.correct.unconfirmed", () -> correct(counted, "7"));
        assertThat(task().progress().done()).isEqualByComparingTo("9");
    }

    @Test
    void the_queue_tells_how_far_the_task_is_and_what_to_look_at() {
        confirmed("60");
        SiteReport over = reports.submit(people.engineer(), new NewReport(plan.pipes(), DAY, new BigDecimal("50"), 3,
                null, null, "A branch was added", null));

        OpenReport open = mine().getFirst();

        assertThat(open.report()).isEqualTo(over);
        assertThat(open.plannedQuantity()).isEqualByComparingTo("100");
        assertThat(open.doneQuantity()).isEqualByComparingTo("60");
        assertThat(open.doneAfter()).isEqualByComparingTo("110");
        assertThat(open.submittedQuantity()).isEqualByComparingTo("50");
        assertThat(open.warnings(false)).containsExactly(OpenReport.Warning.OVER_PLAN, OpenReport.Warning.SAME_DAY,
                OpenReport.Warning.NO_PHOTO);
    }

    @Test
    void the_queue_is_counted_by_project_and_day_and_read_oldest_first() {
        submit("1");
        reports.submit(people.engineer(), report(DAY.minusDays(1), "2", null, null));
        submit("3");

        assertThat(queue.days(people.supervisor())).filteredOn(day -> day.projectId() == plan.project().id())
                .extracting(OpenDay::reportOn, OpenDay::reports)
                .containsExactly(tuple(DAY.minusDays(1), 1),
                        tuple(DAY, 2));
        assertThat(mine()).extracting(open -> open.report().quantity().intValue()).containsExactly(2, 1, 3);
        ConfirmationQueue.Filter today = new ConfirmationQueue.Filter(plan.project().id(), DAY);
        assertThat(queue.page(people.supervisor(), today, 1, 1)).extracting(open -> open.report().quantity().intValue()).containsExactly(3);
    }

    private List<OpenReport> mine() {
        return queue.page(people.supervisor(), new ConfirmationQueue.Filter(plan.project().id(), null), 100, 0);
    }

    private SiteReport submit(String quantity) {
        return reports.submit(people.engineer(), report(DAY, quantity, null, null));
    }

    private SiteReport confirmed(String quantity) {
        return reports.confirm(people.supervisor(), submit(quantity).id());
    }

    private SiteReport correct(SiteReport wrong, String quantity) {
        return reports.submit(people.engineer(), report(DAY, quantity, "Counted anew", wrong.id()));
    }

    private SiteReport less(SiteReport report, String quantity, String reason) {
        return reports.confirmLess(people.supervisor(), report.id(), new BigDecimal(quantity), reason);
    }

    private NewReport report(LocalDate day, String quantity, @Nullable String remark, @Nullable Long corrects) {
        return new NewReport(plan.pipes(), day, new BigDecimal(quantity), null, null, remark, null, null, corrects);
    }

    private Task task() {
        return services.get(Plans.class).read(plan.project().id()).task(plan.pipes()).orElseThrow();
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
