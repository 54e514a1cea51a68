package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Sheets that were written where there was no signal. */
@OnEachDatabase
class SheetInboxTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(3);

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final SheetInbox inbox;
    private final SiteReports reports;
    private final People people;
    private final SmallPlan plan;

    SheetInboxTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(clock);
        inbox = services.get(SheetInbox.class);
        reports = services.get(SiteReports.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "I" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void counts_once_though_sent_five_times_at_the_same_moment_and_once_more_after_a_restart() throws Exception {
        SentSheet sheet = sheet(line(plan.pipes(), "5", "100"), line(plan.paving(), "2", "50"));

        List<ReceivedSheet> answers = new ArrayList<>();
        try (ExecutorService phones = Executors.newFixedThreadPool(5)) {
            Callable<ReceivedSheet> sending = () -> inbox.receive(people.engineer(), sheet);
            for (Future<ReceivedSheet> answer : phones.invokeAll(List.of(sending, sending, sending, sending, sending))) {
                answers.add(answer.get());
            }
        }
        answers.add(database.services(clock).get(SheetInbox.class).receive(people.engineer(), sheet));

        assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().lines()).extracting(SheetLine::outcome).containsOnly(SheetOutcome.TAKEN);
        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
        assertThat(reports.ofTask(plan.paving())).hasSize(1);
        assertThat(last(people.engineer()).workers()).isEqualTo(7);
    }

    @Test
    void keeps_what_the_plan_of_today_does_not_take_and_counts_the_rest() {
        reports.submit(people.planner(), report(plan.pipes(), "60"));
        services.get(PlanOutlining.class).remove(people.planner(), plan.project().id(), List.of(
                new SeenTask(plan.paving(), services.get(Plans.class).task(plan.paving()).task().version())));

        ReceivedSheet received = inbox.receive(people.engineer(), sheet(line(plan.pipes(), "50", "100"),
                line(plan.paving(), "4", "50"), line(987_654_321, "3", "9")));

        assertThat(received.lines()).extracting(SheetLine::outcome)
                .containsExactly(SheetOutcome.OVER, SheetOutcome.ARCHIVED, SheetOutcome.GONE);
        assertThat(received.lines().getFirst().leftSeen()).isEqualByComparingTo("100");
        assertThat(received.lines().getFirst().leftFound()).isEqualByComparingTo("40");
        assertThat(last(people.engineer()).workers()).as("the sheet itself is taken").isEqualTo(7);
        assertThat(kept()).extracting(kept -> kept.line().quantity().intValue()).containsExactly(50, 4, 3);
        assertThat(inbox.kept(people.planner())).isEmpty();
        assertRefused("sheet.line.kept", () -> inbox.report(people.engineer(), received.requestId(), plan.pipes()));
    }

    @Test
    void a_kept_quantity_is_counted_by_a_new_sheet_with_a_reason_or_put_away() {
        inbox.receive(people.engineer(), sheet(line(plan.pipes(), "101", "100"), line(987_654_321, "3", "9")));
        long over = kept().getFirst().line().id();
        long gone = kept().getLast().line().id();

        inbox.putAway(people.planner(), gone);
        assertThat(kept()).as("only its author decides").hasSize(2);
        inbox.putAway(people.engineer(), gone);
        ReceivedSheet again = inbox.receive(people.engineer(), sheet(new Sent(
                new NewDaySheet.Line(plan.pipes(), new BigDecimal("101"), "A branch was added", null),
                new SentSheet.Seen("Pipes", BigDecimal.valueOf(100), SmallPlan.START, over))));

        assertThat(again.lines()).extracting(SheetLine::outcome).containsExactly(SheetOutcome.TAKEN);
        assertThat(kept()).isEmpty();
        assertThat(inbox.report(people.engineer(), again.requestId(), plan.pipes()))
                .isEqualTo(reports.ofTask(plan.pipes()).getFirst().id());
    }

    @Test
    void says_what_moved_since_the_sheet_was_written() {
        LocalDate before = SmallPlan.START.minusDays(1);

        SheetLine line = inbox.receive(people.engineer(), sheet(new Sent(
                new NewDaySheet.Line(plan.pipes(), BigDecimal.ONE, null, null),
                new SentSheet.Seen("Pipes", BigDecimal.TEN, before, null)))).lines().getFirst();

        assertThat(line.startSeen()).isEqualTo(before);
        assertThat(line.startFound()).isNotEqualTo(before);
        assertThat(line.leftFound()).isEqualByComparingTo("100");
    }

    @Test
    void the_servers_clock_decides_on_the_day() {
        Duration day = Duration.ofDays(1);
        Instant now = clock.instant();

        ReceivedSheet ahead = inbox.receive(people.engineer(), at(DAY.plusDays(1), now.plus(day), now.plus(day)));
        ReceivedSheet late = inbox.receive(people.engineer(),
                at(DAY.plusDays(1).minusDays(2), now.plus(day).minus(day.multipliedBy(2)), now.plus(day)));
        ReceivedSheet right = inbox.receive(people.engineer(), at(DAY.minusDays(1), now.minus(day), now));

        assertThat(ahead.givenOn()).isEqualTo(DAY.plusDays(1));
        assertThat(ahead.sheetOn()).isEqualTo(DAY);
        assertThat(late.sheetOn()).as("written two days before it was sent").isEqualTo(DAY.minusDays(2));
        assertThat(right.sheetOn()).isEqualTo(right.givenOn()).isEqualTo(DAY.minusDays(1));
        assertRefused("report.date.future", () -> inbox.receive(people.engineer(), at(DAY.plusDays(1), now, now)));
    }

    @Test
    void says_why_nobody_works_without_writing_a_sheet() {
        SentSheet pause = new SentSheet(id(), new NewDaySheet(plan.project().id(), DAY, null, List.of(), null, Set.of(),
                null, List.of()), 0, clock.instant(), clock.instant(), PauseReason.CURING, List.of());

        inbox.receive(people.engineer(), pause);
        inbox.receive(people.engineer(), pause);

        assertThat(strings("SELECT category FROM site_pause WHERE project_id = :id", plan.project().id())).containsExactly("CURING");
        assertThat(services.get(DaySheets.class).ofDays(plan.project().id(), DAY, DAY)).isEmpty();
    }

    @Test
    void refuses_what_no_sheet_can_be_and_stores_nothing_of_it() {
        SmallPlan other = SmallPlan.add(services, people.planner(), plan.project().code() + "B");
        SentSheet sheet = sheet(line(plan.pipes(), "5", "100"));
        inbox.receive(people.engineer(), sheet);
        SentSheet changed = new SentSheet(sheet.requestId(), sheet(line(plan.pipes(), "6", "100")).sheet(), 0,
                sheet.writtenAt(), sheet.sentAt(), null, sheet.seen());

        assertRefused("sheet.request.reused", () -> inbox.receive(people.engineer(), changed));
        assertRefused("sheet.task.foreign", () -> inbox.receive(people.engineer(),
                sheet(line(plan.pipes(), "5", "95"), line(other.pipes(), "5", "100"))));
        assertRefused("report.quantity.positive", () -> inbox.receive(people.engineer(),
                sheet(line(plan.pipes(), "0", "95"))));
        assertRefused("report.quantity.absurd", () -> inbox.receive(people.engineer(),
                sheet(line(plan.pipes(), "1E999999999", "95"))));

        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
        assertThat(reports.ofTask(other.pipes())).isEmpty();
    }

    @Test
    void who_may_not_report_is_refused_and_it_is_written_down() {
        assertRefused("refused.role", () -> inbox.receive(people.viewer(), sheet(line(plan.pipes(), "5", "100"))));

        assertThat(reports.ofTask(plan.pipes())).isEmpty();
        assertThat(strings("SELECT actor FROM audit_entry WHERE action = 'sheet.refuse' AND subject = :id",
                "project-id:" + plan.project().id())).containsExactly(people.viewer().login());
    }

    @Test
    void a_phone_keeps_the_tasks_that_come_and_asks_for_changed_plans_only() {
        PhoneDesk desk = services.get(PhoneDesk.class);
        String code = plan.project().code();

        assertThat(desk.read(people.engineer(), Map.of()).plans()).as("nothing written for it yet")
                .doesNotContainKey(code);
        PhoneDesk.PhonePlan first = desk.read(people.engineer(), Map.of(code, "")).plans().get(code);
        assertThat(first.tasks()).extracting(each -> each.task().id()).containsExactly(plan.pipes(), plan.paving());
        assertThat(desk.read(people.engineer(), Map.of(code, first.stamp())).plans().get(code).tasks()).isNull();

        inbox.receive(people.engineer(), sheet(line(plan.pipes(), "5", "100")));
        PhoneDesk.Kept after = desk.read(people.engineer(), Map.of(code, first.stamp()));

        assertThat(after.plans().get(code).tasks()).isNotNull();
        assertThat(after.sent()).extracting(SiteReport::taskId).contains(plan.pipes());
        assertThat(after.day()).isEqualTo(services.get(Plans.class).today());
        assertRefused("refused.role", () -> desk.read(people.viewer(), Map.of()));
    }

    private record Sent(NewDaySheet.Line line, SentSheet.Seen seen) {
    }

    private static Sent line(long task, String quantity, String left) {
        return new Sent(new NewDaySheet.Line(task, new BigDecimal(quantity), null, null),
                new SentSheet.Seen("Task", new BigDecimal(left), SmallPlan.START, null));
    }

    private SentSheet sheet(Sent... lines) {
        return new SentSheet(id(), new NewDaySheet(plan.project().id(), DAY, 7, List.of("Pipes one"), "rain",
                Set.of(Blocker.MATERIAL, Blocker.POWER), null, List.of(lines).stream().map(Sent::line).toList()), 0,
                clock.instant().minusSeconds(3_600), clock.instant(), null,
                List.of(lines).stream().map(Sent::seen).toList());
    }

    private SentSheet at(LocalDate day, Instant written, Instant sent) {
        return new SentSheet(id(), new NewDaySheet(plan.project().id(), day, 3, List.of(), null, Set.of(), null,
                List.of()), 0, written, sent, null, List.of());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private NewReport report(long task, String quantity) {
        return new NewReport(task, DAY, new BigDecimal(quantity), null, null, null, null, null);
    }

    private List<String> strings(String query, Object id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(query).bind("id", id).mapTo(String.class).list());
    }

    private List<KeptLine> kept() {
        return inbox.kept(people.engineer()).stream()
                .filter(each -> each.projectCode().equals(plan.project().code())).toList();
    }

    private DaySheet last(Actor author) {
        @Nullable DaySheet last = services.get(DaySheets.class).projects(author).stream()
                .filter(each -> each.projectId() == plan.project().id()).findFirst().orElseThrow().last();
        return Objects.requireNonNull(last);
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
