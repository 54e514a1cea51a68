package city.renewal.schedule;

import java.time.LocalDate;

/**
 * Where the scheduler put one activity or summary.
 *
 * @param start             first day, by the forward pass
 * @param finish            last day worked, inclusive; equal to {@code start} for a milestone
 * @param lateStart         latest first day that keeps the project's finish
 * @param lateFinish        latest last day that keeps the project's finish
 * @param totalFloatMinutes working minutes it may slip without moving the project's finish; negative when a constraint
 *                          or a later link cannot be met
 * @param freeFloatMinutes  working minutes it may slip without moving any successor
 * @param critical          whether the total float is zero or less and the work is not finished
 */
public record ScheduledDates(
        LocalDate start,
        LocalDate finish,
        LocalDate lateStart,
        LocalDate lateFinish,
        int totalFloatMinutes,
        int freeFloatMinutes,
        boolean critical) {
}
