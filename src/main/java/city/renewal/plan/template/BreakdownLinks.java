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
        boolean linked = false;
        for (PlanLine after : own) {
            for (PlanLine first : before) {
                if (first.zone() != null && first.zone().equals(after.zone())) {
                    link(first, after, predecessor.type(), predecessor.lagDays());
                    linked = true;
                }
            }
        }
        if (!linked) {
            // Crews move through the zones in order, so the first and the last stand for all of them.
            boolean fromStart = predecessor.type() == LinkType.START_TO_START
                    || predecessor.type() == LinkType.START_TO_FINISH;
            boolean toFinish = predecessor.type() == LinkType.FINISH_TO_FINISH
                    || predecessor.type() == LinkType.START_TO_FINISH;
            link(fromStart ? before.getFirst() : before.getLast(), toFinish ? own.getLast() : own.getFirst(),
                    predecessor.type(), predecessor.lagDays());
        }
    }

    private void link(PlanLine before, PlanLine after, LinkType type, int lagDays) {
        links.add(new LinkDraft(before.key(), after.key(), type, WorkingTime.days(lagDays), false));
    }
}
