package city.renewal.plan;

import city.renewal.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Many plans at once, for what moves a whole programme: a fixed number of statements however many plans there are.
 * {@link #lock}, {@link #read} and {@link #write} run inside their caller's transaction.
 */
public final class PlanBatch {

    private final PlanStore store;

    public PlanBatch(Plans plans) {
        this.store = plans.store();
    }

    /**
     * A plan computed anew.
     *
     * @param before   as it was, with the calendars and windows it was computed under
     * @param schedule the dates it would have
     * @param moved    the tasks whose dates or floats differ, with their new ones
     */
    public record Rescheduled(PlanSnapshot before, Schedule schedule, List<Task> moved) {
    }

    /** Keeps every other change of these projects' plans waiting until the transaction ends. */
    public void lock(Collection<Long> projectIds) {
        if (!projectIds.isEmpty()) {
            store.revisions.raiseAll(projectIds);
        }
    }

    /** @return the plans with tasks among the projects, by project id */
    public List<PlanSnapshot> read(Collection<Long> projectIds) {
        return store.read(projectIds).stream().filter(plan -> !plan.tasks().isEmpty()).toList();
    }

    /** Computes without storing. */
    public Rescheduled reschedule(PlanSnapshot plan) {
        Rescheduling.Outcome outcome = store.rescheduled(plan);
        return new Rescheduled(plan, outcome.schedule(), outcome.moved());
    }

    /** Stores the dates of all of them. */
    public void write(List<Rescheduled> plans) {
        List<Task> moved = new ArrayList<>();
        plans.forEach(plan -> moved.addAll(plan.moved()));
        store.setDates(moved);
        if (!plans.isEmpty()) {
            store.plans.setExtents(plans.stream().map(plan -> plan.before().head().projectId()).toList(),
                    plans.stream().map(Rescheduled::schedule).toList());
        }
    }
}
