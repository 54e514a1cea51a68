package city.renewal.plan.window;

import city.renewal.base.Words;
import city.renewal.plan.PlanBatch;
import city.renewal.plan.PlanBatch.Rescheduled;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StopWindow;
import city.renewal.plan.Task;
import city.renewal.plan.window.ProjectEffect.MovedTask;
import city.renewal.plan.window.WindowRefusal.Field;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Computes plans with a window more or less. Pure but for what it is given. */
final class WindowEffects {

    private final PlanBatch batch;

    WindowEffects(PlanBatch batch) {
        this.batch = batch;
    }

    /**
     * @param preview what a person sees
     * @param moved   what has to be stored for it to be so
     */
    record Computed(WindowPreview preview, List<Rescheduled> moved) {
    }

    /**
     * @param window   the one that comes or goes
     * @param projects those in its scope, by id
     * @param plans    their plans as they stand
     * @param change   the windows of a plan as they would be
     */
    Computed compute(StopWindow window, Map<Long, Project> projects, List<PlanSnapshot> plans,
                     UnaryOperator<List<StopWindow>> change) {
        List<ProjectEffect> effects = new ArrayList<>();
        List<Rescheduled> moved = new ArrayList<>();
        int untyped = 0;
        for (PlanSnapshot plan : plans) {
            PlanSnapshot changed = plan.under(change.apply(plan.days().windows()));
            Rescheduled now = batch.reschedule(changed);
            ProjectEffect effect = effect(window, projects.get(plan.head().projectId()), plan, now);
            if (!now.moved().isEmpty()) {
                moved.add(now);
            }
            if (!effect.moved().isEmpty() || !effect.paused().isEmpty()) {
                effects.add(effect);
            }
            untyped += window.kind().byWorkType() ? untyped(plan) : 0;
        }
        effects.sort(Comparator.comparingInt((ProjectEffect effect) -> -Math.abs(effect.finishMoves()))
                .thenComparing(effect -> effect.project().code()));
        return new Computed(new WindowPreview(window, effects, projects.size() - effects.size(), untyped), moved);
    }

    private static int untyped(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        return (int) plan.tasks().stream()
                .filter(task -> !task.finished() && !task.input().milestone() && task.input().workType() == null
                        && !summaries.contains(task.id()))
                .count();
    }

    private static ProjectEffect effect(StopWindow window, Project project, PlanSnapshot before, Rescheduled now) {
        Set<Long> summaries = before.children().keySet();
        Map<Long, Task> known = before.byId();
        List<MovedTask> moved = now.moved().stream()
                .filter(task -> !summaries.contains(task.id()))
                .map(task -> moved(known.get(task.id()), task))
                .filter(task -> !task.startBefore().equals(task.startAfter())
                        || !task.finishBefore().equals(task.finishAfter()))
                .toList();
        LocalDate status = before.head().statusOn();
        List<Words> paused = before.tasks().stream()
                .filter(task -> task.started() && !task.finished() && !summaries.contains(task.id())
                        && now.before().days().stops(window, task.input())
                        && (status == null || window.lastOn().isAfter(status)))
                .map(Task::names)
                .toList();
        LocalDate finish = before.head().finishOn();
        return new ProjectEffect(project, finish == null ? now.schedule().finish() : finish, now.schedule().finish(),
                before.promise() == null ? null : before.promise().finishOn(), paused, moved);
    }

    private static MovedTask moved(Task before, Task after) {
        return new MovedTask(after.id(), after.names(), before.dates().startOn(), before.dates().finishOn(),
                after.dates().startOn(), after.dates().finishOn());
    }

    /**
     * @param horizon the last day for which plans are made
     * @throws WindowRefusal when some work that the window stops has no working day left from today on
     */
    static void leavesWork(StopWindow window, List<Rescheduled> plans, LocalDate today, LocalDate horizon) {
        for (Rescheduled plan : plans) {
            Set<Long> summaries = plan.before().children().keySet();
            for (Task task : plan.before().tasks()) {
                if (!task.finished() && !summaries.contains(task.id())
                        && plan.before().days().stops(window, task.input())
                        && plan.before().calendarOf(task).calendar().workingDays(today, horizon) == 0) {
                    throw new WindowRefusal(Field.LAST_ON, "window.no-working-day", task.name(),
                            plan.before().days().projectCode(), horizon.toString());
                }
            }
        }
    }

    /** @return the tasks of the plans that the window stops, by id */
    static Map<Long, Task> stopped(StopWindow window, List<PlanSnapshot> plans) {
        return plans.stream()
                .flatMap(plan -> plan.tasks().stream().filter(task -> plan.days().stops(window, task.input())))
                .collect(Collectors.toMap(Task::id, Function.identity()));
    }
}
