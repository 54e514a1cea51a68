package city.renewal.plan.interchange;

import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.CycleException;
import city.renewal.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the dates that planning tools stored in their files with those our scheduler computes from links, calendars,
 * constraints and progress, and prints per file and in all the share of leaf tasks that agree to the day.
 */
public final class ScheduleAgreementBench {

    private ScheduleAgreementBench() {
    }

    /** @param args the folder with the files, looked through to its depth */
    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        ScheduleFileReader reader = new ScheduleFileReader(ReadLimits.DEFAULT, Clock.systemDefaultZone());
        Scheduler scheduler = new CriticalPathScheduler();
        Map<ScheduleAgreement.Cause, Integer> causes = new TreeMap<>();
        int compared = 0;
        int agreeing = 0;
        int placed = 0;
        for (Path file : files) {
            try {
                PlanDocument document = reader.read(file, file.getFileName().toString());
                ScheduleAgreement agreement = ScheduleAgreement.of(document, scheduler);
                compared += agreement.compared();
                agreeing += agreement.agreeing();
                placed += agreement.placed();
                agreement.causes().forEach((cause, count) -> causes.merge(cause, count, Integer::sum));
                print(file, agreement);
            } catch (UnreadableFileException refused) {
                System.out.printf("%s: refused: %s%n", file, refused.getMessage());
            } catch (CycleException circle) {
                System.out.printf("%s: refused: %s%n", file, circle.getMessage());
            }
        }
        System.out.printf(Locale.ROOT,
                "all: %d of %d leaf tasks agree, %.1f %%; without those placed by hand %.1f %%; the rest: %s%n",
                agreeing, compared, percent(agreeing, compared), percent(agreeing - placed, compared - placed), causes);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    private static void print(Path file, ScheduleAgreement agreement) {
        System.out.printf(Locale.ROOT, "%s: %d of %d leaf tasks agree, %.1f %% (%d placed by hand)%n", file,
                agreement.agreeing(), agreement.compared(), 100 * agreement.share(), agreement.placed());
        agreement.differing().forEach(line -> System.out.println("    " + line));
    }
}
