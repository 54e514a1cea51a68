package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job as people do it, in real browsers against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesIT {

    private static final String PASSWORD = "only-for-this-test";
    /** What a row says to screen readers, its dates among it. */
    private static final String SPOKEN = "aria-label";
    private static final String SCHEDULE = "src/test/resources/schedules/compound.xml";

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        for (String[] person : new String[][] {
                {"planner", "PLANNER"}, {"engineer", "ENGINEER"}, {"supervisor", "SUPERVISOR"}}) {
            ServedJar.command(data, PASSWORD + "\n", "user", "add", person[0], "--role", person[1]);
        }
        for (String code : new String[] {"DRAG", "REPORT", "READ"}) {
            ServedJar.command(data, "", "import", SCHEDULE, "--project", code);
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
    void engineer_reports_supervisor_confirms_and_the_public_page_moves_by_itself() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/REPORT");
        button(planner, "对居民公开").click();
        assertThat(button(planner, "撤回公开")).isVisible();
        Page resident = browsers.open("/project/REPORT", 360, 780);
        Locator progress = resident.locator("#progress");
        assertThat(progress).isVisible();
        String before = progress.innerText();

        Page engineer = browsers.signIn("engineer", PASSWORD, "/desk/plan/REPORT");
        row(engineer, "外墙保温").click();
        engineer.getByLabel("当天完成").fill("1000");
        engineer.getByLabel("说明").first().fill("东山墙");
        button(engineer, "提交").click();
        assertThat(engineer.locator(".report-history").getByText("待确认")).isVisible();
        assertThat(progress).hasText(before);

        Page supervisor = browsers.signIn("supervisor", PASSWORD, "/desk/confirm");
        assertThat(supervisor.getByText("东山墙")).isVisible();
        button(supervisor, "确认").click();

        assertThat(engineer.locator(".report-history").getByText("已确认")).isVisible();
        assertThat(progress).not().hasText(before);
    }

    @Test
    void visitor_finds_a_compound_and_reads_its_timeline_on_a_phone_on_a_desk_and_on_paper() throws IOException {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/READ");
        button(planner, "对居民公开").click();
        assertThat(button(planner, "撤回公开")).isVisible();

        Page phone = visitor(360, 780);
        assertThat(phone.locator(".phone-timeline li").filter(new Locator.FilterOptions().setHasText("外墙保温")))
                .isVisible();
        assertThat(phone.locator("renewal-gantt")).hasCount(0);
        assertThat(paper(phone)).contains("外墙保温").doesNotContain("长辈版");

        Page desk = visitor(1440, 900);
        assertThat(row(desk, "外墙保温")).isVisible();
        assertThat(desk.locator(".phone-timeline")).hasCount(0);
        assertThat(paper(desk)).contains("外墙保温").doesNotContain("长辈版", "看全部");
    }

    /** @return what the page says when it is printed, without spaces */
    private static String paper(Page page) throws IOException {
        try (PDDocument sheets = Loader.loadPDF(page.pdf())) {
            return new PDFTextStripper().getText(sheets).replaceAll("\\s", "");
        }
    }

    /** Searches for the compound from the overview and reads its page as far as the timeline. */
    private Page visitor(int width, int height) {
        Page page = browsers.open("/", width, height);
        page.locator("#search input").fill("read");
        button(page, "查找").click();
        // One row may be there before the search, too: its answer would draw the row anew under the click.
        page.waitForURL(address -> address.endsWith("=read"));
        assertThat(page.locator(".project-row")).hasCount(1);
        page.locator(".project-row a").first().click();
        page.waitForURL("**/project/READ");
        assertThat(page.locator(".stage-track")).isVisible();
        for (String fact : new String[] {"promised", "now", "why", "who"}) {
            assertThat(page.locator("#fact-" + fact + " .fact-value")).not().isEmpty();
        }
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to the side at %d pixels", width).isTrue();
        return page;
    }

    @Test
    void planner_drags_a_bar_successors_move_and_undo_brings_them_back() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/DRAG");
        Locator successor = row(planner, "给水管更换");
        String before = successor.getAttribute(SPOKEN);
        row(planner, "外墙保温").click();
        String id = row(planner, "外墙保温").getAttribute("data-task-id");

        drag(planner, planner.locator(".gantt_task_line[data-task-id='" + id + "']"), 140);

        assertThat(successor).not().hasAttribute(SPOKEN, before);
        button(planner, "撤销").click();
        assertThat(successor).hasAttribute(SPOKEN, before);
    }

    @Test
    void planner_uploads_a_file_sees_what_would_come_of_it_and_imports() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/import");

        planner.locator("input[type=file]").setInputFiles(Path.of("src/test/resources/schedules/compound.gan"));

        assertThat(planner.getByText("compound.gan 的预览")).isVisible();
        planner.getByLabel("项目编号").fill("UPLOAD");
        button(planner, "导入").click();
        planner.waitForURL("**/desk/plan/UPLOAD");
        assertThat(planner.locator("renewal-gantt .gantt_row").first()).isVisible();
    }

    private static Locator row(Page page, String task) {
        return page.locator("renewal-gantt .gantt_row").filter(new Locator.FilterOptions().setHasText(task)).first();
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
