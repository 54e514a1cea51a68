package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import java.io.ByteArrayInputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Photos of the newest confirmed reports of the projects named in {@code config/demo/photos.yaml}. */
public final class PhotoChapter implements DemoChapter {

    private static final String FILE = "config/demo/photos.yaml";
    private static final LocalTime FIRST_HOUR = LocalTime.of(10, 0);
    private static final int MINUTES = 240;

    private final Photos photos;
    private final SiteReports reports;
    private final ZoneId zone;

    /** @param zone in which photos are taken */
    public PhotoChapter(Photos photos, SiteReports reports, ZoneId zone) {
        this.photos = photos;
        this.reports = reports;
        this.zone = zone;
    }

    @Override
    public void add(DemoScene scene) {
        YamlNode file = YamlNode.packed(FILE);
        int each = file.whole("each", 1);
        for (String code : file.texts("projects")) {
            reports.confirmed(scene.place(code).project().id(), each, 0).forEach(report -> add(scene, report));
        }
    }

    private void add(DemoScene scene, SiteReport report) {
        String key = report.projectCode() + report.taskId() + report.reportOn();
        ZonedDateTime takenAt = report.reportOn().atTime(FIRST_HOUR).plusMinutes(Noise.below(MINUTES, key)).atZone(zone);
        Actor office = scene.people().get(Role.ADMINISTRATOR);
        ReceivedPhoto photo = photos.receive(office, new ByteArrayInputStream(SitePicture.atWork(key, takenAt)));
        photos.takeOver(office, report, photo, PhotoStage.DURING);
    }
}
