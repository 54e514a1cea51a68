package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.TaskInput;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project's work broken down into lines and links, without dates. */
public final class Breakdown {

    /** Keeps a quantity that is an exact multiple of what the crews do from costing another day by rounding. */
    static final double ROUNDING = 1e-9;

    /** Working days that one task of a template may take; more is a quantity of the wrong size. */
    private static final int LONGEST_DAYS = 2_500;

    private final PlanTemplate template;
    private final Scope scope;
    private final List<WorkItem> items;
    private final List<PlanLine> lines = new ArrayList<>();
    /** The lines with work of their own, by item, in the order of the zones. */
    private final Map<String, List<PlanLine>> leaves = new HashMap<>();
    private final List<LinkDraft> links;

    /**
     * What a template is applied to.
     *
     * @param items    ids of the items that were chosen, besides those that every project has
     * @param measures of the project, by id, those that are known
     * @param edited   quantities that somebody knows better, by code of the line; see {@link #quantityCode}
     */
    public record Scope(
            Set<String> items, Map<String, BigDecimal> measures, Layout layout, Map<String, BigDecimal> edited) {

        public Scope {
            items = Set.copyOf(items);
            measures = Map.copyOf(measures);
            edited = Map.copyOf(edited);
        }
    }

    private Breakdown(PlanTemplate template, Scope scope) {
        this.template = template;
        this.scope = scope;
        this.items = template.items(scope.items());
        addBelow(null, null);
        this.links = new BreakdownLinks(template, items, lines, leaves).all();
    }

    /**
     * @throws IllegalArgumentException when an item was chosen that the template does not have
     * @throws Refusal                  when a measure is needed that is neither known nor assumed, or work would take
     *                                  years on end
     */
    public static Breakdown of(PlanTemplate template, Scope scope) {
        return new Breakdown(template, scope);
    }

    public List<PlanLine> lines() {
        return List.copyOf(lines);
    }

    public List<LinkDraft> links() {
        return links;
    }

    public PlanLine line(int key) {
        return lines.get(key);
    }

    public PlanTemplate template() {
        return template;
    }

    /** @return the lines with work of an item, none when the project does not have it */
    public List<PlanLine> leaves(String item) {
        return leaves.getOrDefault(item, List.of());
    }

    /** @return the code under which an item's quantity is edited, in a zone or, without one, as a whole */
    public static String quantityCode(WorkItem item, @Nullable Zone zone) {
        return item.id().toUpperCase(Locale.ROOT) + (zone == null ? "" : "-" + zone.number());
    }

    private void addBelow(@Nullable String group, @Nullable Integer parent) {
        String itemClass = template.groups().stream()
                .filter(each -> each.id().equals(group))
                .map(PlanTemplate.Group::itemClass)
                .filter(Objects::nonNull)
                .findFirst().orElse(null);
        items.stream()
                .filter(item -> Objects.equals(item.group(), group))
                .forEach(item -> addItem(item, parent, item.itemClass() == null ? itemClass : item.itemClass()));
        for (PlanTemplate.Group below : template.groups()) {
            if (Objects.equals(below.parent(), group) && hasWork(below)) {
                PlanLine summary = summary(parent, null, below.id(), below.name(), below.itemClass(),
                        below.notes());
                addBelow(below.id(), summary.key());
            }
        }
    }

    private boolean hasWork(PlanTemplate.Group group) {
        return items.stream().anyMatch(item -> group.id().equals(item.group()))
                || template.groups().stream().anyMatch(below -> group.id().equals(below.parent()) && hasWork(below));
    }

    private PlanLine summary(
            @Nullable Integer parent, @Nullable WorkItem item, String code, Words name, @Nullable String itemClass,
            @Nullable String notes) {
        PlanLine line = new PlanLine(lines.size(), parent, item, null, true, code.toUpperCase(Locale.ROOT), name,
                item == null ? null : item.publicName(), itemClass, 0, TaskInput.WHOLE, TaskInput.PERCENT, 0,
                null, notes);
        lines.add(line);
        return line;
    }

    private void addItem(WorkItem item, @Nullable Integer parent, @Nullable String itemClass) {
        if (item.is(WorkItem.Spread.MILESTONE)) {
            addLeaf(new PlanLine(lines.size(), parent, item, null, false, quantityCode(item, null),
                    item.name(), item.publicName(), itemClass, 0, TaskInput.WHOLE, TaskInput.PERCENT, 0,
                    item.remarks().weight(1, 1), item.remarks().notes()), item);
            return;
        }
        BigDecimal total = total(item);
        List<Zone> zones = scope.layout().zones();
        if (!item.is(WorkItem.Spread.ZONE) || zones.size() < 2) {
            addLeaf(work(item, null, parent, itemClass, total, crews(item, total)), item);
            return;
        }
        List<BigDecimal> parts = parts(item, total);
        int crews = crews(item, parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        PlanLine summary = summary(parent, item, item.id(), item.name(), itemClass, item.remarks().notes());
        for (int i = 0; i < zones.size(); i++) {
            if (parts.get(i).signum() > 0) {
                addLeaf(work(item, zones.get(i), summary.key(), itemClass, parts.get(i), crews), item);
            }
        }
    }

    private static int crews(WorkItem item, BigDecimal total) {
        WorkItem.Effort effort = item.effort();
        return effort.within() == 0
                ? 1
                : Math.max(1, (int) Math.round(total.doubleValue() / (effort.rate() * effort.within())));
    }

    private BigDecimal total(WorkItem item) {
        BigDecimal edited = scope.edited().get(quantityCode(item, null));
        if (edited != null) {
            return edited;
        }
        WorkItem.Amount amount = item.amount();
        BigDecimal per = BigDecimal.valueOf(amount.per());
        BigDecimal total = amount.measure() == null
                ? per
                : template.measure(amount.measure(), scope.measures()).multiply(per);
        return total.setScale(amount.decimals(), RoundingMode.HALF_UP)
                .max(BigDecimal.ONE.movePointLeft(amount.decimals()));
    }

    private List<BigDecimal> parts(WorkItem item, BigDecimal total) {
        List<Zone> zones = scope.layout().zones();
        WorkItem.Amount amount = item.amount();
        int decimals = Math.max(amount.decimals(), Math.max(0, total.stripTrailingZeros().scale()));
        List<Zone.Span> own = amount.parts().size() == zones.size()
                ? Zone.Span.of(amount.parts().stream().map(BigDecimal::valueOf).toList())
                : null;
        String measure = amount.measure() == null ? null : template.sharedBy(amount.measure(), scope.measures());
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            BigDecimal derived = own == null
                    ? zones.get(i).part(total, measure, decimals)
                    : own.get(i).part(total, decimals);
            parts.add(scope.edited().getOrDefault(quantityCode(item, zones.get(i)), derived));
        }
        return parts;
    }

    private PlanLine work(WorkItem item, @Nullable Zone zone, @Nullable Integer parent, @Nullable String itemClass,
                          BigDecimal quantity, int crews) {
        WorkItem.Remarks remarks = item.remarks();
        int zones = scope.layout().zones().size();
        return new PlanLine(lines.size(), parent, item, zone, false, quantityCode(item, zone),
                located(item.name(), zone),
                item.publicName() == null ? null : located(new Words(item.publicName(), null), zone).zh(),
                itemClass, minutes(item, zone, quantity, crews), quantity, item.amount().unit(),
                crews * item.effort().crew(),
                zone == null ? remarks.weight(1, 1) : remarks.weight(zone.number(), zones),
                zone == null ? remarks.notes() : remarks.zone(zone.number(), zones));
    }

    private int minutes(WorkItem item, @Nullable Zone zone, BigDecimal quantity, int crews) {
        List<Double> fixed = item.effort().days();
        if (fixed.size() == (zone == null ? 1 : scope.layout().zones().size())) {
            double days = fixed.get(zone == null ? 0 : zone.number() - 1);
            return (int) Math.round(days * WorkingTime.days(1));
        }
        double days = Math.ceil(quantity.doubleValue() / (item.effort().rate() * crews) - ROUNDING);
        if (!(days <= LONGEST_DAYS)) {
            throw new Refusal("template.work.long", item.name().zh(), quantity.stripTrailingZeros().toPlainString(),
                    LONGEST_DAYS);
        }
        return WorkingTime.days(Math.max(1, (int) days));
    }

    private Words located(Words name, @Nullable Zone zone) {
        Words pattern = template.task();
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
}
