package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.gantt.ui.EarlierFront;
import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttColumn;
import city.renewal.gantt.ui.GanttLink;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.gantt.ui.GanttWindow;
import city.renewal.gantt.ui.RowKind;
import city.renewal.gantt.ui.TimePoint;
import city.renewal.gantt.ui.TypedTexts;
import city.renewal.plan.ChangedRows;
import city.renewal.plan.DurationText;
import city.renewal.plan.LinkText;
import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanFrontLine;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Season;
import city.renewal.plan.StopWindow;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TaskLink;
import city.renewal.project.Kinds;
import city.renewal.schedule.FrontLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a plan into what the Gantt chart draws. */
public final class PlanGantt {

    private final Kinds kinds;
    private final Formats formats;
    private final UnaryOperator<String> words;
    private final TaskTyping typing;

    /** @param words the text of a key in the reader's language */
    public PlanGantt(Kinds kinds, Formats formats, UnaryOperator<String> words) {
        this.kinds = kinds;
        this.formats = formats;
        this.words = words;
        this.typing = new TaskTyping(kinds, formats, words);
    }

    /** The chart that staff work with: every column, the planner's own names, editable where work has not ended. */
    public GanttModel forStaff(PlanSnapshot plan) {
        return model(plan, GanttColumn.STAFF, true);
    }

    /** The chart that planners edit: as for staff, with what they type into cells. */
    public GanttModel forEditors(PlanSnapshot plan) {
        return model(plan, GanttColumn.EDITORS, true);
    }

    /** The chart that residents read: public names, no quantities, nothing to edit. */
    public GanttModel forResidents(PlanSnapshot plan) {
        return model(plan, GanttColumn.PUBLIC, false);
    }

    /**
     * Draws of a plan that is edited only the rows and links that an edit can have changed; whoever has the whole plan
     * on the screen needs no more.
     *
     * @param before the plan as it is on the screen, drawn {@link #forEditors for editors}
     * @return nothing where the edit changed the tree, the links or what concerns every row
     */
    public Optional<GanttChanges> forEditors(PlanSnapshot before, PlanSnapshot after) {
        return ChangedRows.between(before, after).map(touched -> {
            List<GanttRow> rows = rows(after, GanttColumn.EDITORS, true, task -> touched.contains(task.id()));
            List<GanttLink> links = links(after, link -> touched.contains(link.predecessorId())
                    || touched.contains(link.successorId()));
            return new GanttChanges(rows, List.of(), links, List.of());
        });
    }

    private GanttModel model(PlanSnapshot plan, List<GanttColumn> columns, boolean staff) {
        return new GanttModel(rows(plan, columns, staff, task -> true), links(plan, link -> true),
                plan.calendar().calendar(), formats.today(), plan.head().statusOn(), columns)
                .withWindows(windows(plan, plan.children().keySet()));
    }

    private List<GanttLink> links(PlanSnapshot plan, Predicate<TaskLink> drawn) {
        Map<Long, Task> byId = plan.byId();
        return plan.links().stream().filter(drawn).map(link -> link(link, byId)).toList();
    }

    private List<GanttRow> rows(PlanSnapshot plan, List<GanttColumn> columns, boolean staff, Predicate<Task> drawn) {
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        List<Task> tasks = plan.tasks().stream().filter(drawn).toList();
        Map<Long, TypedTexts> typed = columns.equals(GanttColumn.EDITORS) ? typed(tasks, plan.links(), numbers, children)
                : Map.of();
        Map<Long, FrontLine.Point> front = PlanFrontLine.points(plan);
        List<GanttRow> rows = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            boolean summary = children.containsKey(task.id());
            rows.add(new GanttRow(task.id(), task.input().parentId(), task.input().sortOrder(), numbers.get(task.id()),
                    staff ? task.names().in(formats.locale()) : publicName(task), itemClass(task), quantity(task, summary),
                    kind(task, summary), task.dates().startOn(), task.dates().finishOn(),
                    task.dates().promisedStartOn(), task.dates().promisedFinishOn(),
                    shares.get(task.id()), task.dates().daysLate(), task.dates().critical(),
                    point(front.get(task.id())), staff && !summary && !task.finished(), null, null,
                    typed.getOrDefault(task.id(), TypedTexts.NONE), ""));
        }
        return rows;
    }

    /** The windows and heating seasons that take days from work of the plan, each with the rows it stops. */
    private List<GanttWindow> windows(PlanSnapshot plan, Set<Long> summaries) {
        List<Task> work = plan.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && !task.input().milestone())
                .toList();
        List<GanttWindow> windows = new ArrayList<>();
        for (StopWindow window : plan.days().windows()) {
            String label = words.apply("window.kind." + window.kind().code());
            add(windows, window.firstOn(), window.lastOn(), label, work.stream()
                    .filter(task -> plan.days().stops(window, task.input())));
        }
        LocalDate start = plan.head().startsOn();
        LocalDate finish = plan.head().finishOn() == null ? start : plan.head().finishOn();
        Season season = plan.days().heatingSeason();
        for (int year = start.getYear() - 1; year <= finish.getYear(); year++) {
            if (!season.last(year).isBefore(start) && !season.first(year).isAfter(finish)) {
                add(windows, season.first(year), season.last(year), words.apply("window.season"), work.stream()
                        .filter(task -> plan.days().heating(task.input())));
            }
        }
        return windows;
    }

    private static void add(List<GanttWindow> windows, LocalDate first, LocalDate last, String label,
                            Stream<Task> stopped) {
        Set<Long> rows = stopped.map(Task::id).collect(Collectors.toSet());
        if (!rows.isEmpty()) {
            windows.add(new GanttWindow(first, last, label, rows));
        }
    }

    private Map<Long, TypedTexts> typed(List<Task> tasks, List<TaskLink> links, Map<Long, String> numbers,
                                        Map<Long, List<Task>> children) {
        Map<Long, List<LinkText.Item>> predecessors = new HashMap<>();
        links.forEach(link -> predecessors.computeIfAbsent(link.successorId(), any -> new ArrayList<>())
                .add(new LinkText.Item(numbers.get(link.predecessorId()), link.linkType(), link.lagMinutes(),
                        link.elapsedLag())));
        Map<Long, TypedTexts> texts = new HashMap<>();
        for (Task task : tasks) {
            boolean summary = children.containsKey(task.id());
            texts.put(task.id(), new TypedTexts(summary ? "" : DurationText.print(task.input().durationMinutes()),
                    LinkText.print(predecessors.getOrDefault(task.id(), List.of())),
                    summary ? "" : typing.planned(task.input())));
        }
        return texts;
    }

    /**
     * @param confirmed what was confirmed of each task by the end of each day
     * @return the front line at the end of these days from the plan's start on, over the promise that is drawn now
     */
    public List<EarlierFront> earlier(PlanSnapshot plan, Map<LocalDate, Map<Long, BigDecimal>> confirmed) {
        List<EarlierFront> fronts = new ArrayList<>();
        confirmed.forEach((day, done) -> {
            if (!day.isBefore(plan.head().startsOn())) {
                Map<Long, TimePoint> points = new HashMap<>();
                PlanFrontLine.points(plan, day, task -> task.progress().openingQuantity()
                        .add(done.getOrDefault(task.id(), BigDecimal.ZERO)).doubleValue()
                        / task.input().plannedQuantity().doubleValue())
                        .forEach((id, point) -> points.put(id, new TimePoint(point.day(), point.fraction())));
                fronts.add(new EarlierFront(day, points));
            }
        });
        return fronts;
    }

    private static @Nullable TimePoint point(FrontLine.@Nullable Point point) {
        return point == null ? null : new TimePoint(point.day(), point.fraction());
    }

    private static GanttLink link(TaskLink link, Map<Long, Task> tasks) {
        boolean critical = tasks.get(link.predecessorId()).dates().critical()
                && tasks.get(link.successorId()).dates().critical();
        return new GanttLink(link.id(), link.predecessorId(), link.successorId(), link.linkType(), critical);
    }

    /** @return what residents call the task, in the reader's language where a name was given */
    public String publicName(Task task) {
        return task.publicNames().in(formats.locale());
    }

    private String itemClass(Task task) {
        String itemClass = task.input().itemClass();
        return itemClass == null ? "" : words.apply("item-class." + itemClass.toLowerCase(Locale.ROOT));
    }

    private String quantity(Task task, boolean summary) {
        if (summary || task.input().milestone() || task.input().unit().equals(TaskInput.PERCENT)) {
            return "";
        }
        return formats.number(task.progress().done()) + " / "
                + formats.quantity(task.input().plannedQuantity(), kinds.unit(task.input().unit()));
    }

    private static RowKind kind(Task task, boolean summary) {
        if (summary) {
            return RowKind.SUMMARY;
        }
        return task.input().milestone() ? RowKind.MILESTONE : RowKind.TASK;
    }
}
