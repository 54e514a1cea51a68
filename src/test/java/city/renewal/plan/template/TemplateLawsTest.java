package city.renewal.plan.template;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kinds;
import city.renewal.schedule.Activity;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Link;
import city.renewal.schedule.Network;
import city.renewal.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every plan made from a template, whatever was chosen and however large the project is. */
class TemplateLawsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 16);
    private static final Map<String, PlanTemplate> TEMPLATES =
            new TemplateReader(Kinds.packed(), WorkTypes.packed(), CalendarRule.packed()).packed();

    @Provide
    Arbitrary<List<Building>> compounds() {
        Arbitrary<Building> building = Combinators.combine(Arbitraries.integers().between(1, 8),
                Arbitraries.integers().between(400, 9_000), Arbitraries.integers().between(6, 140))
                .as((stairwells, area, households) ->
                        new Building("", stairwells, BigDecimal.valueOf(area), households));
        return building.list().ofMinSize(1).ofMaxSize(24).map(list -> {
            List<Building> numbered = new ArrayList<>();
            for (Building each : list) {
                numbered.add(new Building(String.valueOf(numbered.size() + 1), each.stairwells(), each.area(),
                        each.households()));
            }
            return numbered;
        });
    }

    private static Breakdown.Scope compound(List<Building> buildings, Set<String> items) {
        Map<String, BigDecimal> measures = new HashMap<>();
        buildings.forEach(building -> building.measures().forEach((measure, amount) ->
                measures.merge(measure, amount, BigDecimal::add)));
        return new Breakdown.Scope(items, measures, Layout.ofBuildings(buildings, TEMPLATES.get("compound")), Map.of());
    }

    private static Set<String> some(PlanTemplate template, long seed) {
        Random random = new Random(seed);
        return template.items().stream()
                .filter(item -> item.choice() != WorkItem.Choice.ALWAYS && random.nextInt(3) > 0)
                .map(WorkItem::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Property(tries = 60)
    void buildings_of_an_item_come_to_its_whole(@ForAll("compounds") List<Building> buildings, @ForAll long seed) {
        PlanTemplate template = TEMPLATES.get("compound");
        Breakdown.Scope scope = compound(buildings, some(template, seed));

        Breakdown zoned = Breakdown.of(template, scope);
        Breakdown whole = Breakdown.of(template,
                new Breakdown.Scope(scope.items(), scope.measures(), Layout.whole(), Map.of()));

        for (WorkItem item : template.items(scope.items())) {
            assertThat(sum(zoned.leaves(item.id()))).as(item.id()).isEqualByComparingTo(sum(whole.leaves(item.id())));
        }
        assertThat(zoned.lines()).allMatch(line -> line.quantity().signum() > 0);
    }

    private static BigDecimal sum(List<PlanLine> lines) {
        return lines.stream().map(PlanLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 60)
    void every_plan_can_be_scheduled(@ForAll("compounds") List<Building> buildings, @ForAll long seed,
                                     @ForAll @IntRange(min = 1, max = 30) int sections) {
        for (PlanTemplate template : TEMPLATES.values()) {
            Breakdown.Scope scope = template.kind().equals("compound")
                    ? compound(buildings, some(template, seed))
                    : new Breakdown.Scope(some(template, seed), measures(template),
                            template.zone() == null ? Layout.whole()
                                    : Layout.ofSections(new Chainage(0, 3_000, 100 * sections), template), Map.of());

            Schedule schedule = schedule(BreakdownDraft.of(Breakdown.of(template, scope), calendars(), START));

            assertThat(schedule.start()).isAfterOrEqualTo(START);
            assertThat(schedule.finish()).isAfter(schedule.start());
        }
    }

    private static Map<String, BigDecimal> measures(PlanTemplate template) {
        return Kinds.packed().get(template.kind()).measures().stream()
                .collect(Collectors.toMap(measure -> measure.id(),
                        measure -> BigDecimal.valueOf(measure.unit().equals("km") ? 3 : 400)));
    }

    private static SiteCalendars calendars() {
        return SiteCalendars.of(CalendarRule.packed(), HolidayCalendars.packed().calendar("office").exceptions(),
                START.minusYears(1), START.plusYears(5));
    }

    private static Schedule schedule(PlanDraft draft) {
        return new CriticalPathScheduler().schedule(new Network(draft.startsOn(), null,
                draft.calendars().getFirst().calendar(),
                draft.tasks().stream().map(task -> new Activity(task.key(),
                        task.parentKey() == null ? null : Long.valueOf(task.parentKey()), task.input().name(),
                        task.input().durationMinutes(),
                        task.calendarKey() == null ? null : draft.calendars().get(task.calendarKey()).calendar(),
                        task.input().constraintType(), null, null, null, null)).toList(),
                draft.links().stream().map(link -> new Link(link.predecessorKey(), link.successorKey(), link.type(),
                        link.lagMinutes(), link.elapsedLag())).toList()));
    }

    @Property(tries = 40)
    void the_order_of_choosing_does_not_matter(@ForAll("compounds") List<Building> buildings, @ForAll long seed) {
        PlanTemplate template = TEMPLATES.get("compound");
        List<String> shuffled = new ArrayList<>(some(template, seed));
        Collections.shuffle(shuffled, new Random(seed));

        Breakdown one = Breakdown.of(template, compound(buildings, some(template, seed)));
        Breakdown other = Breakdown.of(template, compound(buildings, new LinkedHashSet<>(shuffled)));

        assertThat(other.lines()).isEqualTo(one.lines());
        assertThat(other.links()).isEqualTo(one.links());
    }

    @Property(tries = 30)
    void what_was_corrected_stands(@ForAll("compounds") List<Building> buildings,
                                   @ForAll @IntRange(min = 1, max = 90_000) int amount) {
        PlanTemplate template = TEMPLATES.get("compound");
        Breakdown.Scope derived = compound(buildings, Set.of("water"));
        BigDecimal corrected = new BigDecimal(amount).movePointLeft(1);

        Breakdown breakdown = Breakdown.of(template, new Breakdown.Scope(derived.items(), derived.measures(),
                derived.layout(), Map.of("WATER", corrected)));

        assertThat(sum(breakdown.leaves("water"))).isEqualByComparingTo(corrected);
    }

    @Example
    void a_written_template_reads_as_it_was() {
        for (PlanTemplate template : TEMPLATES.values()) {
            PlanTemplate again = new TemplateReader(Kinds.packed(), WorkTypes.packed(), CalendarRule.packed())
                    .read(TemplateWriter.write(template), "again.yaml", template.id());
            assertThat(again).isEqualTo(template);
        }
    }
}
