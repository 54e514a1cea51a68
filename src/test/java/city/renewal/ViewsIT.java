package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other ways to see a plan, on the demonstration's road, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsIT {

    private static final String ROAD = "/desk/plan/RD01/";

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        served = new ServedJar(data, "--demo");
        browsers = served.browsers();
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
    }

    private Page open(String page) {
        return browsers.signIn("planner", "planner-2026", ROAD + page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-curve", "milestones", "time-location"})
    void a_chart_is_drawn_wide_and_narrow_and_saved_as_picture_and_table(String name) throws IOException {
        Page page = open(name);
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        Locator drawing = page.locator("renewal-chart svg");
        assertThat(drawing).hasAttribute("viewBox", Pattern.compile("0 0 1080 .*"));
        assertThat(drawing.locator("path").count()).isGreaterThan(3);

        assertThat(saved(page, "#chart-png")).startsWith((byte) 0x89, 'P', 'N', 'G').hasSizeGreaterThan(5_000);
        assertThat(text(saved(page, "a[download$='.svg']"))).startsWith("<svg").endsWith("</svg>");
        assertThat(text(saved(page, "a[download$='.csv']")).lines().count()).isGreaterThan(3);
        page.locator("#chart-toggle").click();
        assertThat(page.locator(".chart-table tbody tr").first()).isVisible();

        page.locator("#chart-toggle").click();
        page.setViewportSize(360, 780);
        assertThat(drawing).hasAttribute("viewBox", Pattern.compile("0 0 344 .*"));
        assertThat(complaints).isEmpty();
        assertThat(page.locator(".elsewhere")).hasCSS("display", "none");
    }

    @Test
    void the_list_is_filtered_and_saved_as_it_is_shown() throws IOException {
        Page page = open("list?state=critical");
        Locator first = page.locator("vaadin-grid vaadin-grid-cell-content a").first();
        assertThat(first).isVisible();
        // Which work is critical differs from day to day.
        String task = first.innerText();

        page.getByLabel("名称、编号或代码").fill(task);

        page.waitForURL("**q=*");
        assertThat(page.locator("vaadin-grid")).containsText(task);
        assertThat(text(saved(page, ".plan-actions a:text-is('保存 CSV')")).lines().skip(1))
                .isNotEmpty().allMatch(line -> line.contains(task));
    }

    @Test
    void the_list_comes_back_with_its_columns_and_its_order() {
        Page page = open("list");
        page.locator("vaadin-grid-sorter").filter(new Locator.FilterOptions().setHasText("完成日期")).click();
        page.waitForURL("**sort=finish*");
        page.getByText("列", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("vaadin-menu-bar-item").filter(new Locator.FilterOptions().setHasText("班组")).click();
        page.waitForURL(Pattern.compile(".*columns=number\\.name\\.class\\.start.*"));

        page.reload();

        assertThat(page.locator("vaadin-grid-sorter[direction=asc]")).hasText("完成日期");
        assertThat(page.locator("vaadin-grid-sorter").filter(new Locator.FilterOptions().setHasText("班组"))).hasCount(0);
    }

    @Test
    void the_chart_draws_the_front_lines_of_the_last_four_weeks_while_asked() {
        Page page = browsers.signIn("planner", "planner-2026", "/desk/plan/RD01");
        assertThat(page.locator("path.front")).hasAttribute("d", Pattern.compile("M.+L.+"));
        Locator earlier = page.locator("path.earlier");
        assertThat(earlier).hasAttribute("d", "");

        page.getByText("近四周", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(earlier).hasAttribute("d", Pattern.compile("(M[^M]+){4}"));
        Set<String> lines = new HashSet<>(List.of(earlier.getAttribute("d").substring(1).split("M")));
        assertThat(lines).as("each week has its own").hasSize(4)
                .doesNotContain(page.locator("path.front").getAttribute("d").substring(1));

        page.getByText("近四周", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(earlier).hasAttribute("d", "");
    }

    @Test
    void a_task_in_the_story_is_explained_beside_it() {
        Page page = open("critical");

        Locator step = page.locator(".critical-story a").last();
        step.click();

        page.waitForURL("**task=*");
        assertThat(page.locator(".critical-explained .why li").first()).isVisible();
    }

    @Test
    void the_look_ahead_prints_without_the_desk_around_it() {
        Page page = open("look-ahead?weeks=4");
        assertThat(page.locator(".look-ahead-week")).hasCount(4);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".plan-pages")).isHidden();
        assertThat(page.locator("vaadin-drawer-toggle")).isHidden();
        assertThat(page.locator(".look-ahead-week").first()).isVisible();
    }

    private static byte[] saved(Page page, String control) throws IOException {
        Download download = page.waitForDownload(() -> page.locator(control).click());
        return Files.readAllBytes(download.path());
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
