package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How projects of one kind are planned. The keys of its file are explained in {@code config/templates/compound.yaml}.
 *
 * @param id      stable: the file's name, or the number of a saved one
 * @param kind    id of a kind of projects
 * @param zone    name of a zone of one building or section; {@code {0}} and {@code {1}} are its ends; null for work in
 *                one piece
 * @param zones   name of a zone of several buildings, or null
 * @param task    name of a zone's task: {@code {0}} is the zone, {@code {1}} the item; null where there are no zones
 * @param crew    name of the crew that does the item {@code {0}}
 * @param assumed what a measure is taken to be when nobody measured it, by measure
 * @param groups  parents before the groups below them
 * @param items   in the order of the plan
 * @param links   between single lines, besides those that follow from {@link WorkItem#after}
 */
public record PlanTemplate(
        String id,
        Words name,
        String kind,
        @Nullable Words zone,
        @Nullable Words zones,
        @Nullable Words task,
        String crew,
        Map<String, Assumption> assumed,
        List<Group> groups,
        List<WorkItem> items,
        List<LineLink> links) {

    public PlanTemplate {
        assumed = Map.copyOf(assumed);
        groups = List.copyOf(groups);
        items = List.copyOf(items);
        links = List.copyOf(links);
    }

    /**
     * @param parent    id of the group it lies in, or null
     * @param itemClass {@code BASIC}, {@code IMPROVEMENT}, {@code UPGRADE} or null
     * @param notes     of the planner, or null
     */
    public record Group(String id, @Nullable String parent, Words name, @Nullable String itemClass,
                        @Nullable String notes) {
    }

    /** A measure taken as so much for one of another. */
    public record Assumption(String of, double per) {
    }

    /**
     * @return the items that every project has and those that were chosen, in the order of the template
     * @throws IllegalArgumentException when a chosen one is not in the template
     */
    public List<WorkItem> items(Set<String> chosen) {
        chosen.forEach(id -> {
            if (items.stream().noneMatch(item -> item.id().equals(id))) {
                throw new IllegalArgumentException("No work item '" + id + "'");
            }
        });
        return items.stream()
                .filter(item -> item.choice() == WorkItem.Choice.ALWAYS || chosen.contains(item.id()))
                .toList();
    }

    /**
     * @param measures by id, those that are known
     * @return the measure's amount, assumed where it is not known
     * @throws Refusal when it is neither known nor assumed
     */
    BigDecimal measure(String id, Map<String, BigDecimal> measures) {
        BigDecimal known = measures.get(id);
        if (known != null) {
            return known;
        }
        Assumption assumption = assumed.get(id);
        if (assumption == null) {
            throw new Refusal("template.measure.missing", id);
        }
        return measure(assumption.of(), measures).multiply(BigDecimal.valueOf(assumption.per()));
    }

    /** @return the measure by which zones share the given one, itself unless it is assumed from another */
    String sharedBy(String measure, Map<String, BigDecimal> measures) {
        Assumption assumption = measures.containsKey(measure) ? null : assumed.get(measure);
        return assumption == null ? measure : sharedBy(assumption.of(), measures);
    }
}
