package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Schedule files for tests: our own, and those of other people's tools where they lie beside the project. */
final class TestFiles {

    static final LocalDate DAY_FOR_UNDATED = LocalDate.of(2026, 3, 2);
    static final long ROOM = 64L << 20;

    private static final Path FOREIGN = Path.of("..", "shared", "samples");

    private TestFiles() {
    }

    static Path own(String name) {
        try {
            return Path.of(Objects.requireNonNull(TestFiles.class.getResource("/schedules/" + name), name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All our own schedule files. */
    static Stream<Path> allOwn() {
        return Stream.of("compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx", "compound.gan",
                "six-jobs.sm").map(TestFiles::own);
    }

    /** Skips the test, saying so, when the folder of foreign files is missing. */
    static void needForeign() {
        boolean there = Files.isDirectory(FOREIGN);
        if (!there) {
            System.out.println("Skipped: no folder " + FOREIGN + " with planning files of other tools");
        }
        Assumptions.assumeTrue(there, "no folder " + FOREIGN);
    }

    static Path foreign(String name) {
        needForeign();
        return FOREIGN.resolve(name);
    }

    /** All foreign schedule files; none, saying so, when their folder is missing. */
    static List<Path> allForeign() {
        needForeign();
        try (Stream<Path> files = Files.walk(FOREIGN)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".md")).sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PlanDocument parse(Path file) throws IOException, UnreadableFileException {
        return new ScheduleParser(ROOM, DAY_FOR_UNDATED).parse(file, file.getFileName().toString());
    }
}
