package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A planner with no training builds a compound of twelve buildings from a template, against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateIT {

    private static final String PASSWORD = "only-for-this-test";
    /** The steps after the first, which asks for the kind, as the address counts them. */
    private static final List<String> STEPS = List.of("", "项目", "工序", "范围", "工程量", "开工与日历", "预览");

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        ServedJar.command(data, PASSWORD + "\n", "user", "add", "planner", "--role", "PLANNER");
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
    void twelve_buildings_from_the_first_step_to_the_chart_of_the_plan() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/projects");
        planner.locator("main").getByText("新建计划").first().click();

        planner.getByLabel("老旧小区改造").check();
        next(planner, "项目");
        planner.getByLabel("项目名称").fill("十二栋小区");
        planner.getByLabel("项目编号").fill("TWELVE");
        next(planner, "工序");
        assertThat(planner.getByLabel("屋面防水翻修")).isChecked();
        next(planner, "范围");
        button(planner, "生成相同楼栋").click();
        assertThat(planner.locator(".building-row")).hasCount(12);
        next(planner, "工程量");
        planner.goBack();
        assertThat(planner.locator(".building-row")).hasCount(12);
        next(planner, "工程量");
        next(planner, "开工与日历");
        next(planner, "预览");
        assertThat(planner.locator("renewal-gantt .gantt_row").first()).isVisible();
        assertThat(planner.locator(".wizard-facts")).containsText("个工作日");

        button(planner, "建立计划").click();

        planner.waitForURL("**/desk/plan/TWELVE");
        assertThat(planner.locator("renewal-gantt .gantt_row").first()).isVisible();
        assertThat(planner.locator(".plan-head")).containsText("十二栋小区");
    }

    private static void next(Page page, String step) {
        button(page, "下一步").click();
        assertThat(page.locator(".wizard h2")).hasText(step);
        page.waitForURL("**/desk/new-plan?step=" + (STEPS.indexOf(step) + 1));
    }
}
