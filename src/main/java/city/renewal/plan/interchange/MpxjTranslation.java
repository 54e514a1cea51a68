package city.renewal.plan.interchange;

import city.renewal.plan.interchange.LeftOut.What;
import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.FieldType;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.Resource;
import org.mpxj.ScheduleFrom;
import org.mpxj.Task;
import org.mpxj.UserDefinedField;

/** Turns a project as MPXJ read it into a {@link PlanDocument}. */
final class MpxjTranslation {

    private static final String CUSTOM_FIELD = "(ENTERPRISE_)?(TEXT|NUMBER|DATE|START|FINISH|DURATION|FLAG|COST|"
            + "OUTLINE_CODE)\\d+|ENTERPRISE_CUSTOM_FIELD\\d+";
    private static final String FILE_ENDING = "(?i)\\.(xml|mpp|mpx|gan)$";
    private static final String UNNAMED_PROJECT = "Project1";

    private final ProjectFile project;
    private final ScheduleFormat format;
    private final String fileName;
    private final LeftOutList leftOut;
    private final MpxjCalendars calendars;
    private final PlannerFields fields;
    private final MpxjTasks tasks;
    private final Map<Long, PlanTask> taken = new LinkedHashMap<>();

    MpxjTranslation(ProjectFile project, ScheduleFormat format, String fileName, LeftOutList leftOut) {
        this.project = project;
        this.format = format;
        this.fileName = fileName;
        this.leftOut = leftOut;
        this.calendars = new MpxjCalendars(project, leftOut);
        this.fields = new PlannerFields(project);
        this.tasks = new MpxjTasks(project, format, calendars, fields, leftOut);
    }

    /** @throws UnreadableFileException when no task is left, or a task finishes before it starts */
    PlanDocument translate() throws UnreadableFileException {
        take(project.getChildTasks(), null);
        if (taken.isEmpty()) {
            throw new UnreadableFileException(Reason.NO_TASKS);
        }
        List<PlanLink> links = new MpxjLinks(project, format, calendars, leftOut).translate(taken);
        noteWhatIsNotTaken();
        List<PlanCalendar> used = calendars.toPlanCalendars();
        return new PlanDocument(format, title(), start(), statusDate(), calendars.defaultId(), used,
                List.copyOf(taken.values()), links, leftOut.toList());
    }

    /** @return how many of the siblings were taken */
    private int take(List<Task> siblings, @Nullable Long parent) throws UnreadableFileException {
        int count = 0;
        for (Task task : siblings) {
            if (task.getNull()) {
                leftOut.add(What.BLANK_TASKS, 1);
            } else if (task.getExternalTask()) {
                leftOut.add(What.EXTERNAL_TASKS, nameOf(task));
            } else if (!task.getActive()) {
                leftOut.add(What.INACTIVE_TASKS, nameOf(task));
            } else if (isProjectItself(task)) {
                count += take(task.getChildTasks(), null);
            } else if (takeOne(task, parent)) {
                count++;
            }
        }
        return count;
    }

    private boolean takeOne(Task task, @Nullable Long parent) throws UnreadableFileException {
        long uid = task.getUniqueID();
        boolean summary = !task.getChildTasks().isEmpty();
        if (!summary && task.getSummary()) {
            leftOut.add(What.EMPTY_SUMMARIES, nameOf(task));
            return false;
        }
        PlanTask translated = tasks.translate(task, parent, summary);
        if (taken.put(uid, translated) != null) {
            throw new UnreadableFileException(Reason.DAMAGED);
        }
        if (summary && take(task.getChildTasks(), uid) == 0) {
            taken.remove(uid);
            leftOut.add(What.EMPTY_SUMMARIES, nameOf(task));
            return false;
        }
        return true;
    }

    private boolean isProjectItself(Task task) {
        return task.getParentTask() == null && Integer.valueOf(0).equals(task.getOutlineLevel())
                && !task.getChildTasks().isEmpty();
    }

    private String title() {
        ProjectProperties properties = project.getProjectProperties();
        Stream<@Nullable String> names = format.remainingFollowsStatusDate()
                ? Stream.of(properties.getName())
                : Stream.of(properties.getProjectTitle(), projectTaskName(), properties.getName());
        String fileStem = fileName.replaceFirst("\\.[^.]*$", "");
        return names.filter(Objects::nonNull).map(name -> name.strip().replaceFirst(FILE_ENDING, ""))
                .filter(name -> !name.isEmpty() && !name.equals(UNNAMED_PROJECT))
                .findFirst().orElse(fileStem);
    }

    private @Nullable String projectTaskName() {
        return project.getChildTasks().stream().filter(this::isProjectItself).map(Task::getName)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private LocalDate start() throws UnreadableFileException {
        LocalDateTime stored = project.getProjectProperties().getStartDate();
        if (stored != null) {
            return stored.toLocalDate();
        }
        return taken.values().stream().map(PlanTask::start).filter(Objects::nonNull).min(LocalDate::compareTo)
                .orElseThrow(() -> new UnreadableFileException(Reason.DAMAGED));
    }

    /** A data date at the start of a day knows the progress up to the day before. */
    private @Nullable LocalDate statusDate() {
        LocalDateTime stored = project.getProjectProperties().getStatusDate();
        if (stored == null) {
            return null;
        }
        boolean beforeWork = calendars.hours(calendars.defaultId()).on(stored.toLocalDate())
                .previousSetBit(Math.max(-1, stored.getHour() * 60 + stored.getMinute() - 1)) < 0;
        return format.remainingFollowsStatusDate() && beforeWork
                ? stored.toLocalDate().minusDays(1) : stored.toLocalDate();
    }

    private void noteWhatIsNotTaken() {
        project.getResources().stream().map(Resource::getName).filter(Objects::nonNull)
                .forEach(name -> leftOut.add(What.RESOURCES, name));
        leftOut.add(What.ASSIGNMENTS, (int) project.getResourceAssignments().stream()
                .filter(assignment -> assignment.getResource() != null).count());
        for (Task task : project.getTasks()) {
            if (task.getRecurringTask() != null) {
                leftOut.add(What.RECURRENCE, nameOf(task));
            }
            if (task.getCost() != null && task.getCost().doubleValue() != 0 && task.getChildTasks().isEmpty()) {
                leftOut.add(What.COSTS, 1);
            }
            if (task.getDeadline() != null) {
                leftOut.add(What.DEADLINES, nameOf(task));
            }
            if (task.getSplits() != null && task.getSplits().size() > 1) {
                leftOut.add(What.SPLITS, nameOf(task));
            }
            if (task.getLevelingDelay() != null && task.getLevelingDelay().getDuration() > 0) {
                leftOut.add(What.LEVELLING_DELAYS, nameOf(task));
            }
        }
        project.getTasks().getPopulatedFields().stream()
                .filter(field -> field instanceof UserDefinedField || field.name().matches(CUSTOM_FIELD))
                .filter(field -> !fields.takes(field))
                .forEach(field -> leftOut.add(What.CUSTOM_FIELDS, aliasOf(field)));
        if (project.getProjectProperties().getScheduleFrom() == ScheduleFrom.FINISH) {
            leftOut.add(What.SCHEDULED_FROM_FINISH, 1);
        }
    }

    private String aliasOf(FieldType field) {
        var custom = project.getCustomFields().get(field);
        return custom == null || custom.getAlias() == null ? String.valueOf(field.getName()) : custom.getAlias();
    }

    private static String nameOf(Task task) {
        return task.getName() == null ? "" : task.getName();
    }
}
