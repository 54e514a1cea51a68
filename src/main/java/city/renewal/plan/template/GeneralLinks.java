package city.renewal.plan.template;

import city.renewal.plan.Task;
import city.renewal.plan.TaskLink;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the links between items behind the links between tasks; what no rule gives stays a link between two lines. */
final class GeneralLinks {

    private final Map<String, List<Task>> leaves;
    private final Map<Long, Integer> numbers;
    private final Map<Long, String> codes = new HashMap<>();
    private final Map<Long, String> items = new HashMap<>();
    private final Set<TaskLink> left;
    private final Set<String> unchained = new HashSet<>();
    private final Map<String, List<Predecessor>> after = new HashMap<>();
    private final Map<Rule, List<TaskLink>> taken = new LinkedHashMap<>();
    private boolean lineByLine;

    /** @param lag working minutes */
    private record Rule(String before, String own, LinkType type, int lag) {
    }

    /**
     * @param leaves  the tasks of each item, in the order of the zones
     * @param ids     of items and groups, by their task
     * @param numbers of the zones, by place
     */
    GeneralLinks(List<TaskLink> links, Map<String, List<Task>> leaves, Map<Long, String> ids,
                 Map<Long, Integer> numbers) {
        this.leaves = leaves;
        this.numbers = numbers;
        this.left = new LinkedHashSet<>(links);
        codes.putAll(ids);
        leaves.forEach((item, lines) -> lines.forEach(line -> {
            items.put(line.id(), item);
            codes.put(line.id(), lines.size() == 1 ? item : item + "-" + number(line));
        }));
        leaves.forEach(this::takeChain);
        takeItems();
    }

    /** @return with no rule between items, every such link standing between two lines */
    GeneralLinks lineByLine() {
        lineByLine = true;
        return this;
    }

    private int number(Task line) {
        return numbers.getOrDefault(line.input().placeId() == null ? -1L : line.input().placeId(), 0);
    }

    private void takeChain(String item, List<Task> lines) {
        List<TaskLink> chain = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            TaskLink link = find(lines.get(i - 1).id(), lines.get(i).id(), LinkType.FINISH_TO_START, 0);
            if (link == null) {
                unchained.add(item);
                return;
            }
            chain.add(link);
        }
        chain.forEach(left::remove);
    }

    private @Nullable TaskLink find(long before, long own, LinkType type, int lag) {
        return left.stream()
                .filter(link -> link.predecessorId() == before && link.successorId() == own
                        && link.linkType() == type && link.lagMinutes() == lag && !link.elapsedLag())
                .findFirst().orElse(null);
    }

    private void takeItems() {
        Map<Rule, List<TaskLink>> candidates = new LinkedHashMap<>();
        for (TaskLink link : left) {
            String before = items.get(link.predecessorId());
            String own = items.get(link.successorId());
            if (before != null && own != null && !before.equals(own) && !link.elapsedLag()
                    && link.lagMinutes() % WorkingTime.days(1) == 0) {
                candidates.computeIfAbsent(new Rule(before, own, link.linkType(), link.lagMinutes()),
                        rule -> new ArrayList<>()).add(link);
            }
        }
        candidates.forEach((rule, links) -> {
            if (ends(links).equals(expected(rule)) && links.size() == ends(links).size()) {
                taken.put(rule, links);
                left.removeAll(links);
                after.computeIfAbsent(rule.own(), own -> new ArrayList<>())
                        .add(new Predecessor(rule.before(), rule.type(), rule.lag() / WorkingTime.days(1)));
            }
        });
    }

    private static Set<List<Long>> ends(List<TaskLink> links) {
        Set<List<Long>> ends = new HashSet<>();
        links.forEach(link -> ends.add(List.of(link.predecessorId(), link.successorId())));
        return ends;
    }

    private Set<List<Long>> expected(Rule rule) {
        List<Task> before = leaves.get(rule.before());
        List<Task> own = leaves.get(rule.own());
        Set<List<Long>> ends = new HashSet<>();
        BreakdownLinks.pairs(zones(before), zones(own), rule.type())
                .forEach(pair -> ends.add(List.of(before.get(pair.before()).id(), own.get(pair.own()).id())));
        return ends;
    }

    private List<Integer> zones(List<Task> lines) {
        return lines.stream().map(line -> lines.size() == 1 ? 0 : number(line)).toList();
    }

    WorkItem apply(WorkItem item) {
        return new WorkItem(item.id(), item.group(), item.itemClass(), item.spread(), item.choice(), item.name(),
                item.publicName(), item.workType(), item.trade(), item.calendar(), item.amount(), item.effort(),
                !unchained.contains(item.id()), lineByLine ? List.of() : after.getOrDefault(item.id(), List.of()), item.remarks());
    }

    /** @return the links between lines that no rule gives */
    List<LineLink> explicit() {
        List<TaskLink> links = new ArrayList<>(left);
        if (lineByLine) {
            taken.values().forEach(links::addAll);
        }
        return links.stream()
                .filter(link -> codes.containsKey(link.predecessorId()) && codes.containsKey(link.successorId()))
                .map(link -> new LineLink(codes.get(link.predecessorId()), codes.get(link.successorId()),
                        link.linkType(), link.lagMinutes(), link.elapsedLag()))
                .toList();
    }
}
