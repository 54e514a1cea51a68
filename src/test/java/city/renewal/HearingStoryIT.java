package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An officer takes a commitment to the hearing; residents read the same on their telephones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HearingStoryIT {

    private static final double LARGE_PIXELS = 20;

    @TempDir
    private static Path data;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final String year = String.valueOf(today.getYear());
    private final Story story = new Story("hearing");
    private ServedJar served;
    private Browsers browsers;

    /** Forty of a hundred metres are confirmed, and the target was raised since. */
    @BeforeAll
    void startServer() {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(today));
            CommitmentSample sample = new CommitmentSample(services);
            Commitments commitments = services.get(Commitments.class);
            SmallPlan plan = sample.compound("C01");
            sample.projects().confirmed(plan.pipes(), today.minusDays(1), "40");
            sample.projects().explained(plan.project(), "连续降雨");
            commitments.add(sample.officer(), new NewCommitment(today.getYear(), 1, "更换供水管", "New water pipes", Basis.WORK,
                    "PIPES", null, "m", new BigDecimal("80"), LocalDate.of(today.getYear(), 12, 31), "示例区住建委", "城市更新科",
                    "022-0000-8101", Set.of("C01")));
            Commitment made = commitments.page(today.getYear(), 1).orElseThrow().commitment();
            commitments.promise(sample.officer(), made, new BigDecimal("100"), made.newest().dueOn(), "增加一栋楼");
        }
        served = new ServedJar(data, "--no-demo");
        browsers = served.browsers();
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void an_officer_prints_the_hearing_sheet() throws IOException {
        Page officer = browsers.signIn("officer", People.PASSWORD, "/desk/commitments");
        assertThat(officer.locator(".commitment-lines li")).hasCount(1);
        story.page(officer, "desk-list");
        officer.navigate("/desk/commitment/" + year + "/1");
        Download sheet = officer.waitForDownload(() -> officer.locator("#hearing-zh").click());
        story.page(officer, "desk");

        assertThat(sheet.suggestedFilename()).isEqualTo("hearing-" + year + "-1-zh.pdf");
        byte[] pdf = Files.readAllBytes(sheet.path());
        story.sheet(pdf, "sheet");
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", ""))
                    .contains("百姓问政" + year + "年第1项承诺：更换供水管", "40米(40%)", "首次承诺", "80米", "增加一栋楼", "连续降雨",
                            served.address().getAuthority() + "/commitments/" + year + "/1");
        }
    }

    @Test
    void a_resident_reads_the_commitment_and_follows_it_to_the_report() {
        Page phone = browsers.open("/commitments", 360, 780);
        story.page(phone, "list");
        phone.getByText("1. 更换供水管").click();

        assertThat(phone.locator("dl.promise")).containsText("100 米");
        assertThat(phone.locator(".before")).containsText("80 米");
        assertThat(phone.locator("dl.promise b")).hasText("40 米");
        story.page(phone, "promise");

        phone.getByText("看日报和照片").click();
        assertThat(phone.getByText("40 米").first()).isVisible();
        story.page(phone, "reports");
        phone.navigate("/indicators");
        story.bothSizes(phone, "indicators");
    }

    @Test
    void elder_mode_has_large_type_and_the_telephone() {
        Page phone = browsers.open("/commitments/" + year + "/1", 360, 780);
        story.changeSize(phone);

        Locator call = phone.locator("a.call");
        assertThat(call).hasAttribute("href", "tel:02200008101");
        assertThat(Double.parseDouble(call.evaluate("a => getComputedStyle(a).fontSize").toString().replace("px", "")))
                .isGreaterThan(LARGE_PIXELS);
        story.page(phone, "promise");
        phone.getByText("看日报和照片").click();
        assertThat(phone.locator("html.large")).hasCount(1);
        story.page(phone, "reports");
        phone.goBack();
        phone.getByText("全部承诺").click();
        assertThat(phone.locator("html.large")).hasCount(1);
        story.page(phone, "list");
    }
}
