package city.renewal.plan.template;

import city.renewal.base.Words;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.project.Place;
import city.renewal.schedule.ConstraintType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Generalises a plan into a template: tasks below one summary at different places become one item with zones, quantities
 * follow the measure that explains them, durations become rates, links become relative.
 */
public final class TemplateFromPlan {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final PlanSnapshot plan;
    private final PlacedZones placed;
    private final PlanTemplate base;
    private final Map<Long, List<Task>> children;
    private final Map<Long, String> ids = new LinkedHashMap<>();
    private final Map<String, List<Task>> leaves = new LinkedHashMap<>();
    private final List<Place> zones;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<String, String> calendars;
    private final GeneralAmounts amounts;

    /**
     * @param template what was made
     * @param fixed    tasks whose date constraint was left out, because a template has no dates
     */
    public record Made(PlanTemplate template, int fixed) {
    }

    /** @param base a template of the kind, for what a plan does not say */
    TemplateFromPlan(PlanSnapshot plan, PlacedZones placed, Map<String, BigDecimal> measures, PlanTemplate base,
                     List<CalendarRule> rules) {
        this.plan = plan;
        this.placed = placed;
        this.base = base;
        this.children = plan.children();
        this.calendars = rules.stream().collect(Collectors.toMap(CalendarRule::name, CalendarRule::id));
        this.zones = placed.among(plan.tasks().stream()
                .filter(this::isZoned)
                .flatMap(task -> children.get(task.id()).stream())
                .map(task -> task.input().placeId())
                .collect(Collectors.toSet()));
        for (int i = 0; i < zones.size(); i++) {
            numbers.put(zones.get(i).id(), i + 1);
        }
        this.amounts = new GeneralAmounts(base, measures, placed, zones);
    }

    private boolean isZoned(Task task) {
        List<Task> below = children.getOrDefault(task.id(), List.of());
        Set<Long> places = below.stream().map(each -> each.input().placeId()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return below.size() > 1 && places.size() == below.size()
                && below.stream().noneMatch(each -> children.containsKey(each.id()) || each.input().milestone())
                && below.stream().map(each -> each.input().unit()).distinct().count() == 1;
    }

    Made make(String kind, Words name) {
        List<PlanTemplate.Group> groups = new ArrayList<>();
        List<WorkItem> items = new ArrayList<>();
        Map<Long, String> classes = new HashMap<>();
        Set<Long> inItems = new HashSet<>();
        for (Task task : plan.tasks()) {
            if (inItems.contains(task.id())) {
                continue;
            }
            String id = id(task);
            ids.put(task.id(), id);
            Long parent = task.input().parentId();
            String group = parent == null ? null : ids.get(parent);
            String inherited = parent == null ? null : classes.get(parent);
            if (children.containsKey(task.id()) && !isZoned(task)) {
                groups.add(new PlanTemplate.Group(id, group, words(task), task.input().itemClass(),
                        task.input().notes()));
                if (task.input().itemClass() != null) {
                    classes.put(task.id(), task.input().itemClass());
                }
                continue;
            }
            List<Task> lines = children.getOrDefault(task.id(), List.of(task));
            if (lines.size() > 1) {
                lines.forEach(line -> inItems.add(line.id()));
            }
            leaves.put(id, lines);
            items.add(item(task, id, group, Objects.equals(task.input().itemClass(), inherited)
                    ? null : task.input().itemClass(), lines));
        }
        GeneralLinks links = new GeneralLinks(plan.links(), leaves, ids, numbers);
        List<WorkItem> linked = items.stream().map(links::apply).toList();
        if (ItemCycle.find(linked.stream().collect(Collectors.toMap(WorkItem::id, item -> item)), linked).isPresent()) {
            links = new GeneralLinks(plan.links(), leaves, ids, numbers).lineByLine();
            linked = items.stream().map(links::apply).toList();
        }
        boolean zoned = !zones.isEmpty();
        PlanTemplate template = new PlanTemplate("new", name, kind, zoned ? base.zone() : null,
                zoned ? base.zones() : null, zoned ? base.task() : null, base.crew(), base.assumed(), groups, linked,
                links.explicit());
        return new Made(template, (int) plan.tasks().stream()
                .filter(task -> task.input().constraintType() != ConstraintType.AS_SOON_AS_POSSIBLE).count());
    }

    private String id(Task task) {
        String code = task.input().code() == null ? "" : task.input().code().toLowerCase(Locale.ROOT);
        String wanted = ID.matcher(code).matches() ? code : "task-" + (ids.size() + 1);
        String id = wanted;
        for (int i = 2; ids.containsValue(id); i++) {
            id = wanted + "-x" + i;
        }
        return id;
    }

    private static Words words(Task task) {
        return new Words(task.input().name(), task.input().nameEn());
    }

    private WorkItem item(Task task, String id, @Nullable String group, @Nullable String itemClass, List<Task> lines) {
        boolean milestone = task.input().milestone();
        boolean zoned = lines.size() > 1;
        WorkItem like = base.items().stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
        TaskInput line = lines.getFirst().input();
        return new WorkItem(id, group, itemClass,
                milestone ? WorkItem.Spread.MILESTONE : zoned ? WorkItem.Spread.ZONE : WorkItem.Spread.WHOLE,
                milestone ? WorkItem.Choice.ALWAYS : WorkItem.Choice.USUAL,
                words(task), task.input().publicName(), line.workType(), like == null ? "general" : like.trade(),
                calendar(line), milestone ? WorkItem.Amount.NONE : amounts.amount(lines, numbers, like),
                milestone ? WorkItem.Effort.NONE : amounts.effort(lines, numbers, like, team(line, task)),
                true, List.of(), remarks(task, lines));
    }

    /** Beside weights that somebody gave, the others count what they weigh now. */
    private static WorkItem.Remarks remarks(Task item, List<Task> lines) {
        boolean weighed = lines.stream().anyMatch(line -> line.input().weight() != null);
        boolean noted = lines.size() > 1 && lines.stream().anyMatch(line -> line.input().notes() != null);
        return new WorkItem.Remarks(
                weighed ? lines.stream().map(line -> BigDecimal.valueOf(line.weight())).toList() : List.of(),
                item.input().notes(),
                noted ? lines.stream().map(line -> Objects.requireNonNullElse(line.input().notes(), "")).toList()
                        : List.of());
    }

    private String calendar(TaskInput input) {
        return plan.calendars().stream()
                .filter(calendar -> input.calendarId() != null && calendar.id() == input.calendarId())
                .map(calendar -> calendars.getOrDefault(calendar.name(), SiteCalendars.SITE))
                .findFirst()
                .orElse(SiteCalendars.SITE);
    }

    private @Nullable String team(TaskInput line, Task item) {
        return Layout.filled(base.crew(), item.input().name(), "").equals(line.crew()) ? null : line.crew();
    }
}
