package city.renewal.plan;

/**
 * One step that somebody took in a plan.
 *
 * @param what  what was done, a code such as {@code move}
 * @param steps JSON of {@link EditSteps}
 */
public record PlanEdit(long id, String author, String what, String steps, boolean undone) {
}
