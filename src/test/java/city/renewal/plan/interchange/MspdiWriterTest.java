package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

class MspdiWriterTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> ourOwnFilesComeBackTheSame() {
        return TestFiles.allOwn().map(this::comesBack);
    }

    @TestFactory
    Stream<DynamicTest> foreignFilesComeBackTheSame() {
        return TestFiles.allForeign().stream().map(this::comesBack);
    }

    @Test
    void calendarNamesThatProjectRefusesAreMadeAcceptableAndUnique() throws Exception {
        PlanDocument plan = TestFiles.parse(TestFiles.own("six-jobs.sm"));
        PlanCalendar first = plan.calendars().getFirst();
        List<PlanCalendar> calendars = Stream.of("a/b[1]", "a\\b 1", "", "x".repeat(200)).map(name ->
                new PlanCalendar(name.hashCode() & 0xFFFF, name, new TreeSet<>(first.workingWeek()), new TreeMap<>()))
                .toList();
        PlanDocument odd = new PlanDocument(plan.format(), plan.title(), plan.start(), null,
                calendars.getFirst().id(), calendars, plan.tasks(), plan.links(), List.of());

        PlanDocument back = writeAndRead(odd);

        assertThat(back.calendars()).extracting(PlanCalendar::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[^/\\\\\\[\\]]{1,51}"));
    }

    private DynamicTest comesBack(Path file) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            PlanDocument before = TestFiles.parse(file);

            PlanDocument after = writeAndRead(before);

            assertThat(after.title()).isEqualTo(before.title());
            assertThat(after.start()).isEqualTo(before.start());
            assertThat(after.statusDate()).isEqualTo(before.statusDate());
            assertThat(after.defaultCalendar()).isEqualTo(before.defaultCalendar());
            assertThat(after.calendars()).isEqualTo(before.calendars());
            assertThat(after.links()).containsExactlyInAnyOrderElementsOf(before.links());
            assertThat(after.tasks()).map(MspdiWriterTest::comparable)
                    .isEqualTo(before.tasks().stream().map(MspdiWriterTest::comparable).toList());
        });
    }

    /** The format rounds percentages, has no percentage by units, and numbers what has no WBS. */
    private static PlanTask comparable(PlanTask task) {
        PlanProgress progress = task.progress();
        PlanProgress.Kind kind = progress.kind() == PlanProgress.Kind.UNITS
                ? PlanProgress.Kind.DURATION : progress.kind();
        String wbs = String.valueOf(task.uid()).equals(task.wbs()) ? null : task.wbs();
        List<PlanBaseline> baselines = task.baselines().stream().map(baseline -> new PlanBaseline(baseline.number(),
                baseline.start(), baseline.finish(), Integer.valueOf(0).equals(baseline.durationMinutes())
                ? null : baseline.durationMinutes())).toList();
        return new PlanTask(task.uid(), task.parent(), task.name(), wbs, task.code(), task.notes(), task.summary(),
                task.milestone(), task.durationMinutes(), task.calendar(), task.start(), task.finish(), false,
                new PlanProgress(progress.actualStart(), progress.actualFinish(), progress.remainingMinutes(),
                        Math.round(progress.percent()), kind),
                task.constraint(), task.quantity(), baselines);
    }

    private PlanDocument writeAndRead(PlanDocument document) throws Exception {
        Path file = Files.createTempFile(folder, "written", ".xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            new MspdiWriter().write(document, out);
        }
        return TestFiles.parse(file);
    }
}
