package city.renewal.demo;

import city.renewal.base.Words;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.TaskInput;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project's work broken down into lines and links, without dates. */
final class Breakdown {

    /** Keeps a quantity that is an exact multiple of what the crews do from costing another day by rounding. */
    private static final double ROUNDING = 1e-9;

    private final Facts facts;
    private final WorkCatalogue catalogue;
    private final Layout layout;
    private final List<PlanLine> lines = new ArrayList<>();
    private final List<LinkDraft> links = new ArrayList<>();
    /** The lines with work of their own, by item, in the order of the zones. */
    private final Map<String, List<PlanLine>> leaves = new HashMap<>();

    private Breakdown(Facts facts, WorkCatalogue catalogue, Layout layout) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.layout = layout;
    }

    static Breakdown of(Facts facts, WorkCatalogue catalogue, Layout layout, Scenario scenario) {
        Breakdown made = new Breakdown(facts, catalogue, layout);
        List<WorkItem> items = catalogue.items(scenario.items());
        for (WorkCatalogue.Group group : catalogue.groups()) {
            made.addGroup(group, items.stream().filter(item -> item.group().equals(group.id())).toList());
        }
        items.forEach(made::addLinks);
        return made;
    }

    List<PlanLine> lines() {
        return List.copyOf(lines);
    }

    List<LinkDraft> links() {
        return List.copyOf(links);
    }

    PlanLine line(int key) {
        return lines.get(key);
    }

    /** @return the lines with work of an item, none when the project does not have it */
    List<PlanLine> leaves(String item) {
        return leaves.getOrDefault(item, List.of());
    }

    private void addGroup(WorkCatalogue.Group group, List<WorkItem> items) {
        if (items.isEmpty()) {
            return;
        }
        PlanLine summary = summary(null, null, group.id(), group.name(), group.itemClass());
        items.forEach(item -> addItem(item, summary.key(), group.itemClass()));
    }

    private PlanLine summary(
            @Nullable Integer parent, @Nullable WorkItem item, String code, Words name, @Nullable String itemClass) {
        PlanLine line = new PlanLine(lines.size(), parent, item, null, true, code.toUpperCase(Locale.ROOT), name,
                item == null ? null : item.publicName(), itemClass, 0, TaskInput.WHOLE, TaskInput.PERCENT, 0);
        lines.add(line);
        return line;
    }

    private void addItem(WorkItem item, int parent, @Nullable String itemClass) {
        if (item.is(WorkItem.Spread.MILESTONE)) {
            addLeaf(new PlanLine(lines.size(), parent, item, null, false, item.id().toUpperCase(Locale.ROOT),
                    item.name(), item.publicName(), itemClass, 0, TaskInput.WHOLE, TaskInput.PERCENT, 0), item);
            return;
        }
        BigDecimal total = total(item);
        int crews = item.within() == 0
                ? 1
                : Math.max(1, (int) Math.round(total.doubleValue() / (item.rate() * item.within())));
        if (item.is(WorkItem.Spread.ZONE) && layout.zones().size() > 1) {
            PlanLine summary = summary(parent, item, item.id(), item.name(), itemClass);
            for (Zone zone : layout.zones()) {
                addLeaf(work(item, zone, summary.key(), itemClass, zone.part(total), crews), item);
            }
        } else {
            addLeaf(work(item, null, parent, itemClass, total, crews), item);
        }
    }

    private BigDecimal total(WorkItem item) {
        BigDecimal per = BigDecimal.valueOf(item.per());
        BigDecimal total = item.measure() == null ? per : facts.measure(item.measure()).multiply(per);
        return total.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
    }

    private PlanLine work(WorkItem item, @Nullable Zone zone, int parent, @Nullable String itemClass,
                          BigDecimal quantity, int crews) {
        int days = Math.max(1, (int) Math.ceil(quantity.doubleValue() / (item.rate() * crews) - ROUNDING));
        String code = item.id().toUpperCase(Locale.ROOT) + (zone == null ? "" : "-" + zone.number());
        return new PlanLine(lines.size(), parent, item, zone, false, code,
                located(item.name(), zone),
                item.publicName() == null ? null : located(new Words(item.publicName(), null), zone).zh(),
                itemClass, days, quantity, item.unit(), crews * item.crew());
    }

    private Words located(Words name, @Nullable Zone zone) {
        Words pattern = catalogue.task();
        if (zone == null || pattern == null) {
            return name;
        }
        return new Words(Layout.filled(pattern.zh(), zone.name().zh(), name.zh()),
                pattern.en() == null || name.en() == null || zone.name().en() == null
                        ? null
                        : Layout.filled(pattern.en(), zone.name().en(), name.en()));
    }

    private void addLeaf(PlanLine line, WorkItem item) {
        lines.add(line);
        leaves.computeIfAbsent(item.id(), id -> new ArrayList<>()).add(line);
    }

    private void addLinks(WorkItem item) {
        List<PlanLine> own = leaves(item.id());
        for (int i = 1; i < own.size(); i++) {
            link(own.get(i - 1), own.get(i), LinkType.FINISH_TO_START, 0);
        }
        for (Predecessor predecessor : item.after()) {
            List<PlanLine> before = leaves(predecessor.item());
            if (before.isEmpty()) {
                continue;
            }
            if (before.size() == own.size()) {
                for (int i = 0; i < own.size(); i++) {
                    link(before.get(i), own.get(i), predecessor.type(), predecessor.lagDays());
                }
            } else {
                // Crews move through the zones in order, so the first and the last stand for all of them.
                boolean byStart = predecessor.type() == LinkType.START_TO_START;
                boolean toFinish = predecessor.type() == LinkType.FINISH_TO_FINISH;
                link(byStart ? before.getFirst() : before.getLast(), toFinish ? own.getLast() : own.getFirst(),
                        predecessor.type(), predecessor.lagDays());
            }
        }
    }

    private void link(PlanLine before, PlanLine after, LinkType type, int lagDays) {
        links.add(new LinkDraft(before.key(), after.key(), type, WorkingTime.days(lagDays), false));
    }
}
