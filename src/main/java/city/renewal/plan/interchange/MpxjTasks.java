package city.renewal.plan.interchange;

import city.renewal.plan.interchange.LeftOut.What;
import city.renewal.plan.interchange.UnreadableFileException.Reason;
import city.renewal.schedule.ConstraintType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityType;
import org.mpxj.Duration;
import org.mpxj.EarnedValueMethod;
import org.mpxj.LocalDateTimeRange;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;

/** Turns MPXJ's tasks into ours, one at a time. */
final class MpxjTasks {

    private static final double ELAPSED_TO_MODEL = 480.0 / (24 * 60);
    private static final int BASELINES = 10;

    private final ProjectFile project;
    private final ScheduleFormat format;
    private final MpxjCalendars calendars;
    private final PlannerFields fields;
    private final LeftOutList leftOut;

    MpxjTasks(ProjectFile project, ScheduleFormat format, MpxjCalendars calendars, PlannerFields fields,
            LeftOutList leftOut) {
        this.project = project;
        this.format = format;
        this.calendars = calendars;
        this.fields = fields;
        this.leftOut = leftOut;
    }

    /** @throws UnreadableFileException when the task finishes before it starts */
    PlanTask translate(Task task, @Nullable Long parent, boolean summary) throws UnreadableFileException {
        if (!summary) {
            checkOrder(task, task.getStart(), task.getFinish());
            checkOrder(task, task.getActualStart(), task.getActualFinish());
        }
        Duration duration = task.getDuration();
        boolean elapsed = duration != null && duration.getUnits().isElapsed();
        long calendar = calendars.of(task, elapsed);
        CalendarHours hours = calendars.hours(calendar);
        int minutes = modelMinutes(duration, hours, task.getStart()) + interruptions(task, hours, LocalDateTime.MIN);
        LocalDate start = minutes == 0 ? day(task.getStart())
                : elapsed ? calendars.firstDayByTheClock(task.getStart()) : firstDay(hours, task.getStart());
        LocalDate finish = minutes == 0 ? day(task.getFinish())
                : elapsed ? calendars.lastDayByTheClock(task.getFinish()) : lastDay(hours, task.getFinish());
        if (!summary && !elapsed) {
            minutes += lateStart(task, hours, minutes, start, finish);
        }
        PlanProgress progress = summary ? summaryProgress(task) : progress(task, hours, minutes);
        if (progress.actualStart() != null) {
            start = progress.actualStart();
        }
        if (progress.actualFinish() != null) {
            finish = progress.actualFinish();
        }
        if (start != null && finish != null && finish.isBefore(start)) {
            finish = start;
        }
        noteTimes(task, hours, summary);
        return new PlanTask(task.getUniqueID(), parent, text(task.getName(), ""), text(task.getWBS(), null),
                text(task.getActivityID(), fields.code(task)), text(task.getNotes(), null), summary,
                task.getMilestone(), minutes, calendar == calendars.defaultId() ? null : calendar, start, finish,
                isLevelled(task), progress, constraint(task, hours, summary, start), fields.quantity(task),
                baselines(task, hours));
    }

    private static boolean isLevelled(Task task) {
        return task.getLevelingDelay() != null && task.getLevelingDelay().getDuration() > 0;
    }

    /**
     * The scheduler begins a task that follows no other in the morning. Where the file begins it during the day and its
     * finish or its successors depend on that, the hours before count as duration.
     */
    private int lateStart(Task task, CalendarHours hours, int minutes, @Nullable LocalDate start,
            @Nullable LocalDate finish) {
        LocalDateTime begun = task.getStart();
        if (format == ScheduleFormat.MPX || minutes == 0 || begun == null || start == null || finish == null
                || !start.equals(begun.toLocalDate()) || !beginsByItself(task)) {
            return 0;
        }
        int before = hours.modelMinutesBetween(start.atStartOfDay(), begun);
        boolean matters = !task.getSuccessors().isEmpty() || !hours.finishDay(start, minutes).equals(finish);
        return matters ? before : 0;
    }

    private static boolean beginsByItself(Task task) {
        if (task.getActualStart() != null || task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED
                || task.getStart().equals(task.getConstraintDate())) {
            return true;
        }
        for (Task at = task; at != null; at = at.getParentTask()) {
            if (!at.getPredecessors().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void checkOrder(Task task, @Nullable LocalDateTime earlier, @Nullable LocalDateTime later)
            throws UnreadableFileException {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw new UnreadableFileException(Reason.DATES_OUT_OF_ORDER, text(task.getName(), "#" + task.getUniqueID()),
                    earlier.toLocalDate().toString(), later.toLocalDate().toString());
        }
    }

    private int modelMinutes(@Nullable Duration duration, CalendarHours hours, @Nullable LocalDateTime from) {
        if (duration == null) {
            return 0;
        }
        double clock = duration.convertUnits(duration.getUnits().isElapsed() ? TimeUnit.ELAPSED_MINUTES
                : TimeUnit.MINUTES, project.getProjectProperties()).getDuration();
        if (duration.getUnits().isElapsed()) {
            return Math.max(0, Math.toIntExact(Math.round(clock * ELAPSED_TO_MODEL)));
        }
        LocalDateTime start = from != null ? from : project.getProjectProperties().getStartDate();
        return Math.max(0, hours.modelMinutes(clock, start == null ? LocalDate.EPOCH.atStartOfDay() : start));
    }

    private PlanProgress progress(Task task, CalendarHours hours, int minutes) {
        LocalDate started = day(task.getActualStart());
        LocalDateTime finishedAt = task.getActualFinish();
        LocalDate finished = finishedAt == null || minutes == 0 || !hours.isWorking(finishedAt.toLocalDate())
                ? day(finishedAt) : lastDay(hours, finishedAt);
        if (started != null && finished != null && finished.isBefore(started)) {
            finished = started;
        }
        double percent = percent(task);
        Integer remaining = null;
        if (finished != null) {
            remaining = 0;
        } else if (started != null) {
            remaining = remaining(task, hours, minutes, percent);
        }
        return new PlanProgress(started, started == null ? null : finished, remaining, percent, kind(task));
    }

    private PlanProgress summaryProgress(Task task) {
        return new PlanProgress(null, null, null, percent(task), kind(task));
    }

    private int remaining(Task task, CalendarHours hours, int minutes, double percent) {
        Duration rest = task.getRemainingDuration();
        if (rest == null) {
            return (int) Math.round(minutes * (1 - percent / 100));
        }
        LocalDateTime resume = task.getResume() != null ? task.getResume() : task.getStart();
        int ahead = task.getResume() == null ? 0 : interruptions(task, hours, task.getResume());
        return Math.min(minutes, modelMinutes(rest, hours, resume) + ahead);
    }

    /** Work here is never interrupted, so an interruption counts as duration to keep the dates. */
    private static int interruptions(Task task, CalendarHours hours, LocalDateTime after) {
        int minutes = 0;
        List<LocalDateTimeRange> parts = task.getSplits();
        if (parts != null && parts.size() > 1) {
            for (int i = 1; i < parts.size(); i += 2) {
                LocalDateTimeRange gap = parts.get(i);
                if (!gap.getStart().isBefore(after)) {
                    minutes += hours.modelMinutesBetween(gap.getStart(), gap.getEnd());
                }
            }
        } else if (task.getStop() != null && task.getResume() != null && task.getActualFinish() == null
                && after.isBefore(task.getResume()) && task.getStop().isBefore(task.getResume())) {
            minutes = hours.modelMinutesBetween(task.getStop(), task.getResume());
        }
        return minutes;
    }

    private double percent(Task task) {
        if (format.remainingFollowsStatusDate() && task.getActualStart() == null) {
            return 0; // MPXJ takes a duration of nothing for one that is done
        }
        Number percent = format.remainingFollowsStatusDate() ? task.getActivityPercentComplete()
                : countsPhysically(task) ? task.getPhysicalPercentComplete() : task.getPercentageComplete();
        return percent == null ? 0 : Math.clamp(percent.doubleValue(), 0.0, 100.0);
    }

    /** MS Project keeps a physical percentage beside that of the duration and says which one counts. */
    private boolean countsPhysically(Task task) {
        return !format.remainingFollowsStatusDate()
                && task.getEarnedValueMethod() == EarnedValueMethod.PHYSICAL_PERCENT_COMPLETE
                && task.getPhysicalPercentComplete() != null
                && (task.getPhysicalPercentComplete().doubleValue() > 0 || task.getPercentageComplete() == null
                || task.getPercentageComplete().doubleValue() == 0);
    }

    private PlanProgress.Kind kind(Task task) {
        if (countsPhysically(task)) {
            return PlanProgress.Kind.PHYSICAL;
        }
        if (!format.remainingFollowsStatusDate() || task.getPercentCompleteType() == null) {
            return PlanProgress.Kind.DURATION;
        }
        return switch (task.getPercentCompleteType()) {
            case PHYSICAL, SCOPE -> PlanProgress.Kind.PHYSICAL;
            case UNITS -> PlanProgress.Kind.UNITS;
            case DURATION -> PlanProgress.Kind.DURATION;
        };
    }

    private PlanConstraint constraint(Task task, CalendarHours hours, boolean summary, @Nullable LocalDate start) {
        PlanConstraint constraint = storedConstraint(task, hours);
        if (summary) {
            if (constraint.date() != null) {
                leftOut.add(What.SUMMARY_CONSTRAINTS, text(task.getName(), ""));
            }
            return PlanConstraint.NONE;
        }
        if (task.getSecondaryConstraintType() != null) {
            leftOut.add(What.SECONDARY_CONSTRAINTS, text(task.getName(), ""));
        }
        if (derivesItsLength(task) && start != null) {
            leftOut.add(What.LEVEL_OF_EFFORT, text(task.getName(), ""));
            return new PlanConstraint(ConstraintType.PINNED, start);
        }
        if (task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED) {
            if (start != null) {
                return new PlanConstraint(ConstraintType.PINNED, start);
            }
            leftOut.add(What.UNPLACED_TASKS, text(task.getName(), ""));
        }
        return constraint;
    }

    private static boolean derivesItsLength(Task task) {
        ActivityType type = task.getActivityType();
        return type == ActivityType.LEVEL_OF_EFFORT || type == ActivityType.HAMMOCK || type == ActivityType.WBS_SUMMARY;
    }

    private PlanConstraint storedConstraint(Task task, CalendarHours hours) {
        LocalDateTime date = task.getConstraintDate();
        if (task.getConstraintType() == null) {
            return PlanConstraint.NONE;
        }
        ConstraintType type = switch (task.getConstraintType()) {
            case AS_SOON_AS_POSSIBLE -> ConstraintType.AS_SOON_AS_POSSIBLE;
            case AS_LATE_AS_POSSIBLE -> ConstraintType.AS_LATE_AS_POSSIBLE;
            case MUST_START_ON, START_ON -> ConstraintType.MUST_START_ON;
            case MUST_FINISH_ON, FINISH_ON -> ConstraintType.MUST_FINISH_ON;
            case START_NO_EARLIER_THAN -> ConstraintType.START_NO_EARLIER_THAN;
            case START_NO_LATER_THAN -> ConstraintType.START_NO_LATER_THAN;
            case FINISH_NO_EARLIER_THAN -> ConstraintType.FINISH_NO_EARLIER_THAN;
            case FINISH_NO_LATER_THAN -> ConstraintType.FINISH_NO_LATER_THAN;
        };
        if (!type.needsDate()) {
            return new PlanConstraint(type, null);
        }
        if (date == null) {
            return PlanConstraint.NONE;
        }
        boolean aboutFinish = switch (type) {
            case MUST_FINISH_ON, FINISH_NO_EARLIER_THAN, FINISH_NO_LATER_THAN -> true;
            default -> false;
        };
        return new PlanConstraint(type, aboutFinish ? lastDay(hours, date) : firstDay(hours, date));
    }

    private List<PlanBaseline> baselines(Task task, CalendarHours hours) {
        List<PlanBaseline> baselines = new ArrayList<>();
        for (int number = 0; number <= BASELINES; number++) {
            LocalDateTime startAt = number == 0 ? task.getBaselineStart() : task.getBaselineStart(number);
            LocalDateTime finishAt = number == 0 ? task.getBaselineFinish() : task.getBaselineFinish(number);
            Duration duration = number == 0 ? task.getBaselineDuration() : task.getBaselineDuration(number);
            if (startAt != null && finishAt != null && finishAt.isBefore(startAt)) {
                leftOut.add(What.BASELINE_DATES, text(task.getName(), ""));
                continue;
            }
            if (startAt == null && finishAt == null) {
                continue;
            }
            Integer minutes = duration == null ? null : modelMinutes(duration, hours, startAt);
            boolean milestone = minutes != null && minutes == 0 || startAt != null && startAt.equals(finishAt);
            LocalDate start = milestone ? day(startAt) : firstDay(hours, startAt);
            LocalDate finish = milestone ? day(finishAt) : lastDay(hours, finishAt);
            if (start != null && finish != null && finish.isBefore(start)) {
                finish = start;
            }
            baselines.add(new PlanBaseline(number, start, finish, minutes));
        }
        return baselines;
    }

    private void noteTimes(Task task, CalendarHours hours, boolean summary) {
        if (summary || format == ScheduleFormat.MPX) {
            return;
        }
        LocalDateTime start = task.getStart();
        LocalDateTime finish = task.getFinish();
        if (start != null && !hours.atEdgeOfDay(start) || finish != null && !hours.atEdgeOfDay(finish)) {
            leftOut.add(What.TIME_OF_DAY, text(task.getName(), ""));
        }
    }

    private @Nullable LocalDate firstDay(CalendarHours hours, @Nullable LocalDateTime moment) {
        return moment == null ? null
                : format == ScheduleFormat.MPX ? moment.toLocalDate() : hours.firstDayFrom(moment);
    }

    private @Nullable LocalDate lastDay(CalendarHours hours, @Nullable LocalDateTime moment) {
        return moment == null ? null
                : format == ScheduleFormat.MPX ? moment.toLocalDate() : hours.lastDayBefore(moment);
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }

    private static @Nullable String text(@Nullable String value, @Nullable String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
