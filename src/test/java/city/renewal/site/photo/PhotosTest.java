package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.base.Refusal;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.project.Datum;
import city.renewal.project.ProjectPoint;
import city.renewal.project.Projects;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.site.paper.PaperKind;
import city.renewal.site.paper.Period;
import city.renewal.site.paper.SitePapers;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PhotosTest {

    private final Services services;
    private final Path directory;
    private final TestDatabase database;
    private final People people;
    private final Photos photos;
    private final SmallPlan plan;

    PhotosTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        directory = database.database().directory();
        people = People.join(services);
        photos = services.get(Photos.class);
        plan = SmallPlan.add(services, people.planner(), "P" + Math.abs(System.nanoTime() % 1_000_000_000));
    }

    @AfterEach
    void stopWorker() {
        services.get(PhotoCopies.class).close();
    }

    @Test
    void keeps_what_came_once_and_what_the_camera_wrote() throws IOException {
        byte[] sent = SamplePictures.withExif(SamplePictures.jpeg(1), "2026:03:02 10:20:30", 6);
        long report = report();

        Photo photo = add(report, sent);
        Photo again = add(report, sent);

        assertThat(again).isEqualTo(photo);
        assertThat(photo.takenAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T10:20:30+08:00"));
        assertThat(photo.latitude()).isEqualByComparingTo("39.1");
        assertThat(photo.longitude()).isEqualByComparingTo("117.2");
        assertThat(photo.device()).isEqualTo("Phone 1");
        assertThat(photo.warnings(TestClock.at(SmallPlan.START).getZone())).isEmpty();
        assertThat(Files.readAllBytes(photos.original(photo.id()).orElseThrow().file())).isEqualTo(sent);
        assertThat(findings()).isEmpty();
    }

    @Test
    void warns_of_another_day_and_of_no_time_and_refuses_neither() {
        long report = report();

        assertThat(add(report, SamplePictures.withExif(SamplePictures.jpeg(2), "2026:03:01 23:59:00", 1))
                .warnings(TestClock.at(SmallPlan.START).getZone())).containsExactly(PhotoWarning.OTHER_DAY);
        assertThat(add(report, SamplePictures.jpeg(3)).warnings(TestClock.at(SmallPlan.START).getZone()))
                .containsExactly(PhotoWarning.NO_TIME);
    }

    @Test
    void makes_copies_upright_and_with_nothing_of_the_camera_in_them() throws IOException {
        byte[] sent = SamplePictures.withExif(SamplePictures.encoded(SamplePictures.picture(4, 4000, 3000), "jpeg"),
                "2026:03:02 10:20:30", 6);
        Photo photo = add(report(), sent);
        finishCopies();

        Path stamped = photos.copy(photo.id(), PhotoCopy.STAMPED, people.viewer()).orElseThrow().file();
        BufferedImage copy = ImageIO.read(stamped.toFile());
        assertThat(copy.getWidth()).isEqualTo(1200);
        assertThat(copy.getHeight()).isEqualTo(1600);
        assertThat(ImageIO.read(photos.copy(photo.id(), PhotoCopy.THUMBNAIL, people.viewer()).orElseThrow().file()
                .toFile()).getHeight()).isEqualTo(320);
        assertThat(new String(Files.readAllBytes(stamped), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Phone 1");
        // White letters at the foot; the patches have no white.
        assertThat(Arrays.stream(copy.getRGB(0, 1480, 1200, 120, null, 0, 1200)).filter(rgb -> (rgb & 0xf0f0f0) == 0xf0f0f0)
                .count()).isGreaterThan(200);
        assertThat(photos.ofReports(List.of(photo.reportId())).get(photo.reportId()).getFirst().state())
                .isEqualTo(PhotoState.READY);
    }

    @Test
    void finds_the_same_photo_and_a_smaller_copy_of_it_in_another_report() throws IOException {
        BufferedImage picture = SamplePictures.picture(5, 1600, 1200);
        byte[] original = SamplePictures.encoded(picture, "jpeg");
        byte[] smaller = SamplePictures.encoded(Thumbnails.of(picture).size(800, 600).asBufferedImage(), "jpeg");
        long first = report();
        long second = report();
        long third = report();
        Photo one = add(first, original);
        Photo same = add(second, original);
        Photo alike = add(third, smaller);
        add(third, SamplePictures.jpeg(6));
        finishCopies();

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(photos.matches(List.of(second, third))).containsOnlyKeys(same.id(), alike.id())
                    .extractingByKey(same.id()).satisfies(found -> assertThat(found)
                            .anySatisfy(match -> assertThat(match.otherReportId()).isEqualTo(first))
                            .anySatisfy(match -> assertThat(match.sameBytes()).isTrue()));
            assertThat(count.statements()).hasSize(1);
        }
        assertThat(photos.matches(List.of(first)).get(one.id())).extracting(PhotoMatch::otherReportId)
                .containsExactlyInAnyOrder(second, third);
    }

    @Test
    void refuses_what_is_no_photo_with_its_reason() throws IOException {
        refused("photo.empty", new byte[0]);
        refused("photo.kind", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8));
        refused("photo.kind", zip());
        refused("photo.kind", SamplePictures.encoded(SamplePictures.picture(7, 20, 20), "gif"));
        refused("photo.broken", Arrays.copyOf(SamplePictures.heic(640, 480), 60));
        refused("photo.broken", SamplePictures.heic(0, 480));
        refused("photo.pixels", SamplePictures.heic(20_000, 10_000));
        refused("photo.pixels", hugePng(20_000, 10_000));
        refused("photo.broken", Arrays.copyOf(SamplePictures.jpeg(8), 20));
        assertThat(files("photos-incoming")).isZero();
    }

    @Test
    void stops_reading_a_file_that_is_too_large() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] block, int from, int length) {
                read[0] += length;
                return length;
            }
        };

        assertThatThrownBy(() -> photos.receive(people.engineer(), endless))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("photo.large"));
        assertThat(read[0]).isLessThan(26L << 20);
    }

    @Test
    void keeps_heic_as_it_came_and_says_that_it_cannot_be_shown() throws IOException {
        byte[] sent = SamplePictures.heic(4032, 3024);
        Photo photo = add(report(), sent);
        finishCopies();

        assertThat(photo.contentType()).isEqualTo("image/heic");
        assertThat(photo.width()).isEqualTo(4032);
        assertThat(Files.readAllBytes(photos.original(photo.id()).orElseThrow().file())).isEqualTo(sent);
        assertThat(photos.ofReports(List.of(photo.reportId())).get(photo.reportId()).getFirst()
                .warnings(TestClock.at(SmallPlan.START).getZone()))
                .containsExactly(PhotoWarning.NO_TIME, PhotoWarning.HEIC);
        assertThat(photos.copy(photo.id(), PhotoCopy.THUMBNAIL, people.viewer())).isEmpty();
    }

    @Test
    void warns_of_a_photo_that_was_taken_elsewhere() {
        byte[] sent = SamplePictures.withExif(SamplePictures.jpeg(15), "2026:03:02 10:20:30", 1);
        Projects projects = services.get(Projects.class);
        long report = report();

        projects.setPoint(people.planner(), plan.project().code(), new ProjectPoint(new BigDecimal("39.1"),
                new BigDecimal("117.2"), Datum.WGS_84, 100));
        Photo there = add(report, sent);
        assertThat(there.warnings(TestClock.at(SmallPlan.START).getZone())).isEmpty();

        projects.setPoint(people.planner(), plan.project().code(), new ProjectPoint(new BigDecimal("39.2"),
                new BigDecimal("117.2"), Datum.WGS_84, 100));
        Photo elsewhere = photos.ofReports(List.of(report)).get(report).getFirst();
        assertThat(elsewhere.warnings(TestClock.at(SmallPlan.START).getZone()))
                .containsExactly(PhotoWarning.ELSEWHERE);
        assertThat(elsewhere.metresOutside()).as("11.1 km less 300 m").isBetween(10_600, 10_900);
    }

    @Test
    void takes_webp_and_png() {
        long report = report();

        assertThat(add(report, SamplePictures.encoded(SamplePictures.picture(9, 50, 40), "png")).contentType())
                .isEqualTo("image/png");
        Photo webp = add(report, SamplePictures.WEBP);
        finishCopies();
        assertThat(photos.ofReports(List.of(report)).get(report)).extracting(Photo::state)
                .containsExactly(PhotoState.READY, PhotoState.READY);
        assertThat(webp.width()).isEqualTo(4);
    }

    /** Directories that lie over one another, each field of which leads to the next. */
    @Test
    void is_not_held_up_by_exif_that_is_made_to_be_endless() {
        byte[] bomb = new byte[60_000];
        ByteBuffer tiff = ByteBuffer.wrap(bomb).put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.position(8).putShort((short) 4_900);
        for (int field = 0; field < 4_900; field++) {
            boolean directory = field % 2 == 0;
            tiff.putShort((short) (directory ? 0x8769 : 0x0110)).putShort((short) (directory ? 4 : 2))
                    .putInt(directory ? 1 : 50_000).putInt(8 + 12 * (field % 4_000));
        }
        Photo photo = add(report(), SamplePictures.withExif(SamplePictures.jpeg(10), bomb));

        assertThat(photo.takenAt()).isNull();
    }

    @Test
    void shows_others_a_photo_only_when_its_report_is_confirmed_and_its_project_public() {
        long report = report();
        Photo photo = add(report, SamplePictures.jpeg(11));
        finishCopies();

        assertThat(photos.copy(photo.id(), PhotoCopy.STAMPED, null)).isEmpty();
        services.get(SiteReports.class).confirm(people.supervisor(), report);
        assertThat(photos.copy(photo.id(), PhotoCopy.STAMPED, null)).as("of a project that is not public").isEmpty();
        services.get(Projects.class).setOpenToPublic(people.planner(), plan.project().code(), true);
        assertThat(photos.copy(photo.id(), PhotoCopy.STAMPED, null)).isPresent();
        assertThat(photos.confirmedOf(List.of(report)).get(report)).extracting(PublicPhoto::id)
                .containsExactly(photo.id());
    }

    @Test
    void adds_nothing_to_a_decided_report_or_to_another_authors() {
        long report = report();
        Actor other = new Actor(people.viewer().accountId(), "other", "Other", Role.ENGINEER);
        assertRefused("photo.foreign", () -> photos.add(other, report, PhotoStage.DURING,
                new ByteArrayInputStream(SamplePictures.jpeg(12))));
        assertRefused("refused.role", () -> photos.add(people.supervisor(), report, PhotoStage.DURING,
                new ByteArrayInputStream(SamplePictures.jpeg(12))));
        services.get(SiteReports.class).confirm(people.supervisor(), report);
        assertRefused("photo.decided", () -> add(report, SamplePictures.jpeg(12)));
    }

    @Test
    void notices_a_file_that_is_missing_or_was_changed() throws IOException {
        Photo missing = add(report(), SamplePictures.jpeg(13));
        Photo changed = add(report(), SamplePictures.jpeg(14));
        Path lost = photos.original(missing.id()).orElseThrow().file();
        Path bent = photos.original(changed.id()).orElseThrow().file();
        byte[] kept = Files.readAllBytes(lost);
        byte[] right = Files.readAllBytes(bent);
        finishCopies();

        Files.delete(lost);
        Files.write(bent, new byte[] {1});
        assertThat(findings()).extracting(Finding::key).containsExactly("check.photo.missing", "check.photo.damaged");

        Files.write(lost, kept);
        Files.write(bent, right);
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return new PhotoCheck(database.jdbi(), new PhotoFiles(directory)).findings();
    }

    @Test
    void stand_in_the_weekly_report() throws IOException {
        add(report(), SamplePictures.jpeg(11));
        finishCopies();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.get(SitePapers.class).write(people.viewer(), plan.project(), PaperKind.WEEKLY,
                new Period(SmallPlan.START, SmallPlan.START.plusDays(6)), ExportFormat.PDF, Locale.SIMPLIFIED_CHINESE, out);

        try (PDDocument pages = Loader.loadPDF(out.toByteArray())) {
            int pictures = 0;
            for (PDPage page : pages.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertThat(pictures).isEqualTo(1);
        }
    }

    private long report() {
        return services.get(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(), SmallPlan.START,
                BigDecimal.ONE, null, null, null, null, null)).id();
    }

    private Photo add(long report, byte[] content) {
        return photos.add(people.engineer(), report, PhotoStage.DURING, new ByteArrayInputStream(content));
    }

    /** Ends the worker when it has done all that it was asked for. */
    private void finishCopies() {
        services.get(PhotoCopies.class).finish();
    }

    private void refused(String key, byte[] content) {
        assertRefused(key, () -> photos.receive(people.engineer(), new ByteArrayInputStream(content)));
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.count();
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("photo.jpg"));
        }
        return out.toByteArray();
    }

    /** A PNG whose header promises that many pixels. */
    private static byte[] hugePng(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33).putLong(0x89504e470d0a1a0aL).putInt(13).put(header.array())
                .putInt((int) sum.getValue()).array();
    }
}
