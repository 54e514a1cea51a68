package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.project.Projects;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the poster at the door to the photo behind the percent, in a browser that runs no script. Pictures of the story
 * are in {@code target/story}.
 */
class NoticeStoryIT {

    private static final Path PICTURES = Path.of("target", "story");
    private static final String CODE = "DOOR";

    @TempDir
    private static Path data;

    @Test
    void a_resident_scans_the_poster_reads_and_follows_the_percent_to_a_photo() throws Exception {
        confirmWithPhoto();
        try (ServedJar served = new ServedJar(data, "--no-demo")) {
            URI scanned = scan(served.address().resolve("/n/" + CODE + "/poster"));
            assertThat(scanned).isEqualTo(served.address().resolve("/n/" + CODE));
            Page phone = served.browsers().withoutScript(scanned.getPath(), 360, 780);

            assertThat(phone.locator("dl")).containsText("当初承诺");
            picture(phone, "read");
            assertThat(shades(phone)).as("what is done of the bar, and what is left, on paper")
                    .satisfies(shades -> assertThat(shades[0]).isLessThan(shades[1]));
            phone.getByText("长辈版").click();
            assertThat(phone).hasURL(Pattern.compile("large=1"));
            picture(phone, "large");
            phone.locator(".progress a").click();
            assertThat(phone.locator(".reports")).containsText("+25 米");
            Locator photo = phone.locator(".reports img");
            // The server makes the public copy beside everything else.
            phone.waitForCondition(() -> {
                phone.reload();
                return photo.count() == 1;
            });
            picture(phone, "reports");
            photo.click();
            assertThat(phone).hasURL(Pattern.compile("/photo/[0-9]+/stamped\\.jpg"));
            assertThat(phone.locator("img")).isVisible();
        }
    }

    private static void confirmWithPhoto() throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(SmallPlan.START));
            People people = People.join(services);
            SmallPlan plan = SmallPlan.add(services, people.planner(), CODE);
            services.get(Projects.class).setOpenToPublic(people.planner(), CODE, true);
            SiteReports reports = services.get(SiteReports.class);
            long report = reports.submit(people.engineer(), new NewReport(plan.pipes(), SmallPlan.START,
                    new BigDecimal("25"), null, null, null, null, null)).id();
            services.get(Photos.class).add(people.engineer(), report, PhotoStage.DURING,
                    new ByteArrayInputStream(trench()));
            reports.confirm(people.supervisor(), report);
            services.get(PhotoCopies.class).close();
        }
    }

    private static byte[] trench() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(120, 96, 70));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 220, 640, 60);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static URI scan(URI poster) throws Exception {
        try (PDDocument document = Loader.loadPDF(poster.toURL().openStream().readAllBytes())) {
            BufferedImage sheet = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
            return URI.create(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(sheet.getWidth(), sheet.getHeight(), pixels)))).getText());
        }
    }

    /** @return how light the bar is when printed, at a tenth of it and at nine tenths */
    private static int[] shades(Page page) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        BufferedImage bar = ImageIO.read(new ByteArrayInputStream(page.locator(".bar").screenshot()));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return new int[] {shade(bar, bar.getWidth() / 10), shade(bar, bar.getWidth() * 9 / 10)};
    }

    private static int shade(BufferedImage picture, int x) {
        Color color = new Color(picture.getRGB(x, picture.getHeight() / 2));
        return color.getRed() + color.getGreen() + color.getBlue();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("notice-" + name + ".png"))
                .setFullPage(true));
    }
}
