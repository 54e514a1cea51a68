package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A browser with the element alone on a page, and what tests do with both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GanttBrowserTest {

    static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    static final LocalDate STATUS = LocalDate.of(2026, 11, 22);
    private static final Pattern CORNER = Pattern.compile("[ML]([-\\d.]+) ([-\\d.]+)");

    private Playwright playwright;
    Browser browser;
    GanttPage server;
    BrowserContext context;
    Page page;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    void startBrowser() {
        server = new GanttPage();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    void stopBrowser() {
        playwright.close();
        server.close();
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        errors.clear();
        page.onPageError(errors::add);
        server.open(page, ZH);
    }

    @AfterEach
    void closePage() {
        Object violations = page.evaluate("() => window.violations.join()");
        context.close();
        assertThat(errors).isEmpty();
        assertThat(violations).as("what the policy forbade").isEqualTo("");
    }

    /** A summary over three tasks in a row, and a milestone. */
    static GanttModel fourTasks() {
        List<GanttRow> rows = List.of(
                new GanttRow(1, null, 1, "1", "underground", "", "", RowKind.SUMMARY, day(-13), day(18), null, null,
                        0.2, null, false, null, false),
                task(2, 1, "pipes", 1, -13, -2, -6, 0.5),
                task(3, 1, "gas", 2, 2, 8, 2, 0),
                task(4, 1, "paving", 3, 9, 18, 9, 0),
                new GanttRow(5, null, 2, "2", "ready", "", "", RowKind.MILESTONE, day(18), day(18), day(9), day(9), 0,
                        9, true, null, true));
        List<GanttLink> links = List.of(
                new GanttLink(1, 3, 4, LinkType.FINISH_TO_START, false),
                new GanttLink(2, 4, 5, LinkType.FINISH_TO_START, true));
        return new GanttModel(rows, links, WorkCalendar.mondayToFriday(), STATUS.plusDays(1), STATUS,
                GanttColumn.STAFF);
    }

    static GanttRow task(long id, long parent, String name, int position, int start, int finish,
            int promisedFinish, double share) {
        double done = (finish + 1 - start) * share;
        TimePoint front = share == 0 ? TimePoint.endOf(STATUS)
                : new TimePoint(day(start + (int) done), done - Math.floor(done));
        return new GanttRow(id, parent, position, "1." + position, name, "", share == 0.5 ? "30 / 60 m" : "",
                RowKind.TASK, day(start), day(finish), day(Math.min(start, promisedFinish)), day(promisedFinish), share,
                finish - promisedFinish, false, front, true);
    }

    static LocalDate day(int fromStatus) {
        return STATUS.plusDays(fromStatus);
    }

    /** A text of the Chinese bundle, filled in. */
    static String word(String key, Object... values) {
        String text = GanttPage.words(ZH).get("gantt." + key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** Lets the reader edit. */
    void edit() {
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");
    }

    Locator row(long id) {
        return page.locator(".gantt_row[data-task-id='" + id + "']");
    }

    Locator bar(long id) {
        return page.locator(".gantt_task_line[data-task-id='" + id + "']");
    }

    List<double[]> corners() {
        PlaywrightAssertions.assertThat(page.locator("path.front")).hasAttribute("d", Pattern.compile("M.+"));
        return corners(page.locator("path.front").getAttribute("d"));
    }

    static List<double[]> corners(String path) {
        Matcher matcher = CORNER.matcher(path);
        List<double[]> corners = new ArrayList<>();
        while (matcher.find()) {
            corners.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return corners;
    }

    @SuppressWarnings("unchecked")
    List<String> labels() {
        return (List<String>) page.evaluate("() => [...document.querySelector('renewal-gantt').shadowRoot"
                + ".querySelectorAll('[aria-label]')].map(node => node.getAttribute('aria-label'))");
    }

    /** The last event of this name, without what is in none of them. */
    @SuppressWarnings("unchecked")
    Map<String, Object> told(String name) {
        return (Map<String, Object>) page.evaluate(
                "name => window.told.filter(event => event.name === name).pop() ?? {}", name);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    double dayWidth() {
        return page.locator(".gantt_scale_line").last().locator(".gantt_scale_cell").nth(3).boundingBox().width;
    }

    double weekDayWidth() {
        return dayWidth() / 7;
    }

    /** Puts the mouse on a bar, over which handles may then lie. */
    void point(Locator what) {
        BoundingBox box = what.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    }

    void drag(Locator what, double by) {
        point(what);
        BoundingBox box = what.boundingBox();
        double x = box.x + Math.min(box.width / 2, 20);
        drag(x, box.y + box.height / 2, x + by, box.y + box.height / 2);
    }

    void drag(double fromX, double fromY, double toX, double toY) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move((fromX + toX) / 2, (fromY + toY) / 2);
        page.mouse().move(toX, toY);
        page.mouse().up();
    }
}
