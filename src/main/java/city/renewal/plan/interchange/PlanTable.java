package city.renewal.plan.interchange;

import city.renewal.base.Messages;
import city.renewal.plan.LinkText;
import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TaskLink;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kinds;
import city.renewal.project.Place;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a table in one language.
 *
 * @param headings of every {@link PlanColumn}
 * @param rows     in the order of the tree
 */
record PlanTable(List<String> headings, List<Row> rows) {

    private static final int DECIMALS = 4;

    /**
     * One task.
     *
     * @param depth     0 at the top
     * @param lastBelow index of the last row below it, its own for work
     * @param cells     texts, numbers and days; none where the column says nothing of it
     */
    record Row(boolean summary, int depth, int lastBelow, Map<PlanColumn, Object> cells) {
    }

    static PlanTable of(PlanSnapshot plan, List<Place> places, Kinds kinds, WorkTypes types, Messages messages,
                        Locale locale) {
        return new Maker(plan, places, kinds, types, messages, locale).table();
    }

    private static final class Maker {

        private final PlanSnapshot plan;
        private final Kinds kinds;
        private final WorkTypes types;
        private final Messages messages;
        private final Locale locale;
        private final Map<Long, String> numbers;
        private final Map<Long, Place> places;
        private final Map<Long, List<Task>> children;
        private final Map<Long, Double> shares;
        private final Map<Long, List<TaskLink>> links;

        Maker(PlanSnapshot plan, List<Place> places, Kinds kinds, WorkTypes types, Messages messages, Locale locale) {
            this.plan = plan;
            this.kinds = kinds;
            this.types = types;
            this.messages = messages;
            this.locale = locale;
            this.numbers = OutlineNumbers.of(plan.tasks());
            this.places = places.stream().collect(Collectors.toMap(Place::id, place -> place));
            this.children = plan.children();
            this.shares = plan.shares();
            this.links = plan.links().stream().collect(Collectors.groupingBy(TaskLink::successorId));
        }

        PlanTable table() {
            List<Task> tasks = plan.tasks();
            Map<Long, Integer> depths = new HashMap<>();
            Map<Long, Integer> last = new HashMap<>();
            for (int i = 0; i < tasks.size(); i++) {
                Long parent = tasks.get(i).input().parentId();
                depths.put(tasks.get(i).id(), parent == null ? 0 : depths.get(parent) + 1);
            }
            for (int i = tasks.size() - 1; i >= 0; i--) {
                Task task = tasks.get(i);
                last.putIfAbsent(task.id(), i);
                if (task.input().parentId() != null) {
                    last.merge(task.input().parentId(), last.get(task.id()), Math::max);
                }
            }
            List<Row> rows = new ArrayList<>(tasks.size());
            for (Task task : tasks) {
                boolean summary = children.containsKey(task.id());
                rows.add(new Row(summary, depths.get(task.id()), last.get(task.id()), cells(task, summary)));
            }
            List<String> headings = new ArrayList<>();
            for (PlanColumn column : PlanColumn.values()) {
                headings.add(messages.text(locale, column.key()));
            }
            return new PlanTable(headings, rows);
        }

        private Map<PlanColumn, Object> cells(Task task, boolean summary) {
            TaskInput input = task.input();
            Map<PlanColumn, Object> cells = new EnumMap<>(PlanColumn.class);
            put(cells, PlanColumn.NUMBER, numbers.get(task.id()));
            put(cells, PlanColumn.CODE, input.code());
            put(cells, PlanColumn.NAME, task.names().in(locale));
            put(cells, PlanColumn.CLASS, input.itemClass() == null ? null
                    : messages.text(locale, "item-class." + input.itemClass().toLowerCase(Locale.ROOT)));
            put(cells, PlanColumn.WORK, types.find(input.workType()).map(WorkType::name)
                    .map(name -> name.in(locale)).orElse(null));
            put(cells, PlanColumn.PLACE, input.placeId() == null ? null : placeName(input.placeId()));
            put(cells, PlanColumn.CREW, input.crew());
            put(cells, PlanColumn.START, task.dates().startOn());
            put(cells, PlanColumn.FINISH, task.dates().finishOn());
            put(cells, PlanColumn.PREDECESSORS, predecessors(task.id()));
            put(cells, PlanColumn.SHARE, BigDecimal.valueOf(Math.min(1, shares.get(task.id())))
                    .setScale(DECIMALS, RoundingMode.HALF_UP));
            put(cells, PlanColumn.PROMISED_START, task.dates().promisedStartOn());
            put(cells, PlanColumn.PROMISED_FINISH, task.dates().promisedFinishOn());
            put(cells, PlanColumn.DAYS_LATE, task.dates().daysLate());
            put(cells, PlanColumn.CRITICAL, task.dates().critical() ? messages.text(locale, "export.critical") : null);
            put(cells, PlanColumn.NOTES, input.notes());
            if (!summary) {
                BigDecimal days = days(input.durationMinutes());
                put(cells, PlanColumn.DURATION, days);
                put(cells, PlanColumn.PLANNED, input.plannedQuantity());
                put(cells, PlanColumn.DONE, task.progress().done());
                put(cells, PlanColumn.UNIT, kinds.unit(input.unit()).in(locale));
                put(cells, PlanColumn.WEIGHT, input.weight() == null ? days : input.weight());
            }
            return cells;
        }

        private @Nullable String placeName(long id) {
            Place place = places.get(id);
            if (place == null) {
                return null;
            }
            return place.nameEn() != null && Messages.nearest(locale).equals(Locale.ENGLISH)
                    ? place.nameEn() : place.name();
        }

        private @Nullable String predecessors(long taskId) {
            List<LinkText.Item> items = links.getOrDefault(taskId, List.of()).stream()
                    .map(link -> new LinkText.Item(numbers.get(link.predecessorId()), link.linkType(),
                            link.lagMinutes(), link.elapsedLag()))
                    .toList();
            return items.isEmpty() ? null : LinkText.print(items);
        }

        private static BigDecimal days(int minutes) {
            return BigDecimal.valueOf(minutes)
                    .divide(BigDecimal.valueOf(WorkingTime.MINUTES_PER_DAY), DECIMALS, RoundingMode.HALF_UP);
        }

        private static void put(Map<PlanColumn, Object> cells, PlanColumn column, @Nullable Object value) {
            if (value != null) {
                cells.put(column, value instanceof BigDecimal number ? plain(number) : value);
            }
        }

        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
