package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.matter.MatterSample;
import city.renewal.project.handover.HandoverSample;
import city.renewal.testing.People;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A compound is handed over, a roof leaks, and the resident's telephone says who repairs it; against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarrantyStoryIT {

    private static final String CODE = "WARM";
    private static final int PHONE = 360;

    @TempDir
    private static Path data;
    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(today));
            new HandoverSample(services).compound(CODE, today.minusDays(20));
            new MatterSample(services).register("G1,FULL,Grid one,,community,,," + CODE + ",,");
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
    void a_compound_is_handed_over_and_a_leak_finds_its_warranty() {
        Page officer = browsers.signIn("planner", People.PASSWORD, "/desk/handover/" + CODE);
        officer.locator("#accept").click();
        officer.locator("#acceptance-residents input").fill("3");
        officer.locator("#step-send").click();
        assertThat(officer.getByText("屋面防水").first()).isVisible();
        officer.locator("#hand-over").click();
        officer.locator("#handover-organisation input").fill("三号物业公司");
        officer.locator("#handover-phone input").fill("022-0000-3001");
        officer.locator("#step-send").click();
        assertThat(officer.getByText("三号物业公司").first()).isVisible();
        fit(officer);

        Page resident = browsers.open("/n/" + CODE + "/B01?large=1&lang=zh", PHONE, 780);
        assertThat(resident.locator(".after")).containsText("三号物业公司");
        assertThat(resident.locator(".after")).containsText("First Builders");
        fit(resident);
        resident.locator("a[href^='/report']").first().click();
        resident.locator("#kind").selectOption("leak");
        resident.locator("#text").fill("屋顶漏雨，顶楼房间都湿了");
        button(resident, "提交").click();
        assertThat(resident.locator(".warranty")).containsText("在保修期内");
        assertThat(resident.locator(".warranty")).containsText("屋面防水");
        assertThat(resident.locator(".warranty .phone")).hasText("022-0000-1001");
        fit(resident);
        String number = resident.locator(".number").innerText();

        Page worker = browsers.signIn("community", People.PASSWORD, "/desk/matter/" + number);
        worker.locator("#warranty-roof").click();
        assertThat(worker.locator("#matter-warranty")).containsText("已确认属于保修");
        fit(worker);
        resident.reload();
        assertThat(resident.locator(".items")).containsText("确认属于保修");
        officer.navigate(officer.url().replaceAll("/desk/.*", "/desk/warranties"));
        assertThat(officer.locator("#warranty-parties")).containsText("First Builders");
        fit(officer);
    }

    /** Usable by everybody, and nothing cut off on a telephone. */
    private static void fit(Page page) {
        assertThat(Barriers.of(page)).isEmpty();
        if (page.viewportSize().width == PHONE) {
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        }
    }
}
