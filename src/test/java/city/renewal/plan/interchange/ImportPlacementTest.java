package city.renewal.plan.interchange;

import static city.renewal.plan.interchange.PlanSketch.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.CriticalPathScheduler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ImportPlacementTest {

    private final ImportPlacement placement = new ImportPlacement(new CriticalPathScheduler());

    @Test
    void aPlanWhoseDatesFollowFromItsLinksIsLeftAlone() throws Exception {
        PlanDocument plan = new PlanSketch().task(1, "dig", 2, 1, 2).task(2, "lay", 3, 3, 5).link(1, 2).document();

        Placement placed = placement.place(plan);

        assertThat(placed.document()).isEqualTo(plan);
        assertThat(List.of(placed.held(), placed.pinned(), placed.stretched())).containsOnly(0);
    }

    @Test
    void aTaskThatWasMovedBackIsHeldAndWhatFollowsItIsNot() throws Exception {
        PlanDocument plan = new PlanSketch().task(1, "dig", 2, 1, 2).task(2, "lay", 3, 10, 12)
                .task(3, "fill", 1, 13, 13).link(1, 2).link(2, 3).document();

        Placement placed = placement.place(plan);

        Map<Long, PlanTask> tasks = placed.document().tasksByUid();
        assertThat(placed.held()).isEqualTo(1);
        assertThat(tasks.get(2L).constraint())
                .isEqualTo(new PlanConstraint(ConstraintType.START_NO_EARLIER_THAN, march(10)));
        assertThat(tasks.get(3L).constraint()).isEqualTo(PlanConstraint.NONE);
        assertThat(tasks.get(3L).start()).isEqualTo(march(13));
    }

    @Test
    void aTaskBeforeItsLinksAllowIsPinned() throws Exception {
        PlanDocument plan = new PlanSketch().task(1, "dig", 5, 1, 5).task(2, "lay", 3, 2, 4).link(1, 2).document();

        Placement placed = placement.place(plan);

        PlanTask laying = placed.document().tasksByUid().get(2L);
        assertThat(placed.pinned()).isEqualTo(1);
        assertThat(laying.constraint()).isEqualTo(new PlanConstraint(ConstraintType.PINNED, march(2)));
        assertThat(laying.finish()).isEqualTo(march(4));
    }

    @Test
    void aDurationThatDoesNotReachTheStoredFinishIsStretched() throws Exception {
        PlanDocument plan = new PlanSketch().task(1, "dig", 2, 1, 4).document();

        Placement placed = placement.place(plan);

        assertThat(placed.stretched()).isEqualTo(1);
        assertThat(placed.document().tasks().getFirst().durationMinutes()).isEqualTo(4 * 480);
        assertThat(placed.moved()).isEmpty();
    }

    @Test
    void aConstraintThatContradictsTheStoredDateGivesWay() throws Exception {
        PlanDocument plan = new PlanSketch().add(PlanTask.of(1, null, "dig", 480).withDates(march(9), march(9))
                .withConstraint(new PlanConstraint(ConstraintType.MUST_START_ON, march(4)))).document();

        Placement placed = placement.place(plan);

        assertThat(placed.moved()).isEmpty();
        assertThat(placed.document().tasks().getFirst().start()).isEqualTo(march(9));
    }

    @Test
    void tasksWithoutDatesLieWhereTheSchedulerPutsThem() throws Exception {
        Placement placed = placement.place(TestFiles.parse(TestFiles.own("six-jobs.sm")));

        Map<Long, PlanTask> tasks = placed.document().tasksByUid();
        assertThat(placed.schedule().workingDays()).as("the header's MPM-Time").isEqualTo(12);
        assertThat(tasks.get(4L).start()).isEqualTo(TestFiles.DAY_FOR_UNDATED.plusDays(5));
        assertThat(tasks.get(6L).finish()).isEqualTo(TestFiles.DAY_FOR_UNDATED.plusDays(11));
    }

    @Test
    void aCircleIsRefusedWithTheNamesAlongIt() {
        PlanDocument plan = new PlanSketch().task(1, "dig", 1, 1, 1).task(2, "lay", 1, 2, 2)
                .task(3, "fill", 1, 3, 3).link(1, 2).link(2, 3).link(3, 1).document();

        UnreadableFileException refused =
                catchThrowableOfType(UnreadableFileException.class, () -> placement.place(plan));

        assertThat(refused.reason()).isEqualTo(Reason.CYCLIC);
        assertThat(refused.parameters().getFirst()).contains("dig", "lay", "fill");
    }

    @TestFactory
    Stream<DynamicTest> theDatesOfOurOwnFilesHold() {
        return TestFiles.allOwn().map(this::holds);
    }

    @TestFactory
    Stream<DynamicTest> theDatesOfForeignFilesHold() {
        return TestFiles.allForeign().stream().map(this::holds);
    }

    private DynamicTest holds(Path file) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            PlanDocument before = TestFiles.parse(file);

            Placement placed = placement.place(before);

            Map<Long, PlanTask> after = placed.document().tasksByUid();
            assertThat(placed.moved()).isEmpty();
            assertThat(placed.document().tasks()).allMatch(StoredDates::known);
            assertThat(before.leaves()).filteredOn(StoredDates::known).allMatch(task ->
                    after.get(task.uid()).start().equals(task.start())
                            && after.get(task.uid()).finish().equals(task.finish()));
        });
    }
}
