package city.renewal.site;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A process that writes reports until its disk is full, tries a few more, makes space, closes its database and opens
 * it again.
 */
final class FullDiskWriter {

    static final int TRIES = 3;
    private static final int LEFT = 300_000;

    private FullDiskWriter() {
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Path ballast = directory.resolve("ballast");
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(SmallPlan.START));
            People people = People.join(services);
            long task = SmallPlan.add(services, people.planner(), "FULL").pipes();
            fill(ballast);
            int refused = 0;
            while (refused < TRIES) {
                refused += submit(services.get(SiteReports.class), people, task) ? 0 : 1;
            }
            Files.delete(ballast);
        } catch (Refusal refusal) {
            System.out.println("not started: " + refusal.in(new Messages(), Locale.ENGLISH));
            return;
        }
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            database.jdbi().useHandle(handle -> handle.createQuery("SELECT request_id FROM site_report")
                    .mapTo(String.class)
                    .forEach(id -> System.out.println("found " + id)));
            System.out.println("healthy");
        }
    }

    private static boolean submit(SiteReports reports, People people, long task) {
        String id = UUID.randomUUID().toString();
        try {
            reports.submit(people.engineer(), new NewReport(task, SmallPlan.START, new BigDecimal("0.001"), null, null,
                    "x".repeat(1_000), null, id));
            System.out.println("written " + id);
            return true;
        } catch (RuntimeException full) {
            System.out.println("refused " + full);
            return false;
        }
    }

    private static void fill(Path ballast) throws IOException {
        FileStore disk = Files.getFileStore(ballast.getParent());
        byte[] block = new byte[50_000];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (disk.getUsableSpace() > LEFT) {
                out.write(block);
            }
        }
    }
}
