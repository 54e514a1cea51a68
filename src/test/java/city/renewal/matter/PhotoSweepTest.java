package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.ReceivedPhoto;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is left of photos that nobody named in the end. */
@OnEachDatabase
class PhotoSweepTest {

    /** Today, because files have the time of the machine. */
    private final TestClock clock = TestClock.at(LocalDate.now());
    private final Services services;
    private final Path directory;
    private final PhotoIntake intake;

    PhotoSweepTest(TestDatabase database) {
        services = database.services(clock);
        directory = database.database().directory();
        intake = services.get(PhotoIntake.class);
    }

    @Test
    void what_nothing_names_goes_after_a_day_and_everything_else_stays() throws IOException {
        ReceivedPhoto named = received(1);
        ReceivedPhoto forgotten = received(2);
        ReceivedPhoto again = received(3);
        services.get(Matters.class).report(new NewMatter("leak", new MatterSample(services).compound().code(), null,
                null, "Water", null, List.of(named)));
        for (ReceivedPhoto each : List.of(named, forgotten, again)) {
            Files.setLastModifiedTime(file(each), FileTime.from(clock.instant().minus(Duration.ofDays(3))));
        }
        ReceivedPhoto young = received(4);
        received(3);

        assertThat(services.get(PhotoSweep.class).run()).isEqualTo(1);
        assertThat(file(forgotten)).doesNotExist();
        assertThat(List.of(file(named), file(again), file(young))).allMatch(Files::exists);
    }

    private ReceivedPhoto received(int colour) throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return intake.receive(new ByteArrayInputStream(out.toByteArray()));
    }

    private Path file(ReceivedPhoto photo) {
        return directory.resolve("photos").resolve(photo.sha256().substring(0, 2)).resolve(photo.sha256());
    }
}
