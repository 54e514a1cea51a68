package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.renewal.testing.ChildProgram;
import city.renewal.testing.SmallDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without space left: refused in plain words, and nothing lost that was acknowledged. */
class FullDiskTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void needsDisk() {
        assumeTrue(SmallDisk.available(directory), "no disk of our own");
    }

    @Test
    void keeps_what_was_acknowledged_when_the_disk_fills_up() {
        try (ChildProgram writer = SmallDisk.run(directory, "64m", FullDiskWriter.class)) {
            List<String> said = writer.rest();

            assertThat(writer.exitCode()).as(said.toString()).isZero();
            List<String> acknowledged = after("written ", said);
            assertThat(acknowledged).as(said.toString()).hasSizeGreaterThan(1);
            assertThat(after("refused ", said)).as(said.toString()).hasSize(FullDiskWriter.TRIES);
            assertThat(after("found ", said)).as(said.toString()).containsAll(acknowledged);
            assertThat(said).contains("healthy");
        }
    }

    @Test
    void refuses_to_start_on_a_full_disk() {
        for (String size : List.of("4k", "16k")) {
            try (ChildProgram writer = SmallDisk.run(directory, size, FullDiskWriter.class)) {
                assertThat(writer.rest()).as(size).anySatisfy(line -> assertThat(line)
                        .startsWith("not started: ").contains(directory.toString(), "free disk space"));
            }
        }
    }

    private static List<String> after(String word, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(word)).map(line -> line.substring(word.length())).toList();
    }
}
