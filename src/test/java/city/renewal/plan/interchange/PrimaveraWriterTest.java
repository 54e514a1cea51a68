package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.CriticalPathScheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PrimaveraWriterTest {

    @TempDir
    private Path folder;

    private interface Writing {
        void write(PlanDocument document, OutputStream out) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> aPlanComesBackFromPrimaverasXml() {
        return TestFiles.allOwn().map(file -> comesBack(file, ".pmxml", new PrimaveraWriter()::pmxml));
    }

    @TestFactory
    Stream<DynamicTest> aPlanComesBackFromPrimaverasText() {
        return TestFiles.allOwn().map(file -> comesBack(file, ".xer", new PrimaveraWriter()::xer));
    }

    private DynamicTest comesBack(Path file, String suffix, Writing writing) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            PlanDocument before = new ImportPlacement(new CriticalPathScheduler()).place(TestFiles.parse(file)).document();
            Path written = Files.createTempFile(folder, "written", suffix);
            try (OutputStream out = Files.newOutputStream(written)) {
                writing.write(before, out);
            }

            PlanDocument after = TestFiles.parse(written);

            assertThat(after.title()).isEqualTo(before.title());
            assertThat(after.links()).containsExactlyInAnyOrderElementsOf(before.links());
            Map<Long, PlanTask> byUid = after.tasks().stream()
                    .collect(Collectors.toMap(PlanTask::uid, Function.identity()));
            assertThat(byUid.keySet()).containsAll(before.tasks().stream().map(PlanTask::uid).toList());
            before.tasks().forEach(task -> same(task, byUid.get(task.uid()), before.statusDate() != null));
        });
    }

    /**
     * A summary's own dates are Primavera's to compute, what lies at the top may get one root above it, and work that
     * is partly done has begun. Progress needs a status date, which every plan of ours has that has progress.
     */
    private static void same(PlanTask before, PlanTask after, boolean progressKnown) {
        assertThat(after.name()).isEqualTo(before.name());
        if (before.parent() != null) {
            assertThat(after.parent()).as(before.name()).isEqualTo(before.parent());
        }
        assertThat(after.summary()).as(before.name()).isEqualTo(before.summary());
        if (before.summary()) {
            return;
        }
        assertThat(after.start()).as(before.name()).isEqualTo(before.start());
        assertThat(after.finish()).as(before.name()).isEqualTo(before.finish());
        assertThat(after.quantity()).as(before.name()).isEqualTo(before.quantity());
        if (!progressKnown) {
            return;
        }
        assertThat(after.durationMinutes()).as(before.name()).isEqualTo(before.durationMinutes());
        if (before.progress().actualStart() != null) {
            assertThat(after.progress().actualStart()).as(before.name()).isEqualTo(before.progress().actualStart());
        }
        assertThat(after.progress().actualFinish()).as(before.name()).isEqualTo(before.progress().actualFinish());
        assertThat(after.progress().percent()).as(before.name()).isCloseTo(before.progress().percent(), within(0.5));
    }
}
