package city.renewal.plan.template;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a plan for.
 *
 * @param scope    items, measures, places and quantities
 * @param start    nothing begins before it
 * @param week     days worked in an ordinary week, at least one
 * @param holidays whether public holidays are kept and make-up days worked
 */
public record PlanWish(
        PlanTemplate template,
        ForProject project,
        Breakdown.Scope scope,
        LocalDate start,
        Set<DayOfWeek> week,
        boolean holidays) {

    public PlanWish {
        week = Set.copyOf(week);
    }

    /**
     * The project that is planned.
     *
     * @param existing whether {@code code} names a project that has no plan yet; the other facts are its own then
     * @param code     null to have one chosen for a new project
     */
    public record ForProject(
            boolean existing, @Nullable String code, String name, @Nullable String street, @Nullable String community) {
    }
}
