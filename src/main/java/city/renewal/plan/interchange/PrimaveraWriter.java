package city.renewal.plan.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityType;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskField;
import org.mpxj.TimeUnit;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;

/**
 * Writes a plan as Primavera's XML and as its exchange text. Reading the result back gives the same tree, dates,
 * durations, links, start and finish constraints, calendars and progress; the exchange text has no baselines, and
 * work below a summary comes before the summaries beside it, as Primavera orders its tree. Keeps no state; may be
 * shared between threads.
 */
final class PrimaveraWriter {

    /** A text field, because the library writes numbers as the process's locale has them. */
    private static final int QUANTITY_FIELD = 3;
    /** A number of the XML as a process writes it whose locale has a decimal comma, which the format does not allow. */
    private static final Pattern COMMA = Pattern.compile(
            "(?<=>)(-?\\d+),(\\d+)(?=</(?:DoubleValue|(?!TextValue)\\w*(?:Percent|Complete|Duration|Units|Lag|Hours|Per)\\w*)>)");

    /** @param out left open */
    void pmxml(PlanDocument document, OutputStream out) throws IOException {
        PrimaveraPMFileWriter writer = new PrimaveraPMFileWriter();
        writer.setWriteBaselines(true);
        if (DecimalFormatSymbols.getInstance().getDecimalSeparator() == '.') {
            writer.write(project(document), out);
            return;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        writer.write(project(document), written);
        Matcher numbers = COMMA.matcher(written.toString(StandardCharsets.UTF_8));
        out.write(numbers.replaceAll("$1.$2").getBytes(StandardCharsets.UTF_8));
    }

    /** @param out left open */
    void xer(PlanDocument document, OutputStream out) throws IOException {
        PrimaveraXERFileWriter writer = new PrimaveraXERFileWriter();
        writer.setCharset(StandardCharsets.UTF_8);
        writer.write(project(underOneRoot(document)), out);
    }

    /** The exchange text hangs everything on one node, the project itself; a plan that has such a node keeps it. */
    private static PlanDocument underOneRoot(PlanDocument document) {
        List<PlanTask> tops = document.tasks().stream().filter(task -> task.parent() == null).toList();
        if (tops.size() == 1 && tops.getFirst().summary()) {
            return document;
        }
        long root = document.tasks().stream().mapToLong(PlanTask::uid).max().orElse(0) + 1;
        LocalDate finish = tops.stream().map(PlanTask::finish).max(LocalDate::compareTo).orElse(document.start());
        List<PlanTask> tasks = new ArrayList<>();
        tasks.add(PlanTask.summary(root, document.title(), document.start(), finish));
        document.tasks().forEach(task -> tasks.add(task.parent() == null ? task.under(root) : task));
        return document.withTasks(tasks);
    }

    private static ProjectFile project(PlanDocument document) {
        ProjectFile project = new ForeignProject(document).build();
        project.getCustomFields().getOrCreate(TaskField.NUMBER1).setAlias(null);
        project.getCustomFields().getOrCreate(TaskField.TEXT3)
                .setAlias(PlannerFields.exportName(PlannerFields.Role.QUANTITY));
        LocalDateTime status = statusDate(project);
        project.getProjectProperties().setStatusDate(status);
        for (Task task : project.getTasks()) {
            if (task.getNumber(1) != null) {
                task.setText(QUANTITY_FIELD, task.getNumber(1).toString());
                task.setNumber(1, null);
            }
            if (!task.getSummary()) {
                complete(task, status);
            }
        }
        return project;
    }

    /** Primavera has no progress without a day up to which it is known. */
    private static @Nullable LocalDateTime statusDate(ProjectFile project) {
        LocalDateTime known = project.getProjectProperties().getStatusDate();
        return known != null ? known : project.getTasks().stream()
                .flatMap(task -> Stream.of(task.getActualStart(), task.getActualFinish()))
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .orElse(null);
    }

    /** What Primavera keeps of an activity beside what Microsoft Project has. */
    private static void complete(Task task, @Nullable LocalDateTime status) {
        task.setActivityID(task.getText(2) != null ? task.getText(2) : task.getWBS());
        task.setActivityType(task.getMilestone() ? ActivityType.FINISH_MILESTONE : ActivityType.TASK_DEPENDENT);
        if (task.getActualStart() == null && task.getPercentageComplete() != null
                && task.getPercentageComplete().doubleValue() > 0) {
            task.setActualStart(task.getStart());
        }
        task.setPlannedStart(task.getStart());
        task.setPlannedFinish(task.getFinish());
        task.setPlannedDuration(task.getDuration());
        if (task.getActualFinish() != null) {
            task.setRemainingDuration(Duration.getInstance(0, TimeUnit.DAYS));
            return;
        }
        if (task.getRemainingDuration() == null) {
            task.setRemainingDuration(task.getDuration());
        }
        LocalDateTime resumes = task.getActualStart() != null && status != null && status.isAfter(task.getStart())
                ? status : task.getStart();
        task.setRemainingEarlyStart(resumes);
        task.setRemainingEarlyFinish(task.getFinish());
        task.setEarlyStart(resumes);
        task.setEarlyFinish(task.getFinish());
    }
}
