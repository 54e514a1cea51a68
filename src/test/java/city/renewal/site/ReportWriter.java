package city.renewal.site;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A process that opens a database, says how long that took and which reports it found, and then writes reports until
 * it is killed, naming each one once its commit was acknowledged.
 */
final class ReportWriter {

    private ReportWriter() {
    }

    public static void main(String[] arguments) {
        long before = System.nanoTime();
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        System.out.println("opened " + (System.nanoTime() - before) / 1_000_000);
        found(database.jdbi());
        Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                TestClock.at(SmallPlan.START));
        People people = People.join(services);
        Optional<Project> there = services.get(Projects.class).find("CRASH");
        long task = there.isPresent()
                ? services.get(Plans.class).read(there.get().id()).tasks().get(1).id()
                : SmallPlan.add(services, people.planner(), "CRASH").pipes();
        SiteReports reports = services.get(SiteReports.class);
        while (true) {
            String id = UUID.randomUUID().toString();
            reports.submit(people.engineer(), new NewReport(task, SmallPlan.START, new BigDecimal("0.001"), null, null,
                    "x".repeat(1_000), null, id));
            System.out.println("written " + id);
        }
    }

    private static void found(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT request_id FROM site_report")
                .mapTo(String.class)
                .forEach(id -> System.out.println("found " + id)));
        System.out.println("writing");
    }
}
