package city.renewal;

import static city.renewal.Browsers.button;
import static city.renewal.Browsers.day;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.mspdi.MSPDIReader;

/**
 * The planning desk in one story, against the shipped jar: a compound from a template, promised, stopped for a week,
 * explained, and handed over as a file that Microsoft Project opens. Pictures of its steps are in {@code target/story}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanningStoryIT {

    private static final Story STORY = new Story("planning");
    private static final String PASSWORD = "only-for-this-test";
    private static final String CODE = "STORY";
    private static final String STOPPED = "重大活动期间停工一周。";
    private static final String REASON = "因重大活动停工一周，完工顺延。";
    private static final String CATCH_UP = "外墙增加一个班组。";

    @TempDir
    private static Path data;
    @TempDir
    private static Path elsewhere;

    private final LocalDate start = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).plusDays(1);
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
    void planner_builds_promises_stops_explains_and_hands_over() throws Exception {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/new-plan");
        buildTwelveBuildings(planner);
        promise(planner);
        stopForAWeek(planner);
        readWhy(planner);
        explain(planner);

        Page resident = browsers.open("/project/" + CODE, 360, 780);
        assertThat(resident.locator("#fact-why")).containsText(REASON);
        assertThat(resident.locator("#fact-why")).containsText(CATCH_UP);
        STORY.picture(resident, "8-resident-reads-why");

        handOver(planner);
    }

    private void buildTwelveBuildings(Page planner) {
        planner.getByLabel("老旧小区改造").check();
        next(planner, "项目");
        planner.getByLabel("项目名称").fill("十二栋小区");
        planner.getByLabel("项目编号").fill(CODE);
        next(planner, "工序");
        next(planner, "范围");
        button(planner, "生成相同楼栋").click();
        assertThat(planner.locator(".building-row")).hasCount(12);
        next(planner, "工程量");
        next(planner, "开工与日历");
        day(planner, "开工日期", start);
        next(planner, "预览");
        assertThat(planner.locator("renewal-gantt .gantt_row").first()).isVisible();
        STORY.picture(planner, "1-preview");
        button(planner, "建立计划").click();
        planner.waitForURL("**/desk/plan/" + CODE);
        assertThat(planner.locator("renewal-gantt .gantt_row").first()).isVisible();
        STORY.picture(planner, "2-plan");
    }

    private void promise(Page planner) {
        button(planner, "对居民公开").click();
        assertThat(button(planner, "撤回公开")).isVisible();
        planner.navigate("/desk/plan/" + CODE + "/baselines");
        button(planner, "定为承诺").click();
        Locator dialog = planner.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("名称").fill("向居民承诺的计划");
        STORY.picture(planner, "3-promise");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("定为承诺").setExact(true)).click();
        assertThat(planner.getByText("已记为第 1 版基准").last()).isVisible();
    }

    private void stopForAWeek(Page planner) {
        planner.navigate("/desk/windows");
        planner.locator("#window-kind").click();
        planner.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("其他停工")).click();
        day(planner, "第一天", start);
        day(planner, "最后一天", start.plusDays(6));
        planner.getByLabel("给居民看的说明").fill(STOPPED);
        planner.locator("#window-preview").click();
        assertThat(planner.locator(".window-preview")).containsText("十二栋小区");
        planner.getByLabel("推迟完工的项目，向居民说明以上原因").uncheck();
        STORY.picture(planner, "4-what-a-stop-moves");
        planner.locator("#window-apply").click();
        assertThat(planner.locator("#window-apply")).hasCount(0);
        assertThat(planner.getByText(STOPPED).last()).isVisible();
        STORY.picture(planner, "5-stop-declared");
    }

    private void readWhy(Page planner) {
        planner.navigate("/desk/plan/" + CODE + "/critical");
        assertThat(planner.locator(".critical-story").getByText("其他停工").first()).isVisible();
        STORY.picture(planner, "6-why-it-moved");
    }

    private void explain(Page planner) {
        planner.navigate("/desk/plan/" + CODE + "/status");
        planner.locator("#delay-need").getByRole(AriaRole.BUTTON).click();
        Locator dialog = planner.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("原因", new Locator.GetByLabelOptions().setExact(true)).fill(REASON);
        dialog.getByLabel("赶工措施").fill(CATCH_UP);
        dialog.getByLabel("赶工责任人").fill("王工");
        Locator until = dialog.getByLabel("赶工完成期限");
        until.fill(start.plusDays(30).toString());
        until.press("Enter");
        STORY.picture(planner, "7-one-sentence");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存").setExact(true)).click();
        assertThat(planner.locator("#delay-need")).hasCount(0);
    }

    /** The file goes into an empty installation and comes out of it the same. */
    private void handOver(Page planner) throws Exception {
        planner.navigate("/desk/plan/" + CODE);
        planner.getByText("导出", new Page.GetByTextOptions().setExact(true)).first().click();
        Path file = elsewhere.resolve("story.xml");
        planner.waitForDownload(() -> planner.getByText("Microsoft Project（XML）").click()).saveAs(file);

        Path copy = elsewhere.resolve("data");
        ServedJar.command(copy, "", "import", file.toString(), "--project", "COPY");
        Path again = elsewhere.resolve("again.xml");
        ServedJar.command(copy, "", "export", "COPY", "--format", "mspdi", "--out", again.toString());

        assertThat(tasks(file)).hasSizeGreaterThan(40).isEqualTo(tasks(again));
    }

    private static List<String> tasks(Path file) throws Exception {
        ProjectFile project = new MSPDIReader().read(file.toFile());
        return project.getTasks().stream()
                .filter(task -> task.getName() != null && !task.getSummary())
                .map(PlanningStoryIT::said)
                .toList();
    }

    private static String said(Task task) {
        return task.getName() + " " + task.getStart().toLocalDate() + " " + task.getFinish().toLocalDate() + " "
                + task.getPredecessors().size();
    }

    private static void next(Page page, String step) {
        button(page, "下一步").click();
        assertThat(page.locator(".wizard h2")).hasText(step);
    }
}
