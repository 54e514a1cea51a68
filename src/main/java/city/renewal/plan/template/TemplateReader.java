package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads templates and refuses what cannot be planned with, in one line that names file, item and field. Safe for use
 * by many threads.
 */
public final class TemplateReader {

    /** Items a template may have; more is no template but a mistake. */
    public static final int MOST_ITEMS = 2_000;

    /** Lists and mappings inside one another; sound templates have four. */
    private static final int DEEPEST = 20;
    private static final String FOLDER = "config/templates/";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Characters that a zone's number adds to an item's id in the code of its task. */
    private static final int ROOM_FOR_ZONE = 4;
    /** Characters that the name of a zone may add to an item's. */
    private static final int ROOM_FOR_PLACE = 200;
    private static final List<String> NAMES = List.of("zh", "en", "public");
    private static final Set<String> CLASSES = Set.of("BASIC", "IMPROVEMENT", "UPGRADE");

    private final Kinds kinds;
    private final WorkTypes workTypes;
    private final Set<String> calendars;

    public TemplateReader(Kinds kinds, WorkTypes workTypes, List<CalendarRule> calendars) {
        this.kinds = kinds;
        this.workTypes = workTypes;
        this.calendars = calendars.stream().map(CalendarRule::id).collect(Collectors.toSet());
    }

    /** @return the templates packed into the program, by kind, in the order of the kinds */
    public Map<String, PlanTemplate> packed() {
        Map<String, PlanTemplate> templates = new LinkedHashMap<>();
        for (Kind kind : kinds.all()) {
            String file = FOLDER + kind.id() + ".yaml";
            if (TemplateReader.class.getClassLoader().getResource(file) != null) {
                templates.put(kind.id(), read(YamlNode.packed(file), kind.id()));
            }
        }
        return templates;
    }

    /**
     * @param text  YAML
     * @param label what messages call it
     * @param id    the template's id
     * @throws Refusal naming file, item and field of what is wrong
     */
    public PlanTemplate read(String text, String label, String id) {
        LoadSettings settings = LoadSettings.builder().setLabel(label).build();
        try {
            checkShape(text, label, settings);
            return read(YamlNode.of(label, new Load(settings).loadFromString(text)), id);
        } catch (MarkedYamlEngineException marked) {
            throw new Refusal("template.fault.yaml", label,
                    marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1));
        } catch (YamlEngineException malformed) {
            throw new Refusal("template.fault.yaml", label, 1);
        } catch (IllegalArgumentException noMapping) {
            throw new Refusal("template.fault.form", label, String.valueOf(noMapping.getMessage()));
        }
    }

    /** Repetitions by name can make a small file endless, and deep nesting can exhaust a thread: no template has them. */
    private static void checkShape(String text, String label, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof AliasEvent || depth > DEEPEST) {
                throw new Refusal("template.fault.shape", label,
                        event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), DEEPEST);
            }
        }
    }

    private PlanTemplate read(YamlNode file, String id) {
        try {
            return template(file, id);
        } catch (IllegalArgumentException | ClassCastException wrong) {
            throw new Refusal("template.fault.form", file.where(), String.valueOf(wrong.getMessage()));
        }
    }

    private PlanTemplate template(YamlNode file, String id) {
        String where = file.where();
        Kind kind = kinds.find(file.text("kind"))
                .orElseThrow(() -> unknown(where, "–", "kind", file.text("kind")));
        Map<String, YamlNode> zones = file.children("zones");
        List<PlanTemplate.Group> groups = groups(file);
        Set<String> measures = kind.measures().stream().map(Kind.KindMeasure::id).collect(Collectors.toSet());
        Map<String, PlanTemplate.Assumption> assumed = new LinkedHashMap<>();
        file.children("assumed").forEach((measure, node) -> {
            known(measures, where, "assumed", "of", node.text("of"));
            assumed.put(measure, new PlanTemplate.Assumption(node.text("of"), positive(where, measure, "per", node)));
        });
        Set<String> groupIds = groups.stream().map(PlanTemplate.Group::id).collect(Collectors.toSet());
        List<YamlNode> nodes = file.nodes("items");
        if (nodes.isEmpty() || nodes.size() > MOST_ITEMS) {
            throw new Refusal("template.fault.items", where, nodes.size(), MOST_ITEMS);
        }
        List<WorkItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>(groupIds);
        for (YamlNode node : nodes) {
            WorkItem item = item(node, where, groupIds, measures);
            if (!ids.add(item.id())) {
                throw new Refusal("template.fault.twice", where, item.id());
            }
            items.add(item);
        }
        checkPredecessors(items, where);
        return new PlanTemplate(id, file.child("name").words(), kind.id(), wordsOrNull(zones.get("one")),
                wordsOrNull(zones.get("many")), file.has("task") ? file.child("task").words() : null,
                file.text("crew"), assumed, groups, items,
                file.nodes("links").stream().map(node -> link(node, where)).toList());
    }

    private static @Nullable Words wordsOrNull(@Nullable YamlNode node) {
        return node == null ? null : node.words();
    }

    private List<PlanTemplate.Group> groups(YamlNode file) {
        List<PlanTemplate.Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : file.nodes("groups")) {
            String id = id(node, file.where());
            String parent = node.textOrNull("in");
            if (parent != null) {
                known(ids, file.where(), id, "in", parent);
            }
            if (!ids.add(id)) {
                throw new Refusal("template.fault.twice", file.where(), id);
            }
            checkTexts(node, file.where(), id);
            groups.add(new PlanTemplate.Group(id, parent, node.words(), itemClass(node, file.where(), id),
                    node.textOrNull("notes")));
        }
        return groups;
    }

    private static String id(YamlNode node, String where) {
        String id = needed(node, where, node.has("zh") ? node.text("zh") : "–", "id");
        if (!ID.matcher(id).matches()) {
            throw new Refusal("template.fault.id", where, id);
        }
        return id;
    }

    private static @Nullable String itemClass(YamlNode node, String where, String id) {
        String itemClass = node.textOrNull("class");
        if (itemClass != null) {
            known(CLASSES, where, id, "class", itemClass);
        }
        return itemClass;
    }

    private WorkItem item(YamlNode node, String where, Set<String> groups, Set<String> measures) {
        String id = id(node, where);
        needed(node, where, id, "zh");
        checkTexts(node, where, id);
        WorkItem.Spread spread = spread(node, where, id);
        String group = node.textOrNull("group");
        if (group != null) {
            known(groups, where, id, "group", group);
        }
        String work = node.textOrNull("work");
        if (work != null && workTypes.find(work).isEmpty()) {
            throw unknown(where, id, "work", work);
        }
        String calendar = node.has("calendar") ? node.text("calendar") : SiteCalendars.SITE;
        known(calendars, where, id, "calendar", calendar);
        boolean moment = spread == WorkItem.Spread.MILESTONE;
        return new WorkItem(id, group, itemClass(node, where, id), spread, choice(node), node.words(),
                node.textOrNull("public"), work, node.has("trade") ? node.text("trade") : "general", calendar,
                moment ? WorkItem.Amount.NONE : amount(node, where, id, measures),
                moment ? WorkItem.Effort.NONE : effort(node, where, id),
                !node.has("chained") || node.flag("chained"),
                node.texts("after").stream().map(written -> predecessor(written, where, id)).toList(),
                remarks(node, where, id));
    }

    private static WorkItem.Remarks remarks(YamlNode node, String where, String id) {
        List<BigDecimal> weights = new ArrayList<>();
        for (String text : node.texts("weights")) {
            BigDecimal weight = weight(text);
            if (weight == null) {
                throw new Refusal("template.fault.number", where, id, "weights", text);
            }
            weights.add(weight);
        }
        List<String> zones = node.texts("zone_notes");
        zones.forEach(notes -> checkLength(notes, TaskInput.LONGEST_NOTES, where, id, "zone_notes"));
        return new WorkItem.Remarks(weights, node.textOrNull("notes"), zones);
    }

    private static @Nullable BigDecimal weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            return weight >= 0 && weight <= TaskInput.LARGEST_QUANTITY.doubleValue() ? BigDecimal.valueOf(weight) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** What a plan has no room for is refused here, where it can be named, and not when the plan is made. */
    private static void checkTexts(YamlNode node, String where, String id) {
        checkLength(id, TaskInput.LONGEST_CODE - ROOM_FOR_ZONE, where, id, "id");
        for (String name : NAMES) {
            checkLength(node.textOrNull(name), TaskInput.LONGEST_NAME - ROOM_FOR_PLACE, where, id, name);
        }
        checkLength(node.textOrNull("team"), TaskInput.LONGEST_CREW, where, id, "team");
        checkLength(node.textOrNull("notes"), TaskInput.LONGEST_NOTES, where, id, "notes");
    }

    private static void checkLength(@Nullable String text, int longest, String where, String id, String field) {
        if (text != null && text.length() > longest) {
            throw new Refusal("template.fault.long", where, id, field, longest);
        }
    }

    private static WorkItem.Spread spread(YamlNode node, String where, String id) {
        String by = node.has("by") ? node.text("by") : "whole";
        known(Set.of("whole", "zone", "milestone"), where, id, "by", by);
        return node.one(WorkItem.Spread.class, "by", WorkItem.Spread.WHOLE);
    }

    private static WorkItem.Choice choice(YamlNode node) {
        if (node.flag("usual")) {
            return WorkItem.Choice.USUAL;
        }
        return node.flag("chosen") ? WorkItem.Choice.OPTIONAL : WorkItem.Choice.ALWAYS;
    }

    private WorkItem.Amount amount(YamlNode node, String where, String id, Set<String> measures) {
        String unit = needed(node, where, id, "unit");
        if (!kinds.hasUnit(unit)) {
            throw unknown(where, id, "unit", unit);
        }
        String measure = node.textOrNull("of");
        if (measure != null) {
            known(measures, where, id, "of", measure);
        }
        return new WorkItem.Amount(measure, positive(where, id, "per", node), unit,
                Math.clamp(node.whole("decimals", 0), 0, 3), numbers(node, where, id, "parts"));
    }

    private static WorkItem.Effort effort(YamlNode node, String where, String id) {
        return new WorkItem.Effort(positive(where, id, "rate", node),
                node.has("within") ? positive(where, id, "within", node) : 0,
                node.has("crew") ? (int) Math.max(1, positive(where, id, "crew", node)) : 1,
                node.textOrNull("team"), numbers(node, where, id, "days"));
    }

    private static List<Double> numbers(YamlNode node, String where, String id, String field) {
        List<Double> numbers = new ArrayList<>();
        for (String text : node.texts(field)) {
            try {
                numbers.add(Double.valueOf(text));
            } catch (NumberFormatException none) {
                throw new Refusal("template.fault.number", where, id, field, text);
            }
            if (!(numbers.getLast() >= 0) || numbers.getLast().isInfinite()) {
                throw new Refusal("template.fault.number", where, id, field, text);
            }
        }
        return numbers;
    }

    private static Predecessor predecessor(String written, String where, String id) {
        try {
            return Predecessor.parse(written);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("template.fault.after", where, id, written);
        }
    }

    private static LineLink link(YamlNode node, String where) {
        String type = node.has("type") ? node.text("type") : "FS";
        known(Set.of("FS", "SS", "FF", "SF"), where, node.text("from"), "type", type);
        return new LineLink(node.text("from"), node.text("to"), Predecessor.type(type), node.whole("lag_minutes", 0),
                node.flag("elapsed"));
    }

    private static void checkPredecessors(List<WorkItem> items, String where) {
        Map<String, WorkItem> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        for (WorkItem item : items) {
            item.after().forEach(predecessor ->
                    known(byId.keySet(), where, item.id(), "after", predecessor.item()));
        }
        ItemCycle.find(byId, items).ifPresent(along -> {
            throw new Refusal("template.fault.cycle", where, String.join(" → ", along));
        });
    }

    private static String needed(YamlNode node, String where, String id, String field) {
        if (!node.has(field)) {
            throw new Refusal("template.fault.lacks", where, id, field);
        }
        return node.text(field);
    }

    private static double positive(String where, String id, String field, YamlNode node) {
        String written = needed(node, where, id, field);
        if (!(node.entries().get(field) instanceof Number number) || !(number.doubleValue() > 0)
                || Double.isInfinite(number.doubleValue())) {
            throw new Refusal("template.fault.number", where, id, field, written);
        }
        return number.doubleValue();
    }

    private static void known(Set<String> ids, String where, String id, String field, String given) {
        if (!ids.contains(given)) {
            throw unknown(where, id, field, given);
        }
    }

    private static Refusal unknown(String where, String id, String field, String given) {
        return new Refusal("template.fault.unknown", where, id, field, given);
    }
}
