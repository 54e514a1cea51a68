package city.renewal.site.photo;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A process that opens a database, says which day sheets and photos it found and what is wrong with their files, and
 * then stores more until it is killed, naming each one once it was acknowledged.
 */
final class PhotoWriter {

    private PhotoWriter() {
    }

    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT sha256 FROM photo").mapTo(String.class)
                .forEach(hash -> System.out.println("found photo " + hash)));
        // The sheet and its report carry the same id, so that a sheet without its report is not found.
        database.jdbi().useHandle(handle -> handle.createQuery("""
                        SELECT s.remark
                          FROM day_sheet s
                          JOIN site_report r ON r.sheet_id = s.id AND r.request_id = s.remark""")
                .mapTo(String.class).forEach(id -> System.out.println("found sheet " + id)));
        new PhotoCheck(database.jdbi(), new PhotoFiles(database.directory())).findings()
                .forEach(finding -> System.out.println("wrong " + finding));
        System.out.println("writing");
        Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                TestClock.at(SmallPlan.START));
        services.get(PhotoCopies.class).start();
        People people = People.join(services);
        Optional<Project> there = services.get(Projects.class).find("CRASH");
        Project project = there.orElseGet(() -> SmallPlan.add(services, people.planner(), "CRASH").project());
        long task = services.get(Plans.class).read(project.id()).tasks().get(1).id();
        Random random = new Random();
        // A day of its own for each sheet, so that none is written on twice.
        LocalDate day = database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT COALESCE(MIN(sheet_on), DATE '2026-03-02') FROM day_sheet").mapTo(LocalDate.class).one());
        while (true) {
            String id = UUID.randomUUID().toString();
            day = day.minusDays(1);
            long report = services.get(DaySheets.class).submit(people.engineer(), new NewDaySheet(project.id(), day, 5,
                    List.of("Crew"), "rain", Set.of(), id, List.of(
                            new NewDaySheet.Line(task, new BigDecimal("0.001"), null, id)))).reports().getFirst().id();
            System.out.println("written sheet " + id + " ok");
            Photo photo = services.get(Photos.class).add(people.engineer(), report, PhotoStage.DURING,
                    new ByteArrayInputStream(SamplePictures.jpeg(random.nextLong())));
            System.out.println("written photo " + photo.sha256() + " ok");
        }
    }
}
