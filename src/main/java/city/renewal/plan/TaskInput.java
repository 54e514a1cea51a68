package city.renewal.plan;

import city.renewal.schedule.ConstraintType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner decides about a task; everything else about it is derived.
 *
 * @param parentId        the summary it belongs to, null at the top
 * @param sortOrder       its place among all tasks of the project, ascending down the tree
 * @param code            the planner's own code, or null
 * @param name            at most {@link #LONGEST_NAME} characters
 * @param publicName      what residents read instead of the name, or null
 * @param nameEn          English name, or null
 * @param itemClass       {@code BASIC}, {@code IMPROVEMENT} or {@code UPGRADE} (基础、完善、提升), or null
 * @param milestone       whether it is a moment rather than work
 * @param durationMinutes working minutes, 480 a day; 0 for a milestone; ignored for a summary
 * @param constraintType  what holds its dates besides links
 * @param constraintOn    the constraint's date where it needs one
 * @param calendarId      its own calendar, null for the plan's
 * @param placeId         where it is done, or null
 * @param plannedQuantity above 0; 100 {@code percent} where the work is not measured
 * @param unit            id of a unit
 * @param weight          share in its project relative to others, null to weigh it by its duration
 * @param notes           the planner's remarks, or null
 * @param workType        id of one of the {@link WorkTypes}, or null for work of no special type
 * @param crew            name of the crew that does it, such as a crew that moves along a road, or null
 */
public record TaskInput(
        @Nullable Long parentId,
        int sortOrder,
        @Nullable String code,
        String name,
        @Nullable String publicName,
        @Nullable String nameEn,
        @Nullable String itemClass,
        boolean milestone,
        int durationMinutes,
        ConstraintType constraintType,
        @Nullable LocalDate constraintOn,
        @Nullable Long calendarId,
        @Nullable Long placeId,
        BigDecimal plannedQuantity,
        String unit,
        @Nullable BigDecimal weight,
        @Nullable String notes,
        @Nullable String workType,
        @Nullable String crew) {

    /** One scale for quantities, so that inputs that mean the same are equal. */
    public TaskInput {
        plannedQuantity = plannedQuantity.setScale(QUANTITY_SCALE, RoundingMode.HALF_UP);
        weight = weight == null ? null : weight.setScale(QUANTITY_SCALE, RoundingMode.HALF_UP);
    }

    /** Characters a name may have; the column's width. */
    public static final int LONGEST_NAME = 500;
    /** Characters a planner's own code may have; the column's width. */
    public static final int LONGEST_CODE = 64;
    /** Characters a crew's name may have; the column's width. */
    public static final int LONGEST_CREW = 100;
    /** Characters that notes may have. */
    public static final int LONGEST_NOTES = 10_000;
    /** Years from the plan's start, before or after, within which a date may lie. */
    public static final int FARTHEST_YEARS = 50;
    /** Decimals that quantities and weights are kept with. */
    public static final int QUANTITY_SCALE = 3;
    /** No quantity or weight is above it; the column's width. */
    public static final BigDecimal LARGEST_QUANTITY = new BigDecimal("999999999999.999");
    /** Ids of the three classes (基础、完善、提升), in this order. */
    public static final List<String> CLASSES = List.of("BASIC", "IMPROVEMENT", "UPGRADE");
    /** Planned quantity of work that is not measured. */
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    /** Unit of work that is not measured. */
    public static final String PERCENT = "percent";

    /** Unmeasured work at the top of the tree, as soon as its links allow. */
    public static TaskInput work(int sortOrder, String name, int durationMinutes) {
        return new TaskInput(null, sortOrder, null, name, null, null, null, durationMinutes == 0, durationMinutes,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, WHOLE, PERCENT, null, null, null, null);
    }

    public TaskInput withParent(@Nullable Long parent) {
        return new TaskInput(parent, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, workType,
                crew);
    }

    public TaskInput withOrder(int order) {
        return new TaskInput(parentId, order, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, workType,
                crew);
    }

    public TaskInput withDuration(int minutes) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, minutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, workType,
                crew);
    }

    /** @param quantity in the task's unit */
    public TaskInput withQuantity(BigDecimal quantity) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, placeId, quantity, unit, weight, notes, workType, crew);
    }

    /** @param minutes 0 makes it a milestone, more makes it work */
    public TaskInput lasting(int minutes) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, minutes == 0, minutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, workType,
                crew);
    }

    public TaskInput withName(String other) {
        return new TaskInput(parentId, sortOrder, code, other, publicName, nameEn, itemClass, milestone,
                durationMinutes, constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight,
                notes, workType, crew);
    }

    public TaskInput withNameEn(@Nullable String other) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, other, itemClass, milestone,
                durationMinutes, constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight,
                notes, workType, crew);
    }

    public TaskInput withItemClass(@Nullable String other) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, other, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, workType,
                crew);
    }

    public TaskInput withQuantity(BigDecimal quantity, String inUnit) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone,
                durationMinutes, constraintType, constraintOn, calendarId, placeId, quantity, inUnit, weight, notes,
                workType, crew);
    }

    public TaskInput withConstraint(ConstraintType type, @Nullable LocalDate on) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                type, on, calendarId, placeId, plannedQuantity, unit, weight, notes, workType, crew);
    }

    public TaskInput withCalendar(@Nullable Long calendar) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendar, placeId, plannedQuantity, unit, weight, notes, workType, crew);
    }

    public TaskInput withPlace(@Nullable Long place) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, place, plannedQuantity, unit, weight, notes, workType, crew);
    }

    public TaskInput withWork(@Nullable String type, @Nullable String byCrew) {
        return new TaskInput(parentId, sortOrder, code, name, publicName, nameEn, itemClass, milestone, durationMinutes,
                constraintType, constraintOn, calendarId, placeId, plannedQuantity, unit, weight, notes, type, byCrew);
    }
}
