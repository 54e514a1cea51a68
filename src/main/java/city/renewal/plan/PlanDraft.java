package city.renewal.plan;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan before it is stored. Tasks, links and calendars name each other by keys that are theirs alone.
 *
 * @param calendars       at least one; the first is the plan's
 * @param tasks           parents before their children, in the order of the tree
 * @param baselines       promises that come with it, by number
 * @param delayReasons    reasons that come with it, oldest first
 */
public record PlanDraft(
        LocalDate startsOn,
        @Nullable LocalDate statusOn,
        boolean followsToday,
        @Nullable String sourceFile,
        List<CalendarDraft> calendars,
        List<TaskDraft> tasks,
        List<LinkDraft> links,
        List<BaselineDraft> baselines,
        List<DelayDraft> delayReasons) {

    /** @param key unique among the draft's calendars */
    public record CalendarDraft(int key, String name, WorkCalendar calendar) {
    }

    /**
     * @param key         unique among the draft's tasks
     * @param parentKey   key of the summary, or null
     * @param calendarKey key of its own calendar, or null
     * @param placeCode   code of one of the project's places, or null
     * @param input       parent, calendar and place in it are ignored in favour of the keys
     */
    public record TaskDraft(
            int key,
            @Nullable Integer parentKey,
            @Nullable Integer calendarKey,
            @Nullable String placeCode,
            TaskInput input,
            BigDecimal openingQuantity,
            @Nullable LocalDate actualStartOn,
            @Nullable LocalDate actualFinishOn,
            @Nullable Integer remainingMinutes,
            @Nullable Integer sourceUid) {
    }

    public record LinkDraft(
            int predecessorKey, int successorKey, LinkType type, int lagMinutes, boolean elapsedLag) {
    }

    /** @param taskId in its tasks stands for the draft's key */
    public record BaselineDraft(
            int number, String name, @Nullable String reason, OffsetDateTime takenAt, List<BaselineTask> tasks) {
    }

    /**
     * @param taskKey  the task that slipped, null for the whole project
     * @param owner    who answers for the reason, or null; what follows is as in {@link DelayReason}
     */
    public record DelayDraft(
            @Nullable Integer taskKey, String category, String words, @Nullable String wordsEn,
            @Nullable String catchUp, OffsetDateTime givenAt, @Nullable String owner,
            @Nullable String catchUpOwner, @Nullable LocalDate catchUpOn, @Nullable Integer slipDays) {
    }

    public PlanDraft {
        calendars = List.copyOf(calendars);
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
        baselines = List.copyOf(baselines);
        delayReasons = List.copyOf(delayReasons);
    }
}
