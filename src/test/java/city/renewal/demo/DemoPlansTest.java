package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.PlanDraft;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plans of the demonstration are such as a planner would believe. */
class DemoPlansTest {

    private final List<DemoProject> projects = DemoFixture.programme().on(DemoFixture.ORDINARY_DAY);

    @Test
    void everyCompoundHasFortyToEightyTasks() {
        assertThat(DemoFixture.ofKind(projects, "compound"))
                .allSatisfy(project -> assertThat(project.plan().tasks()).hasSizeBetween(40, 80));
    }

    @Test
    void everyCompoundHasWorkOfAllThreeClasses() {
        assertThat(DemoFixture.ofKind(projects, "compound"))
                .allSatisfy(project -> assertThat(project.plan().tasks())
                        .extracting(task -> task.input().itemClass())
                        .contains("BASIC", "IMPROVEMENT", "UPGRADE"));
    }

    @Test
    void noTwoCompoundsChooseTheSameItems() {
        List<Set<String>> choices = DemoFixture.ofKind(projects, "compound")
                .map(project -> project.plan().tasks().stream()
                        .map(task -> task.input().code().replaceAll("-\\d+$", ""))
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(new HashSet<>(choices)).hasSameSizeAs(choices);
    }

    @Test
    void allWorkHasAQuantityAndIsLinked() {
        for (DemoProject project : projects) {
            Set<Integer> summaries = DemoFixture.summaries(project);
            Set<Integer> linked = new HashSet<>();
            project.plan().links().forEach(link -> {
                linked.add(link.predecessorKey());
                linked.add(link.successorKey());
            });
            assertThat(project.plan().tasks())
                    .filteredOn(task -> !summaries.contains(task.key()))
                    .allMatch(task -> task.input().plannedQuantity().signum() > 0)
                    .allMatch(task -> task.input().milestone() || !task.input().unit().equals(TaskInput.PERCENT))
                    .allMatch(task -> task.input().milestone() == (task.input().durationMinutes() == 0))
                    .allMatch(task -> linked.contains(task.key()));
        }
    }

    @Test
    void linksAreOfSeveralTypesAndSomeLag() {
        assertThat(projects).flatMap(project -> project.plan().links())
                .extracting(PlanDraft.LinkDraft::type)
                .hasSizeGreaterThan(2_000)
                .satisfies(types -> assertThat(new HashSet<>(types)).hasSize(3));
        assertThat(projects).flatMap(project -> project.plan().links())
                .anyMatch(link -> link.lagMinutes() > 0);
    }

    @Test
    void zonesOfAnItemComeToItsWhole() {
        DemoProject compound = projects.getFirst();

        BigDecimal risers = compound.plan().tasks().stream()
                .filter(task -> task.input().code().matches("WATER-\\d"))
                .map(task -> task.input().plannedQuantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        // 1,120 households with 8.5 m of riser each.
        assertThat(risers).isEqualByComparingTo("9520");
    }

    @Test
    void heatingWorkIsPromisedOutsideTheHeatingSeason() {
        for (DemoProject project : projects) {
            Set<Integer> heating = project.plan().tasks().stream()
                    .filter(task -> task.input().code().startsWith("HEATING"))
                    .map(PlanDraft.TaskDraft::key)
                    .collect(Collectors.toSet());
            assertThat(project.plan().baselines().getFirst().tasks())
                    .filteredOn(task -> heating.contains((int) task.taskId()))
                    .allMatch(task -> outsideSeason(MonthDay.from(task.startOn())))
                    .allMatch(task -> outsideSeason(MonthDay.from(task.finishOn())));
        }
    }

    private static boolean outsideSeason(MonthDay day) {
        return day.isAfter(MonthDay.of(3, 15)) && day.isBefore(MonthDay.of(11, 15));
    }

    @Test
    void theWholeProgrammeIsAsLargeAsADistrict() {
        assertThat(projects).hasSize(60);
        assertThat(projects.stream().mapToInt(project -> project.plan().tasks().size()).sum())
                .isBetween(1_500, 2_200);
        assertThat(projects.stream().mapToInt(project -> project.reports().size()).sum())
                .isBetween(6_000, 12_000);
    }
}
