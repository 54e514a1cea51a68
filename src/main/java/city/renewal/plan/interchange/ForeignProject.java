package city.renewal.plan.interchange;

import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.EarnedValueMethod;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TaskField;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;

/** Builds the MPXJ project that MSPDI is written from. */
final class ForeignProject {

    private static final LocalTime DAY_STARTS = LocalTime.of(8, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(17, 0);

    private final PlanDocument document;
    private final ProjectFile project = new ProjectFile();
    private final ForeignCalendars calendars;
    private final Map<Long, Task> tasks = new HashMap<>();
    private final Map<Long, Integer> uids;

    ForeignProject(PlanDocument document) {
        this.document = document;
        project.getProjectConfig().setAutoTaskUniqueID(false);
        project.getProjectConfig().setAutoCalendarUniqueID(false);
        project.getProjectConfig().setAutoWBS(false);
        this.calendars = new ForeignCalendars(project, document);
        this.uids = uids(document);
    }

    ProjectFile build() {
        setProperties();
        nameFields();
        document.tasks().forEach(this::addTask);
        document.links().forEach(this::addLink);
        return project;
    }

    /** The format wants positive ints and keeps 0 for the project itself; an id that fits is kept. */
    private static Map<Long, Integer> uids(PlanDocument document) {
        Map<Long, Integer> uids = new HashMap<>();
        int next = 0;
        for (PlanTask task : document.tasks()) {
            if (task.uid() > 0 && task.uid() < Integer.MAX_VALUE / 2) {
                uids.put(task.uid(), (int) task.uid());
                next = Math.max(next, (int) task.uid());
            }
        }
        for (PlanTask task : document.tasks()) {
            if (!uids.containsKey(task.uid())) {
                uids.put(task.uid(), ++next);
            }
        }
        return uids;
    }

    private void setProperties() {
        ProjectProperties properties = project.getProjectProperties();
        properties.setProjectTitle(document.title());
        properties.setName(document.title());
        properties.setStartDate(document.start().atTime(DAY_STARTS));
        properties.setStatusDate(document.statusDate() == null ? null : document.statusDate().atTime(DAY_ENDS));
        properties.setDefaultStartTime(DAY_STARTS);
        properties.setDefaultEndTime(DAY_ENDS);
        properties.setMinutesPerDay(WorkingTime.MINUTES_PER_DAY);
        properties.setMinutesPerWeek(WorkingTime.MINUTES_PER_DAY
                * document.calendar(document.defaultCalendar()).workingWeek().size());
        properties.setDefaultCalendar(calendars.of(document.defaultCalendar()));
    }

    private void nameFields() {
        project.getCustomFields().getOrCreate(TaskField.NUMBER1)
                .setAlias(PlannerFields.exportName(PlannerFields.Role.QUANTITY));
        project.getCustomFields().getOrCreate(TaskField.TEXT1)
                .setAlias(PlannerFields.exportName(PlannerFields.Role.UNIT));
        project.getCustomFields().getOrCreate(TaskField.TEXT2)
                .setAlias(PlannerFields.exportName(PlannerFields.Role.CODE));
    }

    private void addTask(PlanTask source) {
        Task task = source.parent() == null ? project.addTask() : tasks.get(source.parent()).addTask();
        tasks.put(source.uid(), task);
        task.setUniqueID(uids.get(source.uid()));
        task.setName(source.name());
        task.setWBS(source.wbs());
        task.setText(2, source.code());
        task.setNotes(source.notes());
        task.setMilestone(source.milestone());
        task.setSummary(source.summary());
        task.setDuration(duration(source.durationMinutes()));
        if (source.calendar() != null) {
            task.setCalendar(calendars.of(source.calendar()));
        }
        LocalDate start = source.constraint().type() == ConstraintType.PINNED
                ? source.constraint().date() : source.start();
        LocalTime startTime = source.durationMinutes() == 0 && !source.summary() ? DAY_ENDS : DAY_STARTS;
        task.setStart(at(start, startTime));
        task.setFinish(at(source.finish(), DAY_ENDS));
        if (!source.summary()) {
            hold(task, source.constraint());
        }
        setProgress(task, source, startTime);
        if (source.quantity() != null) {
            task.setNumber(1, source.quantity().amount());
            task.setText(1, source.quantity().unit());
        }
        source.baselines().forEach(baseline -> addBaseline(task, baseline));
    }

    private static void hold(Task task, PlanConstraint constraint) {
        if (constraint.type() == ConstraintType.PINNED) {
            task.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
            task.setConstraintType(org.mpxj.ConstraintType.AS_SOON_AS_POSSIBLE);
            return;
        }
        task.setTaskMode(TaskMode.AUTO_SCHEDULED);
        task.setConstraintType(switch (constraint.type()) {
            case AS_SOON_AS_POSSIBLE, PINNED -> org.mpxj.ConstraintType.AS_SOON_AS_POSSIBLE;
            case AS_LATE_AS_POSSIBLE -> org.mpxj.ConstraintType.AS_LATE_AS_POSSIBLE;
            case START_NO_EARLIER_THAN -> org.mpxj.ConstraintType.START_NO_EARLIER_THAN;
            case START_NO_LATER_THAN -> org.mpxj.ConstraintType.START_NO_LATER_THAN;
            case FINISH_NO_EARLIER_THAN -> org.mpxj.ConstraintType.FINISH_NO_EARLIER_THAN;
            case FINISH_NO_LATER_THAN -> org.mpxj.ConstraintType.FINISH_NO_LATER_THAN;
            case MUST_START_ON -> org.mpxj.ConstraintType.MUST_START_ON;
            case MUST_FINISH_ON -> org.mpxj.ConstraintType.MUST_FINISH_ON;
        });
        boolean aboutFinish = switch (constraint.type()) {
            case FINISH_NO_EARLIER_THAN, FINISH_NO_LATER_THAN, MUST_FINISH_ON -> true;
            default -> false;
        };
        task.setConstraintDate(at(constraint.date(), aboutFinish ? DAY_ENDS : DAY_STARTS));
    }

    private static void setProgress(Task task, PlanTask source, LocalTime startTime) {
        PlanProgress progress = source.progress();
        if (progress.kind() == PlanProgress.Kind.PHYSICAL) {
            task.setEarnedValueMethod(EarnedValueMethod.PHYSICAL_PERCENT_COMPLETE);
            task.setPhysicalPercentComplete((int) Math.round(progress.percent()));
        } else {
            task.setPercentageComplete((int) Math.round(progress.percent()));
        }
        task.setActualStart(at(progress.actualStart(), startTime));
        task.setActualFinish(at(progress.actualFinish(), DAY_ENDS));
        if (progress.remainingMinutes() != null) {
            task.setRemainingDuration(duration(progress.remainingMinutes()));
            task.setActualDuration(duration(Math.max(0, source.durationMinutes() - progress.remainingMinutes())));
        }
    }

    private static void addBaseline(Task task, PlanBaseline baseline) {
        boolean milestone = Integer.valueOf(0).equals(baseline.durationMinutes());
        LocalDateTime start = at(baseline.start(), milestone ? DAY_ENDS : DAY_STARTS);
        LocalDateTime finish = at(baseline.finish(), DAY_ENDS);
        Duration duration = baseline.durationMinutes() == null ? null : duration(baseline.durationMinutes());
        if (baseline.number() == 0) {
            task.setBaselineStart(start);
            task.setBaselineFinish(finish);
            task.setBaselineDuration(duration);
        } else {
            task.setBaselineStart(baseline.number(), start);
            task.setBaselineFinish(baseline.number(), finish);
            task.setBaselineDuration(baseline.number(), duration);
        }
    }

    private void addLink(PlanLink link) {
        double days = (double) link.lagMinutes() / WorkingTime.MINUTES_PER_DAY;
        tasks.get(link.successor()).addPredecessor(new Relation.Builder()
                .predecessorTask(tasks.get(link.predecessor()))
                .type(type(link.type()))
                .lag(Duration.getInstance(days, link.elapsed() ? TimeUnit.ELAPSED_DAYS : TimeUnit.DAYS)));
    }

    private static RelationType type(LinkType type) {
        return switch (type) {
            case FINISH_TO_START -> RelationType.FINISH_START;
            case START_TO_START -> RelationType.START_START;
            case FINISH_TO_FINISH -> RelationType.FINISH_FINISH;
            case START_TO_FINISH -> RelationType.START_FINISH;
        };
    }

    private static Duration duration(int minutes) {
        return Duration.getInstance((double) minutes / WorkingTime.MINUTES_PER_DAY, TimeUnit.DAYS);
    }

    private static @Nullable LocalDateTime at(@Nullable LocalDate day, LocalTime time) {
        return day == null ? null : day.atTime(time);
    }
}
