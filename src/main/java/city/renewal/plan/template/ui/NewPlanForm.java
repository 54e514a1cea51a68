package city.renewal.plan.template.ui;

import city.renewal.plan.template.Breakdown;
import city.renewal.plan.template.Building;
import city.renewal.plan.template.CalendarRule;
import city.renewal.plan.template.Chainage;
import city.renewal.plan.template.Layout;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.plan.template.PlanWish;
import city.renewal.plan.template.WorkItem;
import city.renewal.project.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was entered so far. Nothing in it is stored before the last step. */
final class NewPlanForm {

    /** Weeks that can be worked, from Monday, 1 worked, 0 off. */
    static final List<String> WEEKS = List.of("1111110", "1111111", "1111100");

    private static final int METRES_IN_KILOMETRE = 1_000;

    /** How the work is divided. */
    enum Extent {
        BUILDINGS, SECTIONS, PARTS, WHOLE
    }

    @Nullable PlanTemplate template;
    PlanWish.ForProject project = new PlanWish.ForProject(false, null, "", null, null);
    Set<String> items = new LinkedHashSet<>();
    List<Building> buildings = new ArrayList<>();
    @Nullable Chainage chainage;
    int parts = 1;
    Map<String, BigDecimal> typed = new HashMap<>();
    Map<String, BigDecimal> edited = new HashMap<>();
    LocalDate start;
    String week = WEEKS.getFirst();
    boolean holidays = true;

    /** @param start proposed as the first day */
    NewPlanForm(LocalDate start) {
        this.start = start;
    }

    /** A copy that goes its own way. */
    NewPlanForm(NewPlanForm other) {
        template = other.template;
        project = other.project;
        items = new LinkedHashSet<>(other.items);
        buildings = new ArrayList<>(other.buildings);
        chainage = other.chainage;
        parts = other.parts;
        typed = new HashMap<>(other.typed);
        edited = new HashMap<>(other.edited);
        start = other.start;
        week = other.week;
        holidays = other.holidays;
    }

    /** Takes up a template; what belongs to another is forgotten. */
    void choose(PlanTemplate chosen) {
        if (template != null && template.id().equals(chosen.id())) {
            return;
        }
        if (template == null || !template.kind().equals(chosen.kind())) {
            buildings.clear();
            chainage = null;
            typed.clear();
            project = new PlanWish.ForProject(false, null, "", null, null);
        }
        template = chosen;
        edited.clear();
        items = chosen.items().stream()
                .filter(item -> item.choice() == WorkItem.Choice.USUAL)
                .map(WorkItem::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @throws IllegalStateException before a template was chosen */
    PlanTemplate template() {
        if (template == null) {
            throw new IllegalStateException("No template was chosen yet");
        }
        return template;
    }

    Extent extent(Kind kind) {
        Set<String> measures = kind.measures().stream().map(Kind.KindMeasure::id).collect(Collectors.toSet());
        if (measures.contains("buildings")) {
            return Extent.BUILDINGS;
        }
        if (measures.contains("length")) {
            return Extent.SECTIONS;
        }
        return template().zone() == null ? Extent.WHOLE : Extent.PARTS;
    }

    /** @return the measures that the chosen items follow and nothing else tells */
    List<Kind.KindMeasure> asked(Kind kind) {
        Extent extent = extent(kind);
        Set<String> told = switch (extent) {
            case BUILDINGS -> Set.copyOf(Building.MEASURES);
            case SECTIONS -> Set.of("length");
            case PARTS, WHOLE -> Set.of();
        };
        Set<String> needed = template().items(items).stream()
                .map(item -> item.amount().measure())
                .filter(measure -> measure != null)
                .map(measure -> template().assumed().containsKey(measure)
                        ? template().assumed().get(measure).of() : measure)
                .collect(Collectors.toSet());
        return kind.measures().stream()
                .filter(measure -> needed.contains(measure.id()) && !told.contains(measure.id()))
                .toList();
    }

    Breakdown.Scope scope(Kind kind) {
        Map<String, BigDecimal> measures = new HashMap<>();
        asked(kind).stream().filter(measure -> typed.containsKey(measure.id()))
                .forEach(measure -> measures.put(measure.id(), typed.get(measure.id())));
        Layout layout = switch (extent(kind)) {
            case BUILDINGS -> {
                buildings.forEach(building -> building.measures().forEach((measure, amount) ->
                        measures.merge(measure, amount, BigDecimal::add)));
                yield Layout.ofBuildings(buildings, template());
            }
            case SECTIONS -> {
                Chainage line = chainage;
                if (line == null) {
                    yield Layout.whole();
                }
                measures.put("length", BigDecimal.valueOf(line.to() - (long) line.from())
                        .divide(BigDecimal.valueOf(METRES_IN_KILOMETRE)));
                yield Layout.ofSections(line, template());
            }
            case PARTS -> Layout.ofParts(parts, template());
            case WHOLE -> Layout.whole();
        };
        return new Breakdown.Scope(items, measures, layout, edited);
    }

    PlanWish wish(Kind kind) {
        return new PlanWish(template(), project, scope(kind), start, CalendarRule.week(week), holidays);
    }
}
