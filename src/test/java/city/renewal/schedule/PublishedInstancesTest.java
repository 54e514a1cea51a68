package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Networks whose critical path is known from their authors: one unit is one day, every day is worked. */
class PublishedInstancesTest {

    private static final Path SAMPLES = Path.of("..", "shared", "samples", "psplib");

    /**
     * <pre>
     * 1 ─┬─ 2 (8) ─── 4 (3) ─┬─ 6
     *    └─ 3 (4) ─── 5 (6) ─┘
     * </pre>
     */
    private static final String SMALL = """
            PROJECT INFORMATION:
            pronr.  #jobs rel.date duedate tardcost  MPM-Time
                1      4      0       20        0       11
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           5
               4        1          1           6
               5        1          1           6
               6        1          0
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1
            ------------------------------------------------------------------------
              1      1     0       0
              2      1     8       4
              3      1     4      10
              4      1     3       3
              5      1     6       3
              6      1     0       0
            ************************************************************************
            """;

    @Test
    void aSmallInstanceHasItsLength() {
        assertThat(schedule(SMALL).workingDays()).isEqualTo(knownLength(SMALL)).isEqualTo(11);
    }

    @TestFactory
    Stream<DynamicTest> publishedInstancesHaveTheirLength() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), () -> "No published instances in " + SAMPLES);
        List<Path> files;
        try (Stream<Path> found = Files.list(SAMPLES)) {
            files = found.filter(file -> file.toString().endsWith(".sm")).sorted().toList();
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            String text = Files.readString(file);
            assertThat(schedule(text).workingDays()).isEqualTo(knownLength(text));
        }));
    }

    private static int knownLength(String text) {
        Scanner numbers = after(text, "MPM-Time");
        int last = 0;
        for (int i = 0; i < 6; i++) {
            last = numbers.nextInt();
        }
        return last;
    }

    private static Schedule schedule(String text) {
        List<Activity> activities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Scanner relations = after(text, "successors   successors");
        while (relations.hasNextInt()) {
            int job = relations.nextInt();
            relations.nextInt();
            for (int left = relations.nextInt(); left > 0; left--) {
                links.add(Link.finishToStart(job, relations.nextInt()));
            }
        }
        Scanner requests = new Scanner(text.substring(text.indexOf("-----", text.indexOf("REQUESTS/DURATIONS"))));
        requests.nextLine();
        while (requests.hasNextInt()) {
            int job = requests.nextInt();
            requests.nextInt();
            activities.add(Activity.of(job, null, "Job " + job, WorkingTime.days(requests.nextInt())));
            requests.nextLine();
        }
        return new CriticalPathScheduler().schedule(
                new Network(LocalDate.of(2026, 1, 1), null, WorkCalendar.everyDay(), activities, links));
    }

    private static Scanner after(String text, String heading) {
        Scanner scanner = new Scanner(text.substring(text.indexOf(heading)));
        scanner.nextLine();
        return scanner;
    }
}
