package city.renewal.plan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskChange;
import city.renewal.plan.TaskInput;
import city.renewal.plan.Task;
import city.renewal.plan.TaskLink;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans made from templates, and templates made from plans. */
@OnEachDatabase
class PlanTemplatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Set<String> ITEMS = Set.of("scaffold", "roof", "insulation", "paint", "water", "stair-paint",
            "stair-lights", "roads", "handrail", "seats", "greening", "heating", "heating-test");

    private final Services services;
    private final People people;
    private final PlanTemplates templates;
    private final NewPlans newPlans;

    PlanTemplatesTest(TestDatabase database) {
        services = database.services(TestClock.at(TODAY));
        people = People.join(services);
        templates = services.get(PlanTemplates.class);
        newPlans = services.get(NewPlans.class);
    }

    private static List<Building> twelve() {
        return List.of(building("1", 3, 2_800, 36), building("2", 3, 2_810, 36), building("3", 4, 3_777, 47),
                building("4", 4, 3_600, 48), building("5", 5, 4_500, 60), building("6", 2, 1_900, 24),
                building("7", 4, 3_601, 48), building("8", 4, 3_602, 48), building("9", 6, 5_400, 71),
                building("10", 1, 990, 11), building("11", 3, 2_700, 36), building("12A", 3, 2_701, 35));
    }

    private static Building building(String number, int stairwells, int area, int households) {
        return new Building(number, stairwells, BigDecimal.valueOf(area), households);
    }

    private static PlanWish wish(PlanTemplate template, String code, Map<String, BigDecimal> edited) {
        Map<String, BigDecimal> measures = new HashMap<>();
        twelve().forEach(building -> building.measures().forEach((measure, amount) ->
                measures.merge(measure, amount, BigDecimal::add)));
        Set<String> items = template.items().stream()
                .filter(item -> item.choice() == WorkItem.Choice.USUAL && template.id().startsWith("saved")
                        || ITEMS.contains(item.id()) && item.choice() != WorkItem.Choice.ALWAYS)
                .map(WorkItem::id).collect(Collectors.toSet());
        return new PlanWish(template, new PlanWish.ForProject(false, code, "Compound " + code, "Street", "Community"),
                new Breakdown.Scope(items, measures, Layout.ofBuildings(twelve(), template), edited),
                LocalDate.of(2027, 3, 22), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), true);
    }

    private PlanSnapshot plan(Project project) {
        return services.get(Plans.class).read(project.id());
    }

    @Test
    void a_project_is_made_with_its_places_measures_and_plan() {
        Project project = newPlans.create(people.planner(), wish(templates.get("compound"), "WHOLE", Map.of()));

        Projects projects = services.get(Projects.class);
        assertThat(projects.places(project.id())).hasSize(12).extracting(place -> place.code())
                .contains("B01", "B12A");
        assertThat(projects.sizes(project.id())).filteredOn(size -> size.place() != null).hasSize(48);
        assertThat(projects.measures(project.id())).extracting(measure -> measure.measure())
                .contains("area", "households", "buildings", "stairwells");
        assertThat(plan(project).tasks()).filteredOn(task -> "WATER-3".equals(task.input().code())).singleElement()
                .satisfies(task -> assertThat(task.input().placeId()).isNotNull());
    }

    @Test
    void the_preview_is_what_is_made_and_writes_nothing() {
        PlanWish wish = wish(templates.get("compound"), "PREVIEW", Map.of());

        PlanSnapshot preview = newPlans.preview(wish);
        assertThat(services.get(Projects.class).find("PREVIEW")).isEmpty();
        PlanSnapshot made = plan(newPlans.create(people.planner(), wish));

        assertThat(made.head().finishOn()).isEqualTo(preview.head().finishOn());
        assertThat(made.tasks()).extracting(task -> task.dates().startOn())
                .isEqualTo(preview.tasks().stream().map(task -> task.dates().startOn()).toList());
    }

    @Test
    void nothing_is_left_of_a_plan_that_is_refused() {
        newPlans.create(people.planner(), wish(templates.get("compound"), "TAKEN", Map.of()));

        assertThatThrownBy(() -> newPlans.create(people.planner(), wish(templates.get("compound"), "TAKEN", Map.of())))
                .isInstanceOf(Refusal.class).hasMessageContaining("project.code.taken");
        assertThatThrownBy(() -> newPlans.create(people.engineer(), wish(templates.get("compound"), "OTHER", Map.of())))
                .isInstanceOf(Refusal.class);
        assertThat(services.get(Projects.class).find("OTHER")).isEmpty();
    }

    @Test
    void a_project_without_a_plan_is_given_one() {
        Project project = services.get(Projects.class).add(people.planner(),
                NewProject.named("BARE", "compound", "Bare", "survey"));
        assertThat(newPlans.unplanned("compound")).contains(project);
        PlanWish wish = wish(templates.get("compound"), "BARE", Map.of());

        newPlans.create(people.planner(), new PlanWish(wish.template(),
                new PlanWish.ForProject(true, "BARE", "Bare", null, null), wish.scope(), wish.start(), wish.week(),
                wish.holidays()));

        assertThat(newPlans.unplanned("compound")).doesNotContain(project);
        assertThat(services.get(Projects.class).places(project.id())).hasSize(12);
    }

    @Test
    void a_plan_saved_as_a_template_and_made_again_is_the_same_plan() {
        Project first = newPlans.create(people.planner(), wish(templates.get("compound"), "FIRST", Map.of()));

        String id = templates.saveFrom(people.planner(), "FIRST", "Ours");
        Project second = newPlans.create(people.planner(), wish(templates.get(id), "SECOND", Map.of()));

        assertThat(shape(plan(second))).isEqualTo(shape(plan(first)));
        assertThat(links(plan(second))).isEqualTo(links(plan(first)));
        assertThat(plan(second).head().finishOn()).isEqualTo(plan(first).head().finishOn());
        assertThat(templates.get(id).links()).as("every link became a rule").isEmpty();
    }

    @Test
    void corrected_quantities_survive_the_way_through_a_template() {
        Map<String, BigDecimal> edited = Map.of("WATER-2", new BigDecimal("17.25"), "PAINT", new BigDecimal("31234.5"));
        Project first = newPlans.create(people.planner(), wish(templates.get("compound"), "EDITED", edited));

        String id = templates.saveFrom(people.planner(), "EDITED", "Edited");
        Project second = newPlans.create(people.planner(), wish(templates.get(id), "EDITED2", Map.of()));

        assertThat(shape(plan(second))).isEqualTo(shape(plan(first)));
    }

    private static List<String> shape(PlanSnapshot plan) {
        Map<Long, Task> byId = plan.byId();
        return plan.tasks().stream()
                .map(task -> String.join(" | ", task.input().code(), task.name(),
                        task.input().parentId() == null ? "" : byId.get(task.input().parentId()).input().code(),
                        String.valueOf(task.input().itemClass()), String.valueOf(task.input().durationMinutes()),
                        String.valueOf(task.input().plannedQuantity()), task.input().unit(),
                        String.valueOf(task.input().workType()), String.valueOf(task.input().crew()),
                        String.valueOf(task.input().publicName()), plan.calendarOf(task).name()))
                .toList();
    }

    private static Set<String> links(PlanSnapshot plan) {
        Map<Long, Task> byId = plan.byId();
        return plan.links().stream()
                .map((TaskLink link) -> byId.get(link.predecessorId()).input().code() + " "
                        + link.linkType() + " " + link.lagMinutes() + " " + byId.get(link.successorId()).input().code())
                .collect(Collectors.toSet());
    }

    @Test
    void weights_and_notes_survive_the_way_through_a_template_and_its_file() {
        Project first = newPlans.create(people.planner(), wish(templates.get("compound"), "NOTED", Map.of()));
        PlanEditing editing = services.get(PlanEditing.class);
        Map<String, TaskInput> given = new HashMap<>();
        for (Task task : plan(first).tasks()) {
            TaskInput input = task.input();
            switch (String.valueOf(input.code())) {
                case "WATER-2" -> given.put("WATER-2", noted(input, new BigDecimal("7.5"), "Mind the\nold valve: \"3\" #"));
                case "WATER-3" -> given.put("WATER-3", noted(input, new BigDecimal("2"), null));
                case "WATER" -> given.put("WATER", noted(input, null, "All buildings"));
                case "SAMPLE" -> given.put("SAMPLE", noted(input, new BigDecimal("100"), "Show it to the residents"));
                case "START" -> given.put("START", noted(input, BigDecimal.ONE, "With the mayor"));
                case "BASIC" -> given.put("BASIC", noted(input, null, "Guideline 2020"));
                default -> { }
            }
        }
        assertThat(given).hasSize(6);
        editing.change(people.planner(), first.id(), plan(first).tasks().stream()
                .filter(task -> given.containsKey(task.input().code()))
                .map(task -> new TaskChange(task.id(), task.version(), given.get(task.input().code()))).toList());

        String id = templates.saveFrom(people.planner(), "NOTED", "Noted");
        String file = templates.bringIn(people.planner(), templates.file(id), "noted.yaml");
        assertThat(templates.get(file).items()).isEqualTo(templates.get(id).items());
        assertThat(templates.get(file).groups()).isEqualTo(templates.get(id).groups());
        Project second = newPlans.create(people.planner(), wish(templates.get(file), "NOTED2", Map.of()));

        assertThat(remarks(plan(second))).isEqualTo(remarks(plan(first)));
        assertThat(remarks(plan(second))).anyMatch(line -> line.startsWith("WATER-2 | 7.5 | Mind the\nold valve"));
        assertThat(shape(plan(second))).isEqualTo(shape(plan(first)));
    }

    private static TaskInput noted(TaskInput of, @Nullable BigDecimal weight, @Nullable String notes) {
        return new TaskInput(of.parentId(), of.sortOrder(), of.code(), of.name(), of.publicName(), of.nameEn(),
                of.itemClass(), of.milestone(), of.durationMinutes(), of.constraintType(), of.constraintOn(),
                of.calendarId(), of.placeId(), of.plannedQuantity(), of.unit(), weight, notes, of.workType(), of.crew());
    }

    private static List<String> remarks(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        return plan.tasks().stream().map(task -> task.input().code() + " | "
                + (summaries.contains(task.id()) ? "" : BigDecimal.valueOf(task.weight()).stripTrailingZeros().toPlainString())
                + " | " + task.input().notes()).toList();
    }

    @Test
    void any_plan_can_be_saved_and_saving_again_adds_a_version() {
        SmallPlan.add(services, people.planner(), "SMALL");

        templates.saveFrom(people.planner(), "SMALL", "Versions");
        String second = templates.saveFrom(people.planner(), "SMALL", "Versions");

        assertThat(templates.offered()).filteredOn(offer -> offer.name().zh().equals("Versions")).singleElement()
                .satisfies(offer -> {
                    assertThat(offer.id()).isEqualTo(second);
                    assertThat(offer.saved().versionNo()).isEqualTo(2);
                });
        assertThat(templates.get(second).items()).hasSize(2);
    }

    @Test
    void an_exported_template_can_be_brought_in() {
        String id = templates.bringIn(people.planner(), templates.file("road"), "road.yaml");

        assertThat(templates.get(id).items()).isEqualTo(templates.get("road").items());
    }

    @Test
    void a_file_with_a_missing_unit_is_refused_whole() {
        int before = templates.offered().size();
        String broken = templates.file("market").replaceFirst("(?m)^ *unit: stall\\R", "");

        assertThatThrownBy(() -> templates.bringIn(people.planner(), broken, "market.yaml"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("template.fault.lacks");
                    assertThat(refusal.parameters()).contains("market.yaml", "moving", "unit");
                });
        assertThat(templates.offered()).hasSize(before);
    }

    @Test
    void a_retired_template_is_kept_but_no_longer_offered() {
        String id = templates.bringIn(people.planner(), templates.file("market"), "market.yaml");

        templates.retire(people.planner(), id);

        assertThat(templates.offered()).noneMatch(offer -> offer.id().equals(id));
        assertThat(templates.get(id)).isNotNull();
        assertThatThrownBy(() -> templates.retire(people.planner(), id)).isInstanceOf(Refusal.class);
    }

    @Test
    void only_planners_save_bring_in_and_retire() {
        assertThatThrownBy(() -> templates.bringIn(people.engineer(), templates.file("road"), "road.yaml"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> templates.saveFrom(people.viewer(), "SMALL", "No")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> templates.retire(people.viewer(), "saved-1")).isInstanceOf(Refusal.class);
    }
}
