package city.renewal.plan;

/** A change of a plan that can be made on the plan itself or in a sandbox of it, by the same rules. */
@FunctionalInterface
public interface PlanChange {

    /**
     * @param editing   changes tasks and links where the change is to be made
     * @param outlining changes the tree there
     * @return what the last edit made of the plan
     * @throws city.renewal.base.Refusal as the edits themselves
     */
    Edited make(PlanEditing editing, PlanOutlining outlining);
}
