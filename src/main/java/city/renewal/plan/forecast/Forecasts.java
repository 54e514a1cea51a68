package city.renewal.plan.forecast;

import city.renewal.plan.PlanBatch;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.RateBasis;
import city.renewal.plan.Task;
import city.renewal.schedule.OutOfSequence;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.WorkRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** When plans will be done, at the plan's rate and at the observed one. */
public final class Forecasts {

    private final ForecastDao dao;
    private final PlanBatch batch;

    public Forecasts(Jdbi jdbi, Plans plans) {
        this.dao = jdbi.onDemand(ForecastDao.class);
        this.batch = new PlanBatch(plans);
    }

    /** Both finishes, without a statement. */
    public ProjectForecast brief(PlanSnapshot plan) {
        return new ProjectForecast(plan.head().projectId(), finish(plan, RateBasis.PLAN),
                finish(plan, RateBasis.OBSERVED), plan.promise() == null ? null : plan.promise().finishOn());
    }

    /** At the rate that counts it is stored. */
    private LocalDate finish(PlanSnapshot plan, RateBasis basis) {
        LocalDate stored = plan.head().finishOn();
        return basis == plan.head().rateBasis() && stored != null ? stored : schedule(plan, basis).finish();
    }

    /** @return the tasks whose progress passed over a link, by id, with those links; no statement */
    public Map<Long, List<OutOfSequence>> outOfSequence(PlanSnapshot plan) {
        return plan.tasks().stream().noneMatch(Task::started) ? Map.of()
                : passed(plan, batch.reschedule(plan).schedule());
    }

    private static Map<Long, List<OutOfSequence>> passed(PlanSnapshot plan, Schedule schedule) {
        return OutOfSequence.find(plan.network(), schedule).stream()
                .collect(Collectors.groupingBy(each -> each.link().successor()));
    }

    /**
     * Three statements, however many plans there are.
     *
     * @return the forecast of each project with tasks, by project id
     */
    public List<ProjectForecast> of(Collection<Long> projectIds) {
        return batch.read(projectIds).stream().map(this::brief).toList();
    }

    /**
     * One statement.
     *
     * @param plan with a task at least
     */
    public PlanForecast of(PlanSnapshot plan) {
        List<ForecastDao.CurrentPromise> current = dao.current(plan.head().projectId());
        Map<Long, LocalDate> promised = current.stream()
                .collect(Collectors.toMap(ForecastDao.CurrentPromise::taskId, ForecastDao.CurrentPromise::finishOn));
        Schedule byPlan = schedule(plan, RateBasis.PLAN);
        Schedule byObserved = schedule(plan, RateBasis.OBSERVED);
        Schedule stands = plan.head().rateBasis() == RateBasis.PLAN ? byPlan : byObserved;
        Map<Long, List<OutOfSequence>> passed = passed(plan, stands);
        Set<Long> summaries = plan.children().keySet();
        List<TaskForecast> unfinished = new ArrayList<>();
        for (Task task : plan.tasks()) {
            if (!task.finished() && !summaries.contains(task.id())) {
                unfinished.add(new TaskForecast(task, plan.rateOf(task), byPlan.of(task.id()).finish(),
                        byObserved.of(task.id()).finish(), task.dates().promisedFinishOn(), promised.get(task.id()),
                        passed.getOrDefault(task.id(), List.of())));
            }
        }
        unfinished.sort(Comparator.comparing((TaskForecast each) -> !each.task().dates().critical())
                .thenComparing(Forecasts::daysLate, Comparator.reverseOrder())
                .thenComparing(each -> each.task().dates().finishOn()));
        return new PlanForecast(plan, byPlan.finish(), byObserved.finish(),
                (int) unfinished.stream().map(TaskForecast::rate).filter(WorkRate::observed).count(),
                plan.promise() == null ? null : plan.promise().finishOn(),
                current.isEmpty() ? null : current.getFirst().projectFinishOn(),
                current.isEmpty() ? 0 : current.getFirst().baselineNo(), unfinished);
    }

    private static int daysLate(TaskForecast each) {
        Integer days = each.task().dates().daysLate();
        return days == null ? 0 : days;
    }

    private Schedule schedule(PlanSnapshot plan, RateBasis basis) {
        return batch.reschedule(plan.by(basis)).schedule();
    }
}
