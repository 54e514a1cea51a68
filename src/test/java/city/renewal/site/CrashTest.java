package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.ChildProgram;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    /** Few, so that the whole run stays short; {@code -Dcrash.kills=50} for the number that was promised. */
    private static final int KILLS = Integer.getInteger("crash.kills", 20);

    private final Set<String> acknowledged = new HashSet<>();
    private long longestOpening;

    @Test
    void loses_no_acknowledged_report_however_often_it_is_killed(@TempDir Path directory) {
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProgram writer = ChildProgram.of(ReportWriter.class, directory.toString())) {
                checkWhatWasFound(writer);
                // Each time after another number of reports, so that the kills fall on different moments.
                read(Stream.generate(writer::line).limit(3 + 4L * (kill % 20)).map(line -> line.orElse("")).toList());
                writer.kill();
                read(writer.rest());
            }
        }
        try (ChildProgram last = ChildProgram.of(ReportWriter.class, directory.toString())) {
            checkWhatWasFound(last);
        }
        System.out.printf("%d kills, %d acknowledged reports, none lost; longest opening %d ms%n", KILLS,
                acknowledged.size(), longestOpening);
    }

    private void checkWhatWasFound(ChildProgram writer) {
        String opened = writer.lineWith("opened ");
        longestOpening = Math.max(longestOpening, Long.parseLong(opened.substring("opened ".length())));
        Set<String> found = new HashSet<>();
        for (String line = writer.line().orElseThrow(); !line.equals("writing"); line = writer.line().orElseThrow()) {
            found.add(line.substring("found ".length()));
        }
        assertThat(found).containsAll(acknowledged);
    }

    private void read(List<String> lines) {
        lines.stream()
                // The last line may have been cut short by the kill; only a whole one is an acknowledgement.
                .filter(line -> line.startsWith("written ") && line.length() == "written ".length() + 36)
                .forEach(line -> acknowledged.add(line.substring("written ".length())));
    }
}
