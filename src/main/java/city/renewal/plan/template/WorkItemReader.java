package city.renewal.plan.template;

import city.renewal.base.YamlNode;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kinds;
import java.util.List;
import java.util.Set;

/** Reads the items of work of a template. Safe for use by many threads. */
final class WorkItemReader {

    private final Kinds kinds;
    private final WorkTypes workTypes;
    private final Set<String> calendars;

    WorkItemReader(Kinds kinds, WorkTypes workTypes, Set<String> calendars) {
        this.kinds = kinds;
        this.workTypes = workTypes;
        this.calendars = calendars;
    }

    /**
     * @param groups   ids of the template's groups
     * @param measures ids of what its kind is measured by
     */
    WorkItem read(TemplateEntry entry, Set<String> groups, Set<String> measures) {
        YamlNode node = entry.node();
        WorkItem.Spread spread = spread(entry);
        String work = node.textOrNull("work");
        if (work != null && workTypes.find(work).isEmpty()) {
            throw entry.unknown("work", work);
        }
        String calendar = node.has("calendar") ? node.text("calendar") : SiteCalendars.SITE;
        entry.check("calendar", calendar, calendars);
        boolean moment = spread == WorkItem.Spread.MILESTONE;
        return new WorkItem(entry.id(), entry.knownOrNull("group", groups), entry.itemClass(), spread, choice(node),
                node.words(), node.textOrNull("public"), work, node.has("trade") ? node.text("trade") : "general",
                calendar, moment ? WorkItem.Amount.NONE : amount(entry, measures),
                moment ? WorkItem.Effort.NONE : effort(entry), !node.has("chained") || node.flag("chained"),
                node.texts("after").stream().map(written -> predecessor(entry, written)).toList(), remarks(entry));
    }

    private static WorkItem.Spread spread(TemplateEntry entry) {
        entry.check("by", entry.node().has("by") ? entry.node().text("by") : "whole",
                Set.of("whole", "zone", "milestone"));
        return entry.node().one(WorkItem.Spread.class, "by", WorkItem.Spread.WHOLE);
    }

    private static WorkItem.Choice choice(YamlNode node) {
        if (node.flag("usual")) {
            return WorkItem.Choice.USUAL;
        }
        return node.flag("chosen") ? WorkItem.Choice.OPTIONAL : WorkItem.Choice.ALWAYS;
    }

    private WorkItem.Amount amount(TemplateEntry entry, Set<String> measures) {
        String unit = entry.needed("unit");
        if (!kinds.hasUnit(unit)) {
            throw entry.unknown("unit", unit);
        }
        return new WorkItem.Amount(entry.knownOrNull("of", measures), entry.positive("per"), unit,
                Math.clamp(entry.node().whole("decimals", 0), 0, 3), entry.numbers("parts"));
    }

    private static WorkItem.Effort effort(TemplateEntry entry) {
        YamlNode node = entry.node();
        return new WorkItem.Effort(entry.positive("rate"), node.has("within") ? entry.positive("within") : 0,
                node.has("crew") ? (int) Math.max(1, entry.positive("crew")) : 1, node.textOrNull("team"),
                entry.numbers("days"));
    }

    private static Predecessor predecessor(TemplateEntry entry, String written) {
        try {
            return Predecessor.parse(written);
        } catch (IllegalArgumentException malformed) {
            throw entry.noPredecessor(written);
        }
    }

    private static WorkItem.Remarks remarks(TemplateEntry entry) {
        List<String> zones = entry.node().texts("zone_notes");
        zones.forEach(notes -> entry.checkLength(notes, TaskInput.LONGEST_NOTES, "zone_notes"));
        return new WorkItem.Remarks(entry.weights("weights"), entry.node().textOrNull("notes"), zones);
    }
}
