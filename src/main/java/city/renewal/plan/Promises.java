package city.renewal.plan;

import city.renewal.account.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a plan's dates as baselines, which are never changed. Runs inside its caller's transaction. */
final class Promises {

    private final PlanStore store;

    Promises(PlanStore store) {
        this.store = store;
    }

    void add(Actor actor, long projectId, int number, String name, @Nullable String reason,
             @Nullable String reasonEn, OffsetDateTime takenAt, List<BaselineTask> tasks) {
        LocalDate start = tasks.stream().map(BaselineTask::startOn).min(LocalDate::compareTo).orElse(null);
        LocalDate finish = tasks.stream().map(BaselineTask::finishOn).max(LocalDate::compareTo).orElse(null);
        long id = store.plans.addBaseline(projectId, number, name, reason, reasonEn, actor.name(), takenAt, start,
                finish);
        store.plans.addBaselineTasks(id, tasks);
    }

    /** @return what a baseline taken now says of each task, in the order of the tree */
    static List<BaselineTask> copied(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        List<BaselineTask> copies = new ArrayList<>(plan.tasks().size());
        for (Task task : plan.tasks()) {
            copies.add(BaselineTask.of(task, copies.size(), summaries.contains(task.id())));
        }
        return copies;
    }
}
