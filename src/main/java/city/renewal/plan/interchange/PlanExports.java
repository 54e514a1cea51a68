package city.renewal.plan.interchange;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Baseline;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.print.PrintSheet;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives plans to other tools. Safe for use by many threads. */
public final class PlanExports {

    private final Plans plans;
    private final Projects projects;
    private final Kinds kinds;
    private final WorkTypes types;
    private final Messages messages;
    private final MspdiWriter mspdi = new MspdiWriter();
    private final PrimaveraWriter primavera = new PrimaveraWriter();
    private final PrintSheet print;

    public PlanExports(Plans plans, Projects projects, Kinds kinds, WorkTypes types, Messages messages) {
        this.plans = plans;
        this.projects = projects;
        this.kinds = kinds;
        this.types = types;
        this.messages = messages;
        this.print = new PrintSheet(kinds);
    }

    /**
     * Writes a project's plan.
     *
     * @param locale language of headings and of names that have one; files for other planning tools do not use it
     * @param out    left open
     * @throws city.renewal.base.Refusal when the project has no plan
     */
    public void write(Project project, ExportFormat format, Locale locale, OutputStream out) throws IOException {
        PlanSnapshot plan = plans.read(project.id());
        switch (format) {
            case MSPDI -> mspdi.write(document(project, plan), out);
            case PMXML -> primavera.pmxml(document(project, plan), out);
            case XER -> primavera.xer(document(project, plan), out);
            case XLSX -> new WorkbookWriter(table(project, plan, locale), messages.text(locale, "export.total"))
                    .write(project.name(), out);
            case CSV -> new PlanTextWriter().write(table(project, plan, locale), out);
            case ICS -> new MilestoneCalendar().write(project, plan, out);
            case JSON -> new PlanJsonWriter().write(project, plan, projects.places(project.id()),
                    plans.baselines(project.id()).stream()
                            .map(each -> new PlanJsonWriter.BaselineFile(each, plans.baselineTasks(each.id())))
                            .toList(), out);
            case PDF -> print.write(project, plan, new Formats(messages, locale, plans.today()), out);
        }
    }

    private PlanTable table(Project project, PlanSnapshot plan, Locale locale) {
        return PlanTable.of(plan, projects.places(project.id()), kinds, types, messages, locale);
    }

    private PlanDocument document(Project project, PlanSnapshot plan) {
        return document(project, plan, baselines(project.id()));
    }

    private Map<Long, List<PlanBaseline>> baselines(long projectId) {
        Map<Long, List<PlanBaseline>> byTask = new HashMap<>();
        for (Baseline baseline : plans.baselines(projectId)) {
            for (BaselineTask task : plans.baselineTasks(baseline.id())) {
                byTask.computeIfAbsent(task.taskId(), any -> new ArrayList<>()).add(new PlanBaseline(
                        baseline.baselineNo() - 1, task.startOn(), task.finishOn(), task.durationMinutes()));
            }
        }
        return byTask;
    }

    private static PlanDocument document(Project project, PlanSnapshot plan,
                                         Map<Long, List<PlanBaseline>> baselines) {
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        WorkedCalendars calendars = new WorkedCalendars(plan);
        return new PlanDocument(
                ScheduleFormat.MSPDI,
                project.name(),
                plan.head().startsOn(),
                plan.head().statusOn(),
                plan.head().calendarId(),
                calendars.all(),
                plan.tasks().stream()
                        .map(task -> task(task, children.containsKey(task.id()), calendars.of(task), numbers.get(task.id()),
                                shares.get(task.id()), baselines.getOrDefault(task.id(), List.of())))
                        .toList(),
                plan.links().stream()
                        .map(link -> new PlanLink(link.predecessorId(), link.successorId(), link.linkType(),
                                link.lagMinutes(), link.elapsedLag()))
                        .toList(),
                List.of());
    }

    private static PlanTask task(Task task, boolean summary, @Nullable Long calendarId, String number, double share,
                                 List<PlanBaseline> baselines) {
        TaskInput input = task.input();
        return new PlanTask(task.id(), input.parentId(), input.name(),
                input.code() == null ? number : input.code(), null, input.notes(), summary, input.milestone(),
                input.durationMinutes(), calendarId, task.dates().startOn(), task.dates().finishOn(), false,
                new PlanProgress(task.dates().actualStartOn(), task.dates().actualFinishOn(),
                        task.dates().remainingMinutes(), Math.min(100, share * 100), PlanProgress.Kind.DURATION),
                summary ? PlanConstraint.NONE : constraint(input),
                quantity(input, summary),
                baselines);
    }

    private static PlanConstraint constraint(TaskInput input) {
        ConstraintType type = input.constraintType();
        return new PlanConstraint(type, type.needsDate() ? input.constraintOn() : null);
    }

    private static @Nullable PlanQuantity quantity(TaskInput input, boolean summary) {
        return summary || input.unit().equals(TaskInput.PERCENT)
                ? null
                : new PlanQuantity(input.plannedQuantity(), input.unit());
    }
}
