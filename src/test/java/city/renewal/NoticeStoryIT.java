package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.notice.NewNotice;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.testing.People;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the poster at a stairwell's door to the photo behind the percent, in a browser that runs no script.
 */
class NoticeStoryIT {

    private static final Story STORY = new Story("notice");
    private static final String CODE = "SUNNY";
    private static final String DOOR = "/n/" + CODE + "/B01/2";

    @TempDir
    private static Path data;

    @Test
    void a_resident_scans_the_poster_of_the_door_reads_and_follows_the_percent_to_a_photo() throws Exception {
        confirmWithPhoto();
        try (ServedJar served = new ServedJar(data, "--no-demo")) {
            URI scanned = scan(served.address().resolve(DOOR + "/poster"));
            assertThat(scanned).isEqualTo(served.address().resolve(DOOR));
            Page phone = served.browsers().withoutScript(scanned.getPath(), 360, 780);
            Page other = served.browsers().open(scanned.getPath(), 360, 780);

            assertThat(phone.locator(".where")).containsText("1号楼 2门");
            assertThat(phone.locator("dl")).containsText("当初承诺");
            assertThat(phone.locator(".works").first()).containsText("1号楼屋面防水");
            assertThat(phone.locator(".works").first()).containsText("供水管道");
            assertThat(phone.locator(".works").first()).not().containsText("2号楼");
            assertThat(phone.locator(".cut")).containsText("更换楼内供水立管");
            read(phone, other, "door");
            assertThat(shades(phone)).as("what is done of the bar, and what is left, on paper")
                    .satisfies(shades -> assertThat(shades[0]).isLessThan(shades[1]));
            STORY.changeSize(phone);
            read(phone, other, "door");
            phone.locator(".progress a").click();
            assertThat(phone.locator(".reports")).containsText("+25 米");
            Locator photo = phone.locator(".reports img");
            // The server makes the public copy beside everything else.
            phone.waitForCondition(() -> {
                phone.reload();
                return photo.count() == 1;
            });
            read(phone, other, "reports");
            STORY.changeSize(phone);
            read(phone, other, "reports");
            photo.click();
            assertThat(phone).hasURL(Pattern.compile("/photo/[0-9]+/stamped\\.jpg"));
            assertThat(phone.locator("img")).isVisible();
        }
    }

    /** A compound of two buildings, with work on each roof and pipes for all; the water of one stairwell is cut. */
    private static void confirmWithPhoto() throws IOException {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(today));
            People people = People.join(services);
            Project project = services.get(Projects.class).add(people.planner(), new NewProject(CODE, "compound", "阳光里",
                    null, "示例街道", null, "works", false, true, false, List.of(), List.of(),
                    List.of(new Party("contractor", "示例第一建设公司", null, "022-0000-1001"),
                            new Party("supervisor", "示例监理公司", null, "022-0000-2001")),
                    List.of(building("B01", "1号楼"), building("B02", "2号楼"))));
            long pipes = services.get(Plans.class).create(people.planner(), project.id(), new PlanDraft(today, null, false,
                    null, List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())),
                    List.of(task(1, "B01", "1号楼屋面防水", "m2"), task(2, "B02", "2号楼屋面防水", "m2"),
                            task(3, null, "供水管道", "m")), List.of(), List.of(), List.of())).get(3);
            services.get(Plans.class).takeBaseline(people.planner(), project.id(), "First plan", null);
            cut(services, people, "更换楼内供水立管", 2);
            cut(services, people, "更换楼前阀门", 1);
            SiteReports reports = services.get(SiteReports.class);
            long report = reports.submit(people.engineer(), new NewReport(pipes, today,
                    new BigDecimal("25"), null, null, null, null, null)).id();
            services.get(Photos.class).add(people.engineer(), report, PhotoStage.DURING,
                    new ByteArrayInputStream(trench()));
            reports.confirm(people.supervisor(), report);
            services.get(PhotoCopies.class).close();
        }
    }

    private static NewPlace building(String code, String name) {
        return new NewPlace("building", code, name, null, null, null, Map.of("stairwells", new BigDecimal(3)));
    }

    private static TaskDraft task(int key, @Nullable String place, String name, String unit) {
        return new TaskDraft(key, null, null, place, new TaskInput(null, key, null, name, null, null, null, false,
                10 * 480, ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal("50"), unit, null, null,
                null, null), BigDecimal.ZERO, null, null, null, null);
    }

    private static void cut(Services services, People people, String reason, int stairwell) {
        LocalDateTime from = LocalDate.now(services.get(Clock.class)).plusDays(2).atTime(9, 0);
        services.get(Notices.class).publish(people.engineer(), new NewNotice(CODE, "water",
                List.of(new NoticeTarget("B01", stairwell)), from, from.plusHours(5), false, reason, null,
                "示例第一建设公司", "022-0000-1001", null, null, null));
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

    /** @param other one that runs scripts, as what looks for barriers does */
    private static void read(Page phone, Page other, String step) {
        STORY.picture(phone, step);
        other.navigate(phone.url());
        STORY.isReadable(other);
    }

    private static URI scan(URI poster) throws Exception {
        BufferedImage sheet = STORY.sheet(poster.toURL().openStream().readAllBytes(), "poster");
        int[] pixels = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        return URI.create(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(sheet.getWidth(), sheet.getHeight(), pixels)))).getText());
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
}
