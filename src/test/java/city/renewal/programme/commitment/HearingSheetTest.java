package city.renewal.programme.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.matter.MatterSample;
import city.renewal.matter.Matters;
import city.renewal.matter.NewMatter;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class HearingSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String MACHINE = "http://127.0.0.1:8080";

    private final Services services;
    private final CommitmentSample sample;
    private final String code;
    private final int number;

    HearingSheetTest(TestDatabase database) throws IOException {
        services = database.services(TestClock.at(TODAY));
        sample = new CommitmentSample(services);
        Commitments commitments = services.get(Commitments.class);
        code = "H" + sample.all().size();
        SmallPlan plan = sample.compound(code);
        SiteReport report = services.get(SiteReports.class).submit(sample.projects().people().engineer(), new NewReport(
                plan.pipes(), TODAY.minusDays(1), new BigDecimal("50"), null, null, null, null, null));
        services.get(Photos.class).add(sample.projects().people().engineer(), report.id(), PhotoStage.DURING, photo());
        services.get(SiteReports.class).confirm(sample.projects().people().supervisor(), report.id());
        services.get(PhotoCopies.class).close();
        sample.projects().explained(plan.project(), "连续降雨，外墙停工");
        Commitment made = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "100", code)).commitment();
        commitments.promise(sample.officer(), made, new BigDecimal("110"), LocalDate.of(2026, 5, 20), "增加两条支管");
        new MatterSample(services);
        services.get(Matters.class).report(new NewMatter("leak", code, null, null, "王女士家厨房漏水", "13800001234", List.of()));
        services.get(Matters.class).report(new NewMatter("neighbours", code, null, null, "楼上太吵", null, List.of()));
        number = made.number();
    }

    private static ByteArrayInputStream photo() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        BufferedImage drawn = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(5, 5, 0xff8800);
        ImageIO.write(drawn, "png", picture);
        return new ByteArrayInputStream(picture.toByteArray());
    }

    @Test
    void says_promise_present_source_delay_matters_and_changes() throws IOException {
        try (PDDocument sheet = sheet(Locale.SIMPLIFIED_CHINESE)) {
            String text = new PDFTextStripper().getText(sheet).replaceAll("\\s+", "");

            assertThat(text).contains("百姓问政2026年第" + number + "项承诺", "首次承诺", "100米，2026-03-20前完成", "110米，2026-05-20前完成",
                    "2026-03-09示例" + code + "，Pipes，由SecondEyes确认",
                    "增加两条支管", "50米(45%)", "本平台实测", "PIPES", "SecondEyes", "2026-03-09", "连续降雨，外墙停工", "Onemorecrew",
                    "ForemanLiu", "未办结", "首次承诺从不改写", MACHINE + "/commitments/2026/" + number, "截至3月10日12:00");
            assertThat(text).doesNotContain("138", "王女士", "漏水到", "太吵", "邻里纠纷1");
        }
    }

    @Test
    void says_how_late_the_target_was_reached_and_what_the_day_means() throws IOException {
        SmallPlan plan = sample.compound("LATE" + sample.all().size());
        sample.projects().confirmed(plan.pipes(), TODAY.minusDays(1), "50");
        int late = sample.made(new NewCommitment(2026, null, "首批管线", null, Basis.WORK, "PIPES", null, "m",
                new BigDecimal("50"), TODAY.minusDays(11), "示例区住建委", "城市更新科", "022-0000-8000",
                Set.of(plan.project().code()))).commitment().number();

        try (PDDocument sheet = sheet(late, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s+", ""))
                    .contains("晚10天兑现（3月9日达到）", "2026-03-09以监理事后确认的施工日报的日期为准");
        }
    }

    @Test
    void speaks_english() throws IOException {
        try (PDDocument sheet = sheet(Locale.ENGLISH)) {
            assertThat(new PDFTextStripper().getText(sheet)).contains("Public hearing: commitment " + number + " of 2026",
                    "Where the present value comes from", "measured here");
        }
    }

    @Test
    void is_a4_with_its_fonts_inside_and_a_code_that_leads_to_the_public_page() throws Exception {
        try (PDDocument sheet = sheet(Locale.SIMPLIFIED_CHINESE)) {
            for (PDPage page : sheet.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                }
            }
            BufferedImage drawn = new PDFRenderer(sheet).renderImageWithDPI(0, 200);
            int width = drawn.getWidth() / 2;
            int height = drawn.getHeight() / 5;
            int[] corner = drawn.getRGB(width, 0, width, height, null, 0, width);
            assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(width, height, corner)))).getText())
                    .isEqualTo(MACHINE + "/commitments/2026/" + number);
        }
    }

    @Test
    void there_is_none_of_a_commitment_that_is_not_there() {
        assertThatThrownBy(() -> services.get(HearingSheet.class).write(sample.officer(), 2026, 990, Locale.ENGLISH,
                MACHINE, new ByteArrayOutputStream())).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.key()).isEqualTo("commitment.unknown"));
    }

    private PDDocument sheet(Locale language) throws IOException {
        return sheet(number, language);
    }

    private PDDocument sheet(int number, Locale language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        services.get(HearingSheet.class).write(sample.officer(), 2026, number, language, MACHINE, file);
        return Loader.loadPDF(file.toByteArray());
    }
}
