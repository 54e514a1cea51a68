package city.renewal.plan.interchange;

import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.BaselineDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a document that was placed into a plan to be stored. */
final class PlanDrafting {

    private static final int LONGEST_CODE = 64;
    private static final int SCALE = 3;

    private final PlanDocument document;
    private final Map<Long, Integer> taskKeys = new HashMap<>();
    private final Map<Long, Integer> calendarKeys = new HashMap<>();

    private PlanDrafting(PlanDocument document) {
        this.document = document;
        document.tasks().forEach(task -> taskKeys.put(task.uid(), taskKeys.size() + 1));
        document.calendars().forEach(calendar -> calendarKeys.put(calendar.id(), calendarKeys.size() + 1));
    }

    static PlanDraft draft(PlanDocument document, String fileName) {
        return new PlanDrafting(document).draft(fileName);
    }

    private PlanDraft draft(String fileName) {
        List<CalendarDraft> calendars = document.calendars().stream()
                .sorted(Comparator.comparing(calendar -> calendar.id() != document.defaultCalendar()))
                .map(calendar -> new CalendarDraft(calendarKeys.get(calendar.id()), calendar.name(),
                        calendar.toWorkCalendar()))
                .toList();
        List<LinkDraft> links = document.links().stream()
                .map(link -> new LinkDraft(taskKeys.get(link.predecessor()), taskKeys.get(link.successor()),
                        link.type(), link.lagMinutes(), link.elapsed()))
                .toList();
        return new PlanDraft(document.start(),
                document.format().remainingFollowsStatusDate() ? document.statusDate() : null,
                false, fileName, calendars, tasks(), links, baselines(), List.of());
    }

    private List<TaskDraft> tasks() {
        List<TaskDraft> tasks = new ArrayList<>();
        for (PlanTask task : document.tasks()) {
            PlanProgress progress = task.progress();
            TaskInput input = input(task, tasks.size());
            tasks.add(new TaskDraft(
                    taskKeys.get(task.uid()),
                    task.parent() == null ? null : taskKeys.get(task.parent()),
                    task.calendar() == null ? null : calendarKeys.get(task.calendar()),
                    null,
                    input,
                    task.summary() ? BigDecimal.ZERO : share(input.plannedQuantity(), progress.percent()),
                    progress.actualStart(),
                    progress.actualFinish(),
                    progress.remainingMinutes(),
                    (int) task.uid()));
        }
        return tasks;
    }

    /** @return what a file says of a task; its summary, calendar and place are not in it */
    static TaskInput input(PlanTask task, int order) {
        PlanQuantity quantity = task.quantity();
        boolean measured = !task.summary() && quantity != null && quantity.amount().signum() > 0;
        return new TaskInput(null, order, code(task), name(task), null, null, null,
                !task.summary() && task.durationMinutes() == 0, task.durationMinutes(), task.constraint().type(),
                task.constraint().date(), null, null,
                measured ? quantity.amount() : TaskInput.WHOLE,
                measured && quantity.unit() != null ? shortened(quantity.unit(), 16) : TaskInput.PERCENT,
                null, task.notes(), null, null);
    }

    private static @Nullable String code(PlanTask task) {
        String code = task.code() != null ? task.code() : task.wbs();
        return code == null || code.isBlank() ? null : shortened(code, LONGEST_CODE);
    }

    private static String name(PlanTask task) {
        return shortened(task.name(), TaskInput.LONGEST_NAME);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static BigDecimal share(BigDecimal planned, double percent) {
        return planned.multiply(BigDecimal.valueOf(percent))
                .divide(TaskInput.WHOLE, SCALE, RoundingMode.HALF_UP);
    }

    /** Tools count baselines from 0; here the first is number 1, the promise. */
    private List<BaselineDraft> baselines() {
        Map<Integer, List<BaselineTask>> byNumber = new TreeMap<>();
        for (PlanTask task : document.tasks()) {
            for (PlanBaseline baseline : task.baselines()) {
                if (baseline.start() != null && baseline.finish() != null) {
                    byNumber.computeIfAbsent(baseline.number() + 1, any -> new ArrayList<>()).add(new BaselineTask(
                            taskKeys.get(task.uid()), name(task), baseline.start(), baseline.finish(),
                            baseline.durationMinutes() == null ? 0 : baseline.durationMinutes(), null));
                }
            }
        }
        OffsetDateTime taken = document.start().atStartOfDay().atOffset(ZoneOffset.UTC);
        return byNumber.entrySet().stream()
                .map(entry -> new BaselineDraft(entry.getKey(), "Baseline " + (entry.getKey() - 1), null, taken,
                        entry.getValue()))
                .toList();
    }
}
