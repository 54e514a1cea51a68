package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.renewal.testing.ChildProgram;
import city.renewal.testing.SmallDisk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskPhotoTest {

    @Test
    void says_that_the_disk_is_full_and_goes_on_when_there_is_space_again(@TempDir Path directory) {
        assumeTrue(SmallDisk.available(directory), "no disk of our own");
        try (ChildProgram writer = SmallDisk.run(directory, "64m", FullDiskPhotoWriter.class)) {
            List<String> said = writer.rest();

            assertThat(said).containsSubsequence("refused photo.disk", "database works", "stored 0");
        }
    }
}
