package city.renewal.plan.interchange;

import java.util.List;
import java.util.Locale;

/**
 * Something that a file holds and its {@link PlanDocument} does not, or holds only changed.
 *
 * @param what     the kind of thing; its words are under {@link #messageKey()}
 * @param count    how many were met, at least 1
 * @param examples names of the first few concerned, possibly none
 */
public record LeftOut(What what, int count, List<String> examples) {

    public LeftOut {
        examples = List.copyOf(examples);
    }

    /** @return the key of the sentence in the resource bundles; {0} is the count, {1} the examples joined */
    public String messageKey() {
        return "plan.import.left-out." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What can be left out or changed. */
    public enum What {
        RESOURCES,
        ASSIGNMENTS,
        COSTS,
        /** The rule behind a recurring task; its single occurrences are taken. */
        RECURRENCE,
        EXTERNAL_TASKS,
        INACTIVE_TASKS,
        BLANK_TASKS,
        /** A P6 work-breakdown node without any activity. */
        EMPTY_SUMMARIES,
        /** Other projects in the same file. */
        OTHER_PROJECTS,
        /** Links to tasks that were not taken, to themselves, or said twice. */
        LINKS,
        /** Times within a day; dates are kept. */
        TIME_OF_DAY,
        /** Working days of different length in one calendar; each counts as one day. */
        DAY_LENGTH,
        /** A calendar that is damaged in the file or works on no day. */
        INVALID_CALENDARS,
        /** Calendars of resources, taken as the calendar of the tasks they are assigned to. */
        RESOURCE_CALENDARS,
        CUSTOM_FIELDS,
        SUMMARY_CONSTRAINTS,
        SECONDARY_CONSTRAINTS,
        DEADLINES,
        /** Interruptions within a task. */
        SPLITS,
        LEVELLING_DELAYS,
        /** P6 activities whose length comes from others; they are placed by their dates. */
        LEVEL_OF_EFFORT,
        /** Baseline dates in the wrong order. */
        BASELINE_DATES,
        /** Tasks placed by hand that have no date; they follow their links. */
        UNPLACED_TASKS,
        /** The plan counts backwards from its finish in the file; here it counts forward. */
        SCHEDULED_FROM_FINISH
    }
}
