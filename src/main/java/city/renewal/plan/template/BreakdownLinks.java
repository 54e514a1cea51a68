package city.renewal.plan.template;

import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what the items of a template wait for into links between the lines they became. */
final class BreakdownLinks {

    private final PlanTemplate template;
    private final List<WorkItem> items;
    private final Map<String, PlanLine> byCode;
    private final Map<String, List<PlanLine>> leaves;
    private final List<LinkDraft> links = new ArrayList<>();

    BreakdownLinks(PlanTemplate template, List<WorkItem> items, List<PlanLine> lines,
                   Map<String, List<PlanLine>> leaves) {
        this.template = template;
        this.items = items;
        this.byCode = lines.stream()
                .collect(Collectors.toMap(line -> line.code().toLowerCase(Locale.ROOT), Function.identity(),
                        (first, second) -> first));
        this.leaves = leaves;
    }

    List<LinkDraft> all() {
        items.forEach(this::add);
        for (LineLink link : template.links()) {
            PlanLine from = byCode.get(link.from());
            PlanLine to = byCode.get(link.to());
            if (from != null && to != null) {
                links.add(new LinkDraft(from.key(), to.key(), link.type(), link.lagMinutes(), link.elapsed()));
            }
        }
        return List.copyOf(links);
    }

    private void add(WorkItem item) {
        List<PlanLine> own = leaves.getOrDefault(item.id(), List.of());
        for (int i = 1; item.chained() && i < own.size(); i++) {
            link(own.get(i - 1), own.get(i), LinkType.FINISH_TO_START, 0);
        }
        for (Predecessor predecessor : item.after()) {
            List<PlanLine> before = leaves.getOrDefault(predecessor.item(), List.of());
            if (!before.isEmpty() && !own.isEmpty()) {
                add(before, own, predecessor);
            }
        }
    }

    private void add(List<PlanLine> before, List<PlanLine> own, Predecessor predecessor) {
        pairs(numbers(before), numbers(own), predecessor.type()).forEach(pair ->
                link(before.get(pair.before()), own.get(pair.own()), predecessor.type(), predecessor.lagDays()));
    }

    private static List<Integer> numbers(List<PlanLine> lines) {
        return lines.stream().map(line -> line.zone() == null ? 0 : line.zone().number()).toList();
    }

    /** Indexes of two lines that are linked. */
    record Pair(int before, int own) {
    }

    /**
     * Zone by zone where both items have the zone; else the first and the last stand for all, because crews move through
     * the zones in order.
     *
     * @param before numbers of the zones of the item waited for, 0 for the whole project
     * @param own    numbers of the zones of the item that waits
     */
    static List<Pair> pairs(List<Integer> before, List<Integer> own, LinkType type) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            int same = before.indexOf(own.get(i));
            if (own.get(i) > 0 && same >= 0) {
                pairs.add(new Pair(same, i));
            }
        }
        if (pairs.isEmpty()) {
            boolean fromStart = type == LinkType.START_TO_START || type == LinkType.START_TO_FINISH;
            boolean toFinish = type == LinkType.FINISH_TO_FINISH || type == LinkType.START_TO_FINISH;
            pairs.add(new Pair(fromStart ? 0 : before.size() - 1, toFinish ? own.size() - 1 : 0));
        }
        return pairs;
    }

    private void link(PlanLine before, PlanLine after, LinkType type, int lagDays) {
        links.add(new LinkDraft(before.key(), after.key(), type, WorkingTime.days(lagDays), false));
    }
}
