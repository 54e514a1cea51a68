package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskProgress;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes at the same moment wait for each other: none is lost and none waits for ever. */
@OnEachDatabase
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConcurrentReportsTest {

    private final Services services;
    private final SiteReports reports;
    private final People people;

    ConcurrentReportsTest(TestDatabase database) {
        services = database.services(TestClock.at(SmallPlan.START));
        reports = services.get(SiteReports.class);
        people = People.join(services);
    }

    @Test
    void adds_up_what_two_supervisors_confirm_at_once() throws Exception {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "CONFIRM");
        List<Long> pipes = submit(plan.pipes(), 20);
        List<Long> paving = submit(plan.paving(), 20);

        atOnce(() -> confirm(people.supervisor(), pipes), () -> confirm(people.secondSupervisor(), paving));

        assertThat(progress(plan, plan.pipes()).confirmedQuantity()).isEqualByComparingTo("20");
        assertThat(progress(plan, plan.pipes()).submittedQuantity()).isEqualByComparingTo("0");
        assertThat(progress(plan, plan.paving()).confirmedQuantity()).isEqualByComparingTo("20");
    }

    @Test
    void adds_up_what_two_engineers_report_on_one_task_at_once() throws Exception {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "SUBMIT");

        atOnce(() -> submit(plan.pipes(), 20), () -> submit(plan.pipes(), 20));

        assertThat(progress(plan, plan.pipes()).submittedQuantity()).isEqualByComparingTo("40");
    }

    @Test
    void lets_one_of_two_supervisors_decide_a_report() throws Exception {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "ONE");
        for (long report : submit(plan.pipes(), 10)) {
            List<@Nullable Throwable> ends = atOnce(
                    () -> reports.confirm(people.supervisor(), report),
                    () -> reports.giveBack(people.secondSupervisor(), report, "No"));

            assertThat(ends).filteredOn(end -> end == null).hasSize(1);
            assertThat(ends).filteredOn(Refusal.class::isInstance).singleElement()
                    .satisfies(refused -> assertThat(((Refusal) refused).key()).isEqualTo("report.decided"));
        }
    }

    @Test
    void confirms_each_report_of_two_sheets_once_that_two_supervisors_confirm_at_once() throws Exception {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "SHEETS");
        for (int round = 0; round < 5; round++) {
            List<Long> ids = new ArrayList<>(submit(plan.pipes(), 3));
            ids.addAll(submit(plan.paving(), 3));
            List<ManyConfirmed> outcomes = new CopyOnWriteArrayList<>();

            assertThat(atOnce(() -> outcomes.add(reports.confirmAll(people.supervisor(), ids.subList(0, 4))),
                    () -> outcomes.add(reports.confirmAll(people.secondSupervisor(), ids.subList(2, 6)))))
                    .containsOnlyNulls();

            assertThat(outcomes).flatExtracting(ManyConfirmed::confirmed).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(outcomes).flatExtracting(outcome -> outcome.refused().values())
                    .extracting(Refusal::key).containsExactly("report.decided", "report.decided");
        }
        assertThat(progress(plan, plan.pipes()).confirmedQuantity()).isEqualByComparingTo("15");
        assertThat(progress(plan, plan.paving()).confirmedQuantity()).isEqualByComparingTo("15");
    }

    @Test
    void counts_once_a_report_that_is_sent_twice_at_once() throws Exception {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "TWICE");
        NewReport report = report(plan.pipes(), "twice");

        List<@Nullable Throwable> ends = atOnce(() -> reports.submit(people.engineer(), report),
                () -> reports.submit(people.engineer(), report));

        assertThat(ends).containsOnlyNulls();
        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
    }

    @Test
    void gives_two_plans_made_at_once_tasks_of_their_own() throws Exception {
        assertThat(atOnce(() -> SmallPlan.add(services, people.planner(), "LEFT"),
                () -> SmallPlan.add(services, people.planner(), "RIGHT"))).containsOnlyNulls();
    }

    private List<Long> submit(long taskId, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> reports.submit(people.engineer(), report(taskId, null)).id())
                .toList();
    }

    private Void confirm(Actor supervisor, List<Long> ids) {
        ids.forEach(id -> reports.confirm(supervisor, id));
        return null;
    }

    private static NewReport report(long taskId, @Nullable String requestId) {
        return new NewReport(taskId, SmallPlan.START, BigDecimal.ONE, null, null, null, null, requestId);
    }

    private TaskProgress progress(SmallPlan plan, long taskId) {
        return services.get(Plans.class).read(plan.project().id()).task(taskId).orElseThrow().progress();
    }

    /** @return how each ended: null when well, else what it threw */
    private static List<@Nullable Throwable> atOnce(Callable<?> left, Callable<?> right) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(2);
        List<@Nullable Throwable> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> runs = threads.invokeAll(List.of(meetThen(start, left), meetThen(start, right)));
            for (Future<Object> run : runs) {
                try {
                    run.get();
                    ends.add(null);
                } catch (ExecutionException failed) {
                    ends.add(failed.getCause());
                }
            }
        }
        return ends;
    }

    private static Callable<Object> meetThen(CyclicBarrier start, Callable<?> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }
}
