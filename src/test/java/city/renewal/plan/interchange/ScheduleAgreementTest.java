package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.interchange.ScheduleAgreement.Cause;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Scheduler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScheduleAgreementTest {

    private final Scheduler scheduler = new CriticalPathScheduler();

    @Test
    void differencesAreCountedByTheirCause() {
        PlanDocument plan = new PlanSketch()
                .task(1, "agrees", 2, 1, 2)
                .task(2, "moved back", 1, 10, 10)
                .task(3, "follows what was moved", 1, 11, 11)
                .task(4, "too long", 2, 1, 5)
                .task(5, "too early", 1, 1, 1)
                .link(1, 2).link(2, 3).link(1, 5).document();

        ScheduleAgreement agreement = ScheduleAgreement.of(plan, scheduler);

        assertThat(agreement.compared()).isEqualTo(5);
        assertThat(agreement.agreeing()).isEqualTo(1);
        assertThat(agreement.share()).isEqualTo(0.2);
        assertThat(agreement.causes()).isEqualTo(Map.of(Cause.STORED_LATER, 1, Cause.FOLLOWS_ANOTHER, 1,
                Cause.LENGTH, 1, Cause.STORED_EARLIER, 1));
        assertThat(agreement.differing()).hasSize(4);
    }

    @Test
    void aMilestoneMayStandOnTheEveningOrTheNextMorning() {
        PlanDocument plan = new PlanSketch().task(1, "dig", 2, 1, 2).task(2, "dug", 0, 3, 3).link(1, 2).document();

        assertThat(ScheduleAgreement.of(plan, scheduler).share()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> foreignToolsAgreeOnNinetyFiveOfAHundredTasks() {
        return TestFiles.allForeign().stream().map(this::agrees);
    }

    private DynamicTest agrees(Path file) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            ScheduleAgreement agreement = ScheduleAgreement.of(TestFiles.parse(file), scheduler);

            assertThat(agreement.share()).as(String.join("\n", agreement.differing())).isGreaterThanOrEqualTo(0.95);
        });
    }

    @TestFactory
    Stream<DynamicTest> benchmarkInstancesHaveTheLengthThatTheirHeaderNames() {
        return TestFiles.allForeign().stream().filter(file -> file.toString().endsWith(".sm"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () ->
                        assertThat(scheduler.schedule(PlanNetwork.of(TestFiles.parse(file))).workingDays())
                                .isEqualTo(mpmTime(file))));
    }

    private static int mpmTime(Path file) throws Exception {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        int head = lines.indexOf(lines.stream().filter(line -> line.contains("MPM-Time")).findFirst().orElseThrow());
        String[] values = lines.get(head + 1).strip().split("\\s+");
        return Integer.parseInt(values[values.length - 1]);
    }
}
