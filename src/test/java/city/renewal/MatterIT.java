package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.matter.Grids;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A leak, from the resident's telephone in large type to the worker's desk and back, against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final String CODE = "LEAK";

    /** More keys than it takes to any field of a form. */
    private static final int MOST_KEYS = 40;

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
            Accounts accounts = services.get(Accounts.class);
            Actor planner = accounts.add(Actor.commandLine(), "planner", "Planner", Role.PLANNER, PASSWORD).actor();
            accounts.add(Actor.commandLine(), "chen", "Worker Chen", Role.COMMUNITY, PASSWORD);
            services.get(Projects.class).add(planner, new NewProject(CODE, "compound", "Compound of the test", null,
                    null, null, "works", false, true, false, List.of(), List.of(), List.of(),
                    List.of(new NewPlace("building", "B01", "Building 1", null, null, null))));
            services.get(Grids.class).take(Actor.commandLine(), new ByteArrayInputStream(
                    ("code,kind,name,worker,project\nG1,FULL,Grid one,chen," + CODE + "\n")
                            .getBytes(StandardCharsets.UTF_8)), false);
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
    void a_resident_reports_a_leak_by_keyboard_reads_the_answer_and_opens_it_again() {
        Page resident = browsers.open("/report?large=1&project=" + CODE, 360, 780);
        choose(resident, "#kind", "leak");
        choose(resident, "#building", "B01");
        type(resident, "#stairwell", "2");
        type(resident, "#text", "厨房顶棚漏水");
        type(resident, "#phone", "13800001234");
        tabTo(resident, "#report button");
        resident.keyboard().press("Enter");
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("已收到");
        assertThat(resident.getByText("Worker Chen")).isVisible();
        String number = resident.locator(".number").innerText();

        Page worker = browsers.signIn("chen", PASSWORD, "/desk/matters");
        worker.getByText(number).first().click();
        button(worker, "受理").click();
        // The buttons are drawn anew then.
        assertThat(worker.getByText("办理中").first()).isVisible();
        button(worker, "答复").click();
        worker.locator("#answer-text textarea").fill("接头已更换");
        worker.locator("#step-send").click();
        assertThat(worker.getByText("接头已更换").first()).isVisible();

        resident.reload();
        assertThat(resident.locator(".answer")).hasText("接头已更换");
        resident.locator("#reason").fill("又漏了");
        button(resident, "重新打开").click();
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("已重新打开");
        assertThat(worker.getByText("又漏了")).isVisible();
        int wide = (int) resident.evaluate("document.documentElement.scrollWidth");
        org.assertj.core.api.Assertions.assertThat(wide).as("nothing is cut off on a telephone").isLessThanOrEqualTo(360);
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().insertText(text);
    }

    private static void choose(Page page, String field, String value) {
        tabTo(page, field);
        for (int i = 0; i < MOST_KEYS && !page.locator(field).inputValue().equals(value); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator(field)).hasValue(value);
    }

    /** Goes on without a mouse to a field or button, which has to show that it is the one. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_KEYS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                assertThat(page.locator(selector)).not().hasCSS("outline-style", "none");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}
