package city.renewal.site.photo;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.base.Refusal;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process that fills its disk but for a few kilobytes, tries to store a photo, makes space, and tries again. */
final class FullDiskPhotoWriter {

    private static final int LEFT = 3 << 20;

    private FullDiskPhotoWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(SmallPlan.START));
            People people = People.join(services);
            long task = SmallPlan.add(services, people.planner(), "FULL").pipes();
            Path ballast = directory.resolve("ballast");
            Files.write(ballast, new byte[(int) (Files.getFileStore(directory).getUsableSpace() - LEFT)]);
            byte[] photo = SamplePictures.encoded(SamplePictures.picture(1, 1_500, 1_000), "bmp");
            System.arraycopy(SamplePictures.jpeg(1), 0, photo, 0, SamplePictures.jpeg(1).length);
            SiteReports reports = services.get(SiteReports.class);
            Photos photos = services.get(Photos.class);
            try {
                photos.receive(people.engineer(), new ByteArrayInputStream(photo));
            } catch (Refusal refusal) {
                System.out.println("refused " + refusal.key());
            }
            long report = reports.submit(people.engineer(), new NewReport(task, SmallPlan.START, BigDecimal.ONE, null,
                    null, null, null, null)).id();
            System.out.println("database works");
            Files.delete(ballast);
            photos.add(people.engineer(), report, PhotoStage.DURING, new ByteArrayInputStream(photo));
            System.out.println("stored " + new PhotoCheck(database.jdbi(), new PhotoFiles(directory)).findings().size());
            services.get(PhotoCopies.class).close();
        }
    }
}
