package city.renewal.site.photo;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A process that opens a database, says which photos it found and what is wrong with their files, and then stores
 * photos until it is killed, naming each one's hash once it was acknowledged.
 */
final class PhotoWriter {

    private PhotoWriter() {
    }

    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT sha256 FROM photo").mapTo(String.class)
                .forEach(hash -> System.out.println("found " + hash)));
        new PhotoCheck(database.jdbi(), new PhotoFiles(database.directory())).findings()
                .forEach(finding -> System.out.println("wrong " + finding));
        System.out.println("writing");
        Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                TestClock.at(SmallPlan.START));
        services.get(PhotoCopies.class).start();
        People people = People.join(services);
        Optional<Project> there = services.get(Projects.class).find("CRASH");
        long task = there.isPresent()
                ? services.get(Plans.class).read(there.get().id()).tasks().get(1).id()
                : SmallPlan.add(services, people.planner(), "CRASH").pipes();
        Random random = new Random();
        while (true) {
            long report = services.get(SiteReports.class).submit(people.engineer(), new NewReport(task,
                    SmallPlan.START, new BigDecimal("0.001"), null, null, null, null, null)).id();
            Photo photo = services.get(Photos.class).add(people.engineer(), report, PhotoStage.DURING,
                    new ByteArrayInputStream(SamplePictures.jpeg(random.nextLong())));
            System.out.println("written " + photo.sha256());
        }
    }
}
