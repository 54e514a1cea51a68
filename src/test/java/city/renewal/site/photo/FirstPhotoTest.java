package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The two databases count from different numbers. */
@OnEachDatabase
class FirstPhotoTest {

    private final Services services;

    FirstPhotoTest(TestDatabase database) {
        services = database.services(TestClock.at(SmallPlan.START));
    }

    @Test
    void the_very_first_photo_gets_its_copies() {
        People people = People.join(services);
        SmallPlan plan = SmallPlan.add(services, people.planner(), "FIRST");
        long report = services.get(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(),
                SmallPlan.START, BigDecimal.ONE, null, null, null, null, null)).id();
        Photos photos = services.get(Photos.class);
        Photo photo = photos.add(people.engineer(), report, PhotoStage.DURING,
                new ByteArrayInputStream(SamplePictures.jpeg(1)));
        services.get(PhotoCopies.class).finish();

        assertThat(photos.copy(photo.id(), PhotoCopy.STAMPED, people.viewer())).isPresent();
        services.get(PhotoCopies.class).close();
    }
}
