package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Kinds kinds;
    private final WorkItemReader items;

    public TemplateReader(Kinds kinds, WorkTypes workTypes, List<CalendarRule> calendars) {
        this.kinds = kinds;
        this.items = new WorkItemReader(kinds, workTypes,
                calendars.stream().map(CalendarRule::id).collect(Collectors.toSet()));
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
        TemplateEntry whole = TemplateEntry.of(file, where, "–");
        Kind kind = kinds.find(file.text("kind")).orElseThrow(() -> whole.unknown("kind", file.text("kind")));
        Set<String> measures = kind.measures().stream().map(Kind.KindMeasure::id).collect(Collectors.toSet());
        List<PlanTemplate.Group> groups = groups(file);
        Map<String, YamlNode> zones = file.children("zones");
        return new PlanTemplate(id, file.child("name").words(), kind.id(), wordsOrNull(zones.get("one")),
                wordsOrNull(zones.get("many")), file.has("task") ? file.child("task").words() : null,
                file.text("crew"), assumed(file, measures), groups, items(file, groups, measures),
                file.nodes("links").stream().map(node -> link(node, where)).toList());
    }

    private static @Nullable Words wordsOrNull(@Nullable YamlNode node) {
        return node == null ? null : node.words();
    }

    private static Map<String, PlanTemplate.Assumption> assumed(YamlNode file, Set<String> measures) {
        Map<String, PlanTemplate.Assumption> assumed = new LinkedHashMap<>();
        file.children("assumed").forEach((measure, node) -> {
            String of = node.text("of");
            TemplateEntry.of(node, file.where(), "assumed").check("of", of, measures);
            assumed.put(measure, new PlanTemplate.Assumption(of,
                    TemplateEntry.of(node, file.where(), measure).positive("per")));
        });
        return assumed;
    }

    private static List<PlanTemplate.Group> groups(YamlNode file) {
        List<PlanTemplate.Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : file.nodes("groups")) {
            TemplateEntry entry = TemplateEntry.of(node, file.where());
            String parent = entry.knownOrNull("in", ids);
            if (!ids.add(entry.id())) {
                throw new Refusal("template.fault.twice", file.where(), entry.id());
            }
            groups.add(new PlanTemplate.Group(entry.id(), parent, node.words(), entry.itemClass(),
                    node.textOrNull("notes")));
        }
        return groups;
    }

    private List<WorkItem> items(YamlNode file, List<PlanTemplate.Group> groups, Set<String> measures) {
        List<YamlNode> nodes = file.nodes("items");
        if (nodes.isEmpty() || nodes.size() > MOST_ITEMS) {
            throw new Refusal("template.fault.items", file.where(), nodes.size(), MOST_ITEMS);
        }
        Set<String> groupIds = groups.stream().map(PlanTemplate.Group::id).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>(groupIds);
        List<WorkItem> found = new ArrayList<>();
        for (YamlNode node : nodes) {
            WorkItem item = items.read(TemplateEntry.of(node, file.where()), groupIds, measures);
            if (!ids.add(item.id())) {
                throw new Refusal("template.fault.twice", file.where(), item.id());
            }
            found.add(item);
        }
        checkPredecessors(found, file.where());
        return found;
    }

    private static LineLink link(YamlNode node, String where) {
        String type = node.has("type") ? node.text("type") : "FS";
        TemplateEntry.of(node, where, node.text("from")).check("type", type, Set.of("FS", "SS", "FF", "SF"));
        return new LineLink(node.text("from"), node.text("to"), Predecessor.type(type), node.whole("lag_minutes", 0),
                node.flag("elapsed"));
    }

    private static void checkPredecessors(List<WorkItem> items, String where) {
        Map<String, WorkItem> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        for (WorkItem item : items) {
            for (Predecessor before : item.after()) {
                if (!byId.containsKey(before.item())) {
                    throw new Refusal("template.fault.unknown", where, item.id(), "after", before.item());
                }
            }
        }
        ItemCycle.find(byId, items).ifPresent(along -> {
            throw new Refusal("template.fault.cycle", where, String.join(" → ", along));
        });
    }
}
