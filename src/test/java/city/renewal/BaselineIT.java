package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Promises made anew, compared and explained, in real browsers against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaselineIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final String SCHEDULE = "src/test/resources/schedules/compound.xml";
    private static final String REASON = "连日下雨，外墙顺延";
    private static final Pattern SOMETHING = Pattern.compile("M.*");

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        ServedJar.command(data, PASSWORD + "\n", "user", "add", "planner", "--role", "PLANNER");
        ServedJar.command(data, "", "import", SCHEDULE, "--project", "PROMISE");
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
    void planner_promises_anew_with_a_reason_and_everybody_sees_what_moved_and_why() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/PROMISE");
        button(planner, "对居民公开").click();
        assertThat(button(planner, "撤回公开")).isVisible();
        planner.navigate("/desk/plan/PROMISE/baselines");
        int promises = take(planner);
        if (promises < 2) {
            take(planner);
        }

        planner.navigate("/desk/plan/PROMISE");
        Locator row = planner.locator("renewal-gantt .gantt_row")
                .filter(new Locator.FilterOptions().setHasText("外墙保温")).first();
        assertThat(row).isVisible();
        String before = row.getAttribute("aria-label");
        drag(planner, planner.locator(
                "renewal-gantt .gantt_task_line[data-task-id='" + row.getAttribute("data-task-id") + "']"), 140);
        assertThat(row).not().hasAttribute("aria-label", before);

        planner.navigate("/desk/plan/PROMISE/baselines?left=1&right=now");
        assertThat(planner.locator("vaadin-grid").getByText("外墙保温").first()).isVisible();
        assertThat(planner.locator("#comparison-sentence")).containsText("现在的计划");
        assertThat(planner.locator("renewal-gantt .overlay .promised")).hasAttribute("d", SOMETHING);
        planner.navigate("/desk/plan/PROMISE/baselines?left=2&right=now");
        assertThat(planner.locator("renewal-gantt .overlay .compared")).hasAttribute("d", SOMETHING);
        assertThat(planner.locator("renewal-gantt .legend").getByText("第 2 版")).isVisible();

        Page resident = browsers.open("/project/PROMISE", 360, 780);
        assertThat(resident.locator("#adjustments")).containsText(REASON);
        assertThat(resident.locator("#fact-promised")).containsText("之后调整过");
    }

    @Test
    void planner_tries_something_and_applies_it_in_one_step() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/PROMISE/what-if");
        planner.getByLabel("试什么").fill("两班倒");
        button(planner, "新建试算").click();
        planner.waitForURL("**/what-if/*");
        Locator row = planner.locator("renewal-gantt .gantt_row")
                .filter(new Locator.FilterOptions().setHasText("外墙保温")).first();
        row.click();
        planner.getByLabel("工期（天）").fill("77");
        planner.locator("#task-save").click();

        assertThat(planner.locator("#sandbox-outcome")).containsText("外墙保温");
        button(planner, "应用到计划").click();
        planner.locator("vaadin-confirm-dialog").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("应用到计划").setExact(true)).click();
        planner.waitForURL("**/desk/plan/PROMISE");
        assertThat(planner.getByText("已应用到计划")).isVisible();
    }

    /** Makes the present dates the promise, with a reason where one is asked for. */
    private static int take(Page planner) {
        button(planner, "定为承诺").click();
        Locator dialog = planner.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("名称")).isVisible();
        Locator reason = dialog.getByLabel("原因（居民会看到）");
        if (reason.isVisible()) {
            reason.fill(REASON);
        }
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("定为承诺").setExact(true)).click();
        Locator said = planner.getByText(Pattern.compile("已记为第 \\d+ 版基准")).last();
        assertThat(said).isVisible();
        assertThat(dialog).not().isVisible();
        return Integer.parseInt(said.innerText().replaceAll("\\D", ""));
    }

    private static void drag(Page page, Locator bar, double pixels) {
        bar.scrollIntoViewIfNeeded();
        BoundingBox box = bar.boundingBox();
        double y = box.y + box.height / 2;
        page.mouse().move(box.x + box.width / 2, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + pixels / 2, y);
        page.mouse().move(box.x + box.width / 2 + pixels, y);
        page.mouse().up();
    }
}
