package city.renewal.plan.sandbox;

/** One kept edit. @param steps as in {@link city.renewal.plan.PlanEdit} */
public record SandboxEdit(long id, String what, String steps, boolean undone) {
}
