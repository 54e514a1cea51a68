package city.renewal.visit;

import static city.renewal.visit.VisitSample.MORNING;
import static city.renewal.visit.VisitSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.project.ProjectPeople;
import city.renewal.site.NewReport;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class VisitReportsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate TOMORROW = DAY.plusDays(1);

    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final VisitReports homes;
    private final VisitWorks works;
    private final VisitMarks marks;
    private final SiteReports reports;
    private VisitSample sample;
    private Actor engineer;
    private Actor supervisor;

    VisitReportsTest(TestDatabase database) {
        services = database.services(clock);
        homes = services.get(VisitReports.class);
        works = services.get(VisitWorks.class);
        marks = services.get(VisitMarks.class);
        reports = services.get(SiteReports.class);
    }

    @BeforeEach
    void compound(TestInfo test) {
        clock.moveTo(DAY);
        String code = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT).replace('_', '-');
        sample = VisitSample.add(services, code.substring(0, Math.min(32, code.length())).replaceAll("-$", ""));
        engineer = sample.compound().people().engineer();
        supervisor = sample.compound().people().supervisor();
    }

    /** Books both doors of stairwell 1 and says that they were done, a day later. */
    private List<Visit> twoDone() {
        long slot = sample.offer(TOMORROW, 3, MORNING);
        List<Visit> booked = List.of(sample.book("101", slot), sample.book("102", slot));
        clock.moveTo(TOMORROW);
        booked.forEach(visit -> marks.mark(engineer, visit.id(), VisitState.DONE, ""));
        return booked;
    }

    private SiteReport report() {
        return homes.report(engineer, sample.work(), TOMORROW, null, chinese());
    }

    private Formats chinese() {
        return new Formats(services.get(Messages.class), Locale.SIMPLIFIED_CHINESE, LocalDate.now(clock));
    }

    private HomesDone now() {
        return homes.of(engineer, sample.project().id(), TOMORROW).getFirst();
    }

    private String confirmed(long task) {
        return services.get(Plans.class).task(task).task().progress().done().stripTrailingZeros().toPlainString();
    }

    @Test
    void homes_done_become_a_report_that_counts_once_it_is_confirmed() {
        long task = sample.plan(20).get(1);
        twoDone();

        assertThat(now()).extracting(HomesDone::done, HomesDone::left).containsExactly(2, 2);
        SiteReport report = report();
        assertThat(report).extracting(SiteReport::taskId, SiteReport::reportOn, SiteReport::state, SiteReport::authorName)
                .containsExactly(task, TOMORROW, ReportState.SUBMITTED, engineer.name());
        assertThat(report.quantity()).isEqualByComparingTo("2");
        assertThat(report.remark()).contains("更换外窗", "1号楼 1 单元 2 户").doesNotContain("101");
        assertThat(now()).extracting(HomesDone::done, HomesDone::left).containsExactly(2, 0);
        assertThat(now().reported()).isEqualByComparingTo("2");
        assertThat(confirmed(task)).as("nobody has confirmed it").isEqualTo("0");

        refused("visit.report.none", this::report);
        assertThat(reports.ofTask(task)).as("pressed twice adds nothing").hasSize(1);
        reports.confirm(supervisor, report.id());
        assertThat(confirmed(task)).isEqualTo("2");
        refused("visit.report.none", this::report);
    }

    @Test
    void homes_done_later_come_in_a_report_of_their_own() {
        long task = sample.plan(20).get(1);
        twoDone();
        report();
        works.link(sample.worker(), sample.work(), null);
        works.link(sample.worker(), sample.work(), task);
        clock.moveTo(DAY);
        services.get(VisitPlanning.class).offer(sample.worker(), new NewSlots(sample.work(),
                sample.compound().place("B01"), "2", "门窗二班", TOMORROW, TOMORROW, true, List.of(NOON), 1));
        Visit third = sample.book("201", services.get(VisitBoard.class).slots(sample.project().id()).stream()
                .filter(slot -> slot.stairwell().equals("2")).findFirst().orElseThrow().id());
        clock.moveTo(TOMORROW);
        assertThat(now()).as("not the ones of the first report, also after linking anew")
                .extracting(HomesDone::done, HomesDone::left).containsExactly(2, 0);
        marks.mark(engineer, third.id(), VisitState.DONE, "");

        assertThat(report().quantity()).isEqualByComparingTo("1");
        assertThat(now().reported()).isEqualByComparingTo("3");
        assertThat(homes.of(engineer, sample.project().id(), DAY)).as("nothing was done on other days").isEmpty();
    }

    @Test
    void many_who_press_at_once_make_one_report() throws Exception {
        long task = sample.plan(20).get(1);
        twoDone();
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> {
                try {
                    report();
                    return "reported";
                } catch (Refusal refused) {
                    return refused.key();
                }
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
            List<String> ends = new ArrayList<>();
            for (Future<String> end : threads.invokeAll(attempts)) {
                ends.add(end.get());
            }
            assertThat(ends).containsOnly("reported", "visit.report.none").filteredOn("reported"::equals).hasSize(1);
        }
        assertThat(reports.ofTask(task)).hasSize(1);
    }

    @Test
    void homes_of_a_report_that_was_given_back_are_free_again() {
        sample.plan(20);
        twoDone();
        reports.giveBack(supervisor, report().id(), "102 还缺密封条");

        assertThat(now()).extracting(HomesDone::done, HomesDone::left).containsExactly(2, 2);
        assertThat(report().quantity()).isEqualByComparingTo("2");
    }

    @Test
    void mark_taken_back_before_the_supervisor_decided_is_pointed_out_and_confirmed_as_less() {
        sample.plan(20);
        List<Visit> done = twoDone();
        SiteReport report = report();
        marks.mark(engineer, done.getFirst().id(), VisitState.NOT_HOME, "记错门牌");

        assertThat(now().slips()).extracting(HomesDone.Slip::reportId, HomesDone.Slip::done, HomesDone.Slip::confirmed)
                .containsExactly(tuple(report.id(), 1, false));
        refused("report.correct.unconfirmed", () -> homes.correct(engineer, report.id(), chinese()));
        reports.confirmLess(supervisor, report.id(), BigDecimal.ONE, "一户未完成");
        assertThat(now().slips()).isEmpty();
    }

    @Test
    void mark_taken_back_after_the_report_was_confirmed_is_corrected_and_may_come_again() {
        long task = sample.plan(20).get(1);
        List<Visit> done = twoDone();
        SiteReport report = report();
        refused("visit.report.right", () -> homes.correct(engineer, report.id(), chinese()));
        reports.confirm(supervisor, report.id());
        marks.mark(engineer, done.getFirst().id(), VisitState.DECLINED, "住户不做，登错");

        assertThat(now()).extracting(HomesDone::done, HomesDone::left).containsExactly(1, 0);
        assertThat(now().slips()).extracting(HomesDone.Slip::done, HomesDone.Slip::confirmed)
                .containsExactly(tuple(1, true));
        SiteReport correction = homes.correct(engineer, report.id(), chinese());
        assertThat(correction.correctsId()).isEqualTo(report.id());
        assertThat(correction.quantity()).isEqualByComparingTo("1");
        assertThat(correction.remark()).contains("1 户未完成");
        assertThat(now().slips()).as("asked once").isEmpty();
        refused("report.correct.waiting", () -> homes.correct(engineer, report.id(), chinese()));
        assertThat(confirmed(task)).as("the supervisor decides").isEqualTo("2");

        reports.giveBack(supervisor, correction.id(), "请附照片");
        assertThat(now().slips()).as("it stands as it was").hasSize(1);
        reports.confirm(supervisor, homes.correct(engineer, report.id(), chinese()).id());
        assertThat(confirmed(task)).isEqualTo("1");
        assertThat(now().slips()).isEmpty();

        marks.mark(engineer, done.getFirst().id(), VisitState.DONE, "");
        assertThat(now()).extracting(HomesDone::done, HomesDone::left).containsExactly(2, 1);
        reports.confirm(supervisor, report().id());
        assertThat(confirmed(task)).isEqualTo("2");
        assertThat(services.get(VisitCheck.class).findings()).isEmpty();
    }

    @Test
    void report_that_was_corrected_by_hand_is_left_to_who_corrected_it() {
        sample.plan(20);
        List<Visit> done = twoDone();
        SiteReport report = report();
        reports.confirm(supervisor, report.id());
        SiteReport byHand = reports.submit(engineer, new NewReport(report.taskId(), TOMORROW,
                BigDecimal.valueOf(5), null, null, "另有三户未预约", null, null, report.id()));
        reports.confirm(supervisor, byHand.id());

        assertThat(now().left()).as("its homes count").isZero();
        marks.mark(engineer, done.getFirst().id(), VisitState.NOT_HOME, "登错");
        assertThat(now().slips()).isEmpty();
    }

    @Test
    void task_that_left_the_plan_takes_no_reports_until_another_is_chosen_or_it_is_back() {
        long task = sample.plan(20).get(1);
        Actor planner = sample.compound().people().planner();
        twoDone();
        services.get(PlanOutlining.class).remove(planner, sample.project().id(),
                List.of(SeenTask.of(services.get(Plans.class).task(task).task())));

        assertThat(now().task()).isNull();
        assertThat(now().left()).isEqualTo(2);
        refused("visit.report.task", this::report);
        assertThat(works.of(sample.project().id()).getFirst().taskId()).isEqualTo(task);
        assertThat(sample.book("201", otherSlot()).state()).as("booking goes on").isEqualTo(VisitState.BOOKED);
        services.get(PlanEditing.class).undo(planner, sample.project().id());
        assertThat(now().task()).isNotNull();
        assertThat(report().quantity()).isEqualByComparingTo("2");

        works.link(sample.worker(), sample.work(), null);
        refused("visit.report.unlinked", this::report);
        assertThat(homes.of(engineer, sample.project().id(), TOMORROW)).isEmpty();
    }

    private long otherSlot() {
        services.get(VisitPlanning.class).offer(sample.worker(), new NewSlots(sample.work(),
                sample.compound().place("B01"), "2", "门窗二班", TOMORROW.plusDays(1), TOMORROW.plusDays(1), true,
                List.of(NOON), 1));
        return services.get(VisitBoard.class).slots(sample.project().id()).stream()
                .filter(slot -> slot.stairwell().equals("2")).findFirst().orElseThrow().id();
    }

    @Test
    void only_leaf_tasks_in_homes_are_linked() {
        List<Long> plan = sample.plan(20);
        long project = sample.project().id();
        assertThat(works.tasks(project)).extracting(WorkTask::id).containsExactly(plan.get(1));
        for (Long unfit : new Long[] {plan.get(0), plan.get(2), 0L}) {
            refused("visit.task.unfit", () -> works.link(sample.worker(), sample.work(), unfit));
            refused("visit.task.unfit", () -> works.add(sample.worker(), project, work(unfit)));
        }
        VisitSample other = VisitSample.add(services, "ANOTHER-COMPOUND");
        refused("visit.task.unfit", () -> works.link(other.worker(), other.work(), plan.get(1)));
        refused("refused.role", () -> works.link(engineer, sample.work(), plan.get(1)));
        long made = works.add(sample.worker(), project, work(plan.get(1)));
        assertThat(works.of(project)).filteredOn(work -> work.id() == made).singleElement()
                .extracting(VisitWork::taskId).isEqualTo(plan.get(1));
    }

    private NewWork work(@Nullable Long task) {
        return new NewWork(new Words("换门", null), null, "indoor", Set.of(sample.compound().place("B01")), task);
    }

    @Test
    void only_who_reports_on_the_project_reports_its_homes() {
        long task = sample.plan(1).get(1);
        twoDone();
        refused("refused.role", () -> homes.report(sample.worker(), sample.work(), TOMORROW, null, chinese()));
        refused("refused.role", () -> homes.of(sample.compound().people().viewer(), sample.project().id(), TOMORROW));
        refused("report.quantity.over", this::report);
        assertThat(now().left()).as("nothing was stored").isEqualTo(2);
        assertThat(homes.report(engineer, sample.work(), TOMORROW, "计划漏了一户", chinese()).overReason())
                .isEqualTo("计划漏了一户");
        services.get(ProjectPeople.class).name(sample.compound().people().planner(), sample.project().id(),
                Set.of(services.get(Accounts.class).add(Actor.commandLine(),
                        "other-engineer", "Another", Role.ENGINEER, "a long password").id()));
        refused("refused.project", this::report);
        assertThat(reports.ofTask(task)).hasSize(1);
    }

    private List<UnreportedDay> unreported() {
        return homes.unreported(engineer, sample.project().id());
    }

    @Test
    void homes_that_nobody_reported_are_named_by_their_day_until_somebody_does() {
        long task = sample.plan(20).get(1);
        twoDone();
        UnreportedDay two = new UnreportedDay(TOMORROW, 2);
        assertThat(unreported()).as("the day is not over").isEmpty();
        clock.moveTo(TOMORROW.plusDays(2));
        assertThat(unreported()).containsExactly(two);
        assertThat(homes.unreported(sample.worker(), sample.project().id())).containsExactly(two);

        SiteReport report = report();
        assertThat(unreported()).isEmpty();
        reports.giveBack(supervisor, report.id(), "请附照片");
        assertThat(unreported()).as("its homes are free again").containsExactly(two);
        works.link(sample.worker(), sample.work(), null);
        assertThat(unreported()).as("they are counted for nothing").isEmpty();
        works.link(sample.worker(), sample.work(), task);
        reports.confirm(supervisor, report().id());
        assertThat(unreported()).isEmpty();
    }

    @Test
    void homes_that_somebody_reported_by_hand_are_not_asked_for_again() {
        long task = sample.plan(20).get(1);
        twoDone();
        clock.moveTo(TOMORROW.plusDays(2));
        reports.submit(engineer, byHand(task, TOMORROW.plusDays(1), 5));
        reports.submit(engineer, byHand(task, TOMORROW, 1));
        assertThat(unreported()).as("one home less than was done that day")
                .containsExactly(new UnreportedDay(TOMORROW, 2));
        reports.submit(engineer, byHand(task, TOMORROW, 1));
        assertThat(unreported()).isEmpty();
    }

    private static NewReport byHand(long task, LocalDate day, int homes) {
        return new NewReport(task, day, BigDecimal.valueOf(homes), null, null, "手工填报", null, null, null);
    }

    @Test
    void days_without_a_report_are_named_to_who_works_on_the_project() {
        sample.plan(20);
        twoDone();
        clock.moveTo(TOMORROW.plusDays(2));
        refused("refused.role", () -> homes.unreported(sample.compound().people().viewer(), sample.project().id()));
        services.get(ProjectPeople.class).name(sample.compound().people().planner(), sample.project().id(),
                Set.of(services.get(Accounts.class).add(Actor.commandLine(),
                        "their-engineer", "Another", Role.ENGINEER, "a long password").id()));
        assertThat(unreported()).isEmpty();
    }

    private static void refused(String why, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(Refusal.class).hasMessageStartingWith(why);
    }
}
