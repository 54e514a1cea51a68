package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.ChildProgram;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while day sheets and their photos come in. */
class PhotoCrashTest {

    /** Few, so that the whole run stays short; {@code -Dcrash.kills=50} for the number that was promised. */
    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final String WHOLE = " ok";

    private final Set<String> acknowledged = new HashSet<>();

    @Test
    void loses_no_acknowledged_sheet_or_photo_and_names_no_file_that_is_not_there(@TempDir Path directory) {
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProgram writer = ChildProgram.of(PhotoWriter.class, directory.toString())) {
                checkWhatWasFound(writer);
                // Each time after another number of photos, so that the kills fall on different moments.
                read(Stream.generate(writer::line).limit(2 + 3L * (kill % 20)).map(line -> line.orElse("")).toList());
                writer.kill();
                read(writer.rest());
            }
        }
        try (ChildProgram last = ChildProgram.of(PhotoWriter.class, directory.toString())) {
            checkWhatWasFound(last);
        }
        System.out.printf("%d kills, %d acknowledged sheets and photos, none lost%n", KILLS, acknowledged.size());
    }

    private void checkWhatWasFound(ChildProgram writer) {
        Set<String> found = new HashSet<>();
        for (String line = writer.line().orElseThrow(); !line.equals("writing"); line = writer.line().orElseThrow()) {
            assertThat(line).as("only whole files are named").startsWith("found ");
            found.add(line.substring("found ".length()));
        }
        assertThat(found).containsAll(acknowledged);
    }

    private void read(List<String> lines) {
        lines.stream()
                // The last line may have been cut short by the kill; only a whole one is an acknowledgement.
                .filter(line -> line.startsWith("written ") && line.endsWith(WHOLE))
                .forEach(line -> acknowledged.add(line.substring("written ".length(), line.length() - WHOLE.length())));
    }
}
