package city.renewal.plan.template;

import city.renewal.base.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes templates as the files that {@link TemplateReader} reads. */
final class TemplateWriter {

    private TemplateWriter() {
    }

    static String write(PlanTemplate template) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("kind", template.kind());
        file.put("name", words(template.name()));
        file.put("crew", template.crew());
        Map<String, Object> zones = new LinkedHashMap<>();
        put(zones, "one", template.zone());
        put(zones, "many", template.zones());
        if (!zones.isEmpty()) {
            file.put("zones", zones);
        }
        put(file, "task", template.task());
        if (!template.assumed().isEmpty()) {
            Map<String, Object> assumed = new LinkedHashMap<>();
            template.assumed().forEach((measure, as) -> assumed.put(measure, Map.of("of", as.of(), "per", as.per())));
            file.put("assumed", assumed);
        }
        file.put("groups", template.groups().stream().map(TemplateWriter::group).toList());
        file.put("items", template.items().stream().map(TemplateWriter::item).toList());
        if (!template.links().isEmpty()) {
            file.put("links", template.links().stream().map(TemplateWriter::link).toList());
        }
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setWidth(120).build())
                .dumpToString(file);
    }

    private static Map<String, Object> words(Words words) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("zh", words.zh());
        if (words.en() != null) {
            both.put("en", words.en());
        }
        return both;
    }

    private static void put(Map<String, Object> entries, String key, @Nullable Words words) {
        if (words != null) {
            entries.put(key, words(words));
        }
    }

    private static void put(Map<String, Object> entries, String key, @Nullable String text) {
        if (text != null) {
            entries.put(key, text);
        }
    }

    private static Map<String, Object> group(PlanTemplate.Group group) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("id", group.id());
        put(entries, "in", group.parent());
        entries.putAll(words(group.name()));
        put(entries, "class", group.itemClass());
        put(entries, "notes", group.notes());
        return entries;
    }

    private static Map<String, Object> item(WorkItem item) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("id", item.id());
        put(entries, "group", item.group());
        put(entries, "class", item.itemClass());
        switch (item.spread()) {
            case ZONE -> entries.put("by", "zone");
            case MILESTONE -> entries.put("by", "milestone");
            case WHOLE -> { }
        }
        if (item.choice() != WorkItem.Choice.ALWAYS) {
            entries.put("chosen", true);
        }
        if (item.choice() == WorkItem.Choice.USUAL) {
            entries.put("usual", true);
        }
        entries.putAll(words(item.name()));
        put(entries, "public", item.publicName());
        put(entries, "work", item.workType());
        entries.put("trade", item.trade());
        if (!item.calendar().equals(SiteCalendars.SITE)) {
            entries.put("calendar", item.calendar());
        }
        if (!item.is(WorkItem.Spread.MILESTONE)) {
            effort(entries, item.amount(), item.effort());
        }
        if (!item.chained()) {
            entries.put("chained", false);
        }
        if (!item.remarks().weights().isEmpty()) {
            entries.put("weights", item.remarks().weights());
        }
        put(entries, "notes", item.remarks().notes());
        if (!item.remarks().zones().isEmpty()) {
            entries.put("zone_notes", item.remarks().zones());
        }
        entries.put("after", item.after().stream().map(Predecessor::written).toList());
        return entries;
    }

    private static void effort(Map<String, Object> entries, WorkItem.Amount amount, WorkItem.Effort effort) {
        put(entries, "of", amount.measure());
        entries.put("per", amount.per());
        entries.put("unit", amount.unit());
        if (amount.decimals() > 0) {
            entries.put("decimals", amount.decimals());
        }
        if (!amount.parts().isEmpty()) {
            entries.put("parts", List.copyOf(amount.parts()));
        }
        entries.put("rate", effort.rate());
        if (effort.within() > 0) {
            entries.put("within", effort.within());
        }
        entries.put("crew", effort.crew());
        put(entries, "team", effort.team());
        if (!effort.days().isEmpty()) {
            entries.put("days", List.copyOf(effort.days()));
        }
    }

    private static Map<String, Object> link(LineLink link) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("from", link.from());
        entries.put("to", link.to());
        entries.put("type", link.type().code());
        entries.put("lag_minutes", link.lagMinutes());
        if (link.elapsed()) {
            entries.put("elapsed", true);
        }
        return entries;
    }
}
