package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The built element in a real browser, alone on a page with a strict policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GanttElementIT {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final LocalDate STATUS = LocalDate.of(2026, 11, 22);
    private static final Pattern CORNER = Pattern.compile("[ML]([-\\d.]+) ([-\\d.]+)");

    private Playwright playwright;
    private Browser browser;
    private GanttPage server;
    private BrowserContext context;
    private Page page;
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

    @Test
    void showsRowsWithQuantityDatesAndHowTheyStandAgainstThePromise() {
        server.show(page, fourTasks());

        assertThat(row(2).innerText().split("\\s*\n\\s*"))
                .containsExactly("1.1", "pipes", "30 / 60 m", "2026-11-09", "2026-11-20", "▲晚 4 天");
        assertThat(bar(2).innerText()).contains("50%");
        assertThat(bar(5).getAttribute("class")).contains("milestone");
    }

    @Test
    void saysEverythingInTheReadersLanguage() {
        server.show(page, fourTasks());
        assertThat(labels()).isNotEmpty().noneMatch(label -> label.contains("Task:") || label.contains("date:"));
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText("进度前锋线");
        assertThat(row(2).getAttribute("aria-label"))
                .isEqualTo("1.1 pipes，任务，2026-11-09 至 2026-11-20。 已完成 50% 承诺 2026-11-16 完成，晚 4 天");

        server.call(page, "setLabels", GanttPage.labels(Locale.ENGLISH));
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText("Progress front line");
        PlaywrightAssertions.assertThat(row(2)).containsText("4 d late");
        assertThat(labels()).noneMatch(label -> label.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void drawsTheFrontLineThroughWhatIsDone() {
        server.show(page, fourTasks());

        List<double[]> corners = corners();
        double status = corners.getFirst()[0];
        BoundingBox halfDone = bar(2).boundingBox();
        BoundingBox area = page.locator(".gantt_data_area").boundingBox();
        assertThat(corners).hasSize(7);
        assertThat(corners.get(2)[0]).isCloseTo(halfDone.x - area.x + halfDone.width / 2, within(1.5));
        assertThat(corners.get(2)[1]).isCloseTo(halfDone.y - area.y + halfDone.height / 2, within(1.5));
        assertThat(corners.get(2)[0]).isLessThan(status);
        assertThat(corners.get(4)[0]).as("what is not due yet lies on the status date").isCloseTo(status, within(0.5));
        assertThat(corners.getLast()[0]).isEqualTo(status);
    }

    @Test
    void takesAChangeByIdAndDrawsNothingElse() {
        server.show(page, fourTasks());
        page.evaluate("() => document.querySelector('renewal-gantt').shadowRoot"
                + ".querySelectorAll('.gantt_row, .gantt_task_line').forEach(node => node.dataset.old = '1')");

        server.apply(page, GanttChanges.ofRows(List.of(task(3, 1, "cables", 2, -3, 8, 2, 0.25))));

        PlaywrightAssertions.assertThat(row(3)).containsText("cables");
        assertThat(bar(3).innerText()).contains("25%");
        assertThat(row(3).getAttribute("data-old")).as("the changed row is drawn anew").isNull();
        assertThat(row(2).getAttribute("data-old")).as("its neighbour is not").isEqualTo("1");
        assertThat(bar(2).getAttribute("data-old")).isEqualTo("1");
    }

    @Test
    void takesNewRowsInTheirPlaceAndDropsRemovedOnes() {
        server.show(page, fourTasks());

        server.apply(page, new GanttChanges(List.of(
                new GanttRow(9, 1L, 1, "1.1a", "valves", "", "", RowKind.TASK, day(-5), day(5), null, null, 0, null,
                        false, null, true),
                task(3, 1, "gas", 3, 2, 8, 0, 0)), List.of(4L), List.of(), List.of()));

        PlaywrightAssertions.assertThat(page.locator(".gantt_row .gantt_cell_tree"))
                .hasText(new String[] {"underground", "pipes", "valves", "gas", "ready"});
    }

    @Test
    void asksForADraggedBarAndSnapsBackWhenRefused() {
        server.show(page, fourTasks());
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");
        server.call(page, "zoomTo", "day");
        double before = bar(3).boundingBox().x;

        drag(bar(3), 5 * dayWidth());

        assertThat(told("gantt-edit")).isEqualTo(Map.of("name", "gantt-edit", "edit", 1, "type", "move", "id", 3,
                "start", (int) day(7).toEpochDay(), "finish", (int) day(13).toEpochDay(), "kind", "MOVE"));
        PlaywrightAssertions.assertThat(page.locator(".ghost.asked")).isVisible();
        assertThat(bar(3).boundingBox().x).as("the bar waits for the server").isEqualTo(before);

        server.refuse(page, 1, "被前置任务挡住");

        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("被前置任务挡住");
        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
        assertThat(bar(3).boundingBox().x).isEqualTo(before);
    }

    @Test
    void showsWhatTheServerMadeOfADraggedBar() {
        server.show(page, fourTasks());
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");
        server.call(page, "zoomTo", "day");
        double moved = bar(3).boundingBox().x;
        double successor = bar(4).boundingBox().x;
        double width = dayWidth();

        drag(bar(3), 5 * width);
        server.accept(page, 1, GanttChanges.ofRows(List.of(
                task(3, 1, "gas", 2, 8, 14, 0, 0), task(4, 1, "paving", 3, 15, 24, 9, 0))));

        assertThat(bar(3).boundingBox().x).as("the server moved it by a day more").isCloseTo(moved + 6 * width, within(1.0));
        assertThat(bar(4).boundingBox().x).isCloseTo(successor + 6 * width, within(1.0));
        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
    }

    @Test
    void asksForAnotherFinishAndForALink() {
        server.show(page, fourTasks());
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");
        server.call(page, "zoomTo", "week");

        point(bar(3));
        BoundingBox finish = page.locator(".handle.finish").boundingBox();
        drag(finish.x + 3, finish.y + 5, finish.x + 3 + 3 * weekDayWidth(), finish.y + 5);
        assertThat(told("gantt-edit")).containsEntry("kind", "RESIZE_FINISH")
                .containsEntry("start", (int) day(2).toEpochDay()).containsEntry("finish", (int) day(11).toEpochDay());
        server.refuse(page, 1, "");

        point(bar(2));
        BoundingBox dot = page.locator(".handle.link-finish").boundingBox();
        BoundingBox target = bar(4).boundingBox();
        drag(dot.x + 5, dot.y + 5, target.x + 4, target.y + 6);
        assertThat(told("gantt-edit")).containsEntry("type", "link").containsEntry("source", 2)
                .containsEntry("target", 4).containsEntry("link", "FS");
    }

    @Test
    void removesAChosenLinkWhenAsked() {
        server.show(page, fourTasks());
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");

        BoundingBox predecessor = bar(3).boundingBox();
        BoundingBox successor = bar(4).boundingBox();
        page.mouse().click(successor.x + 6, (predecessor.y + predecessor.height + successor.y) / 2);
        page.getByText("删除连线").click();
        assertThat(told("gantt-edit")).containsEntry("type", "unlink").containsEntry("id", 1);

        server.accept(page, 1, new GanttChanges(List.of(), List.of(), List.of(), List.of(1L)));
        PlaywrightAssertions.assertThat(page.locator("path.links")).hasAttribute("d", "");
        PlaywrightAssertions.assertThat(page.locator("path.critical-links")).hasAttribute("d", Pattern.compile("M.+"));
    }

    @Test
    void cannotBeEditedByThoseWhoOnlyRead() {
        server.show(page, fourTasks());

        drag(bar(3), 60);

        PlaywrightAssertions.assertThat(page.locator(".handles")).hasCount(0);
        assertThat((Boolean) page.evaluate("() => window.told.some(({ name }) => name === 'gantt-edit')")).isFalse();
    }

    @Test
    void canBeUsedWithTheKeyboard() {
        server.show(page, fourTasks());
        page.locator("[role=treegrid]").focus();

        press("ArrowDown", "ArrowDown");
        assertThat(told("gantt-select")).containsEntry("id", 2);
        assertThat(page.locator("[role=treegrid]").getAttribute("aria-activedescendant"))
                .isEqualTo(row(2).getAttribute("id"));
        press("Enter");
        assertThat(told("gantt-open")).containsEntry("id", 2);

        press("ArrowLeft", "ArrowLeft");
        PlaywrightAssertions.assertThat(page.locator(".gantt_row")).hasCount(2);
        assertThat(row(1).getAttribute("aria-expanded")).isEqualTo("false");
        press("ArrowRight");
        PlaywrightAssertions.assertThat(page.locator(".gantt_row")).hasCount(5);

        server.call(page, "zoomTo", "month");
        press("+");
        PlaywrightAssertions.assertThat(page.locator("button[aria-pressed=true]")).hasText("周");
        press("-", "-");
        PlaywrightAssertions.assertThat(page.locator("button[aria-pressed=true]")).hasText("季");
    }

    @Test
    void movesABarByTheKeyboardOnlyWhileEditing() {
        server.show(page, fourTasks());
        server.call(page, "focusRow", 3);
        press("Shift+ArrowRight");
        page.evaluate("() => document.querySelector('renewal-gantt').editing = true");
        press("Shift+ArrowLeft");

        assertThat(told("gantt-edit")).containsEntry("edit", 1).containsEntry("start", (int) day(1).toEpochDay())
                .containsEntry("finish", (int) day(7).toEpochDay());
    }

    @Test
    void showsTheSameWhenMovedToAnotherPlaceOfThePage() {
        server.show(page, fourTasks());
        server.apply(page, GanttChanges.ofRows(List.of(task(3, 1, "cables", 2, 2, 8, 2, 0))));

        page.evaluate("() => { const chart = document.querySelector('renewal-gantt');"
                + " const place = document.createElement('main'); place.style.height = '600px';"
                + " chart.remove(); document.body.append(place); place.append(chart); }");

        PlaywrightAssertions.assertThat(page.locator(".gantt_row")).hasCount(5);
        PlaywrightAssertions.assertThat(row(3)).containsText("cables");
        assertThat(corners()).hasSize(7);
    }

    @Test
    void keepsFoldedRowsAndTheChosenOneWhenAModelIsSetAnew() {
        server.show(page, fourTasks());
        server.call(page, "focusRow", 1);
        press("ArrowLeft");
        PlaywrightAssertions.assertThat(page.locator(".gantt_row")).hasCount(2);

        server.show(page, fourTasks());

        PlaywrightAssertions.assertThat(page.locator(".gantt_row")).hasCount(2);
        PlaywrightAssertions.assertThat(row(1)).hasAttribute("aria-selected", "true");
    }

    @Test
    void keepsNamesFromBecomingMarkup() {
        GanttModel model = fourTasks();
        List<GanttRow> rows = new ArrayList<>(model.rows());
        rows.set(1, task(2, 1, "<img src=x onerror=\"window.told.push('!')\">'\"", 1, -13, -2, -6, 0.5));
        server.show(page, new GanttModel(rows, model.links(), model.calendar(), model.today(), model.statusDate(),
                model.columns()));

        PlaywrightAssertions.assertThat(row(2)).containsText("<img src=x onerror=");
        assertThat(page.locator("img").count()).isZero();
    }

    @Test
    void doesNotShrinkAnOldPlanToReachToday() {
        GanttModel model = fourTasks();
        server.show(page, new GanttModel(model.rows(), model.links(), model.calendar(), STATUS.plusYears(3), null,
                model.columns()));

        PlaywrightAssertions.assertThat(bar(1)).isVisible();
        assertThat(bar(1).boundingBox().width).isGreaterThan(200);
        PlaywrightAssertions.assertThat(page.locator(".flag.today")).isHidden();
    }

    @Test
    void saysWhatToDoWhenThereIsNothingToShow() {
        server.show(page, new GanttModel(List.of(), List.of(), WorkCalendar.everyDay(), STATUS, null,
                GanttColumn.STAFF));

        PlaywrightAssertions.assertThat(page.locator(".empty")).containsText("还没有任务");
    }

    @Test
    void drawsOnlyWhatIsInViewOfTenThousandRows() {
        server.show(page, SampleModels.large(10_000));

        PlaywrightAssertions.assertThat(page.locator(".gantt_row").first()).isVisible();
        assertThat(page.locator(".gantt_row").count()).isLessThan(100);
        assertThat(page.locator("[role=treegrid]").getAttribute("aria-rowcount"))
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(10_000));
    }

    @Test
    void showsTheNameAloneOnATelephoneAndIsTappedToChoose() {
        context.close();
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
        page = context.newPage();
        server.open(page, ZH);
        server.show(page, fourTasks());

        PlaywrightAssertions.assertThat(page.locator(".gantt_grid_head_cell")).hasText(new String[] {"名称"});
        row(3).tap();
        page.waitForCondition(() -> !told("gantt-select").isEmpty());
        assertThat(told("gantt-select")).containsEntry("id", 3);
        assertThat((Boolean) page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
    }

    /** A summary over three tasks in a row, and a milestone. */
    private static GanttModel fourTasks() {
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

    private static GanttRow task(long id, long parent, String name, int position, int start, int finish,
            int promisedFinish, double share) {
        double done = (finish + 1 - start) * share;
        TimePoint front = share == 0 ? TimePoint.endOf(STATUS)
                : new TimePoint(day(start + (int) done), done - Math.floor(done));
        return new GanttRow(id, parent, position, "1." + position, name, "", share == 0.5 ? "30 / 60 m" : "",
                RowKind.TASK, day(start), day(finish), day(Math.min(start, promisedFinish)), day(promisedFinish), share,
                finish - promisedFinish, false, front, true);
    }

    private static LocalDate day(int fromStatus) {
        return STATUS.plusDays(fromStatus);
    }

    private Locator row(long id) {
        return page.locator(".gantt_row[data-task-id='" + id + "']");
    }

    private Locator bar(long id) {
        return page.locator(".gantt_task_line[data-task-id='" + id + "']");
    }

    private List<double[]> corners() {
        PlaywrightAssertions.assertThat(page.locator("path.front")).hasAttribute("d", Pattern.compile("M.+"));
        Matcher matcher = CORNER.matcher(page.locator("path.front").getAttribute("d"));
        List<double[]> corners = new ArrayList<>();
        while (matcher.find()) {
            corners.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return corners;
    }

    @SuppressWarnings("unchecked")
    private List<String> labels() {
        return (List<String>) page.evaluate("() => [...document.querySelector('renewal-gantt').shadowRoot"
                + ".querySelectorAll('[aria-label]')].map(node => node.getAttribute('aria-label'))");
    }

    /** The last event of this name, without what is in none of them. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> told(String name) {
        return (Map<String, Object>) page.evaluate(
                "name => window.told.filter(event => event.name === name).pop() ?? {}", name);
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private double dayWidth() {
        return page.locator(".gantt_scale_line").last().locator(".gantt_scale_cell").nth(3).boundingBox().width;
    }

    private double weekDayWidth() {
        return dayWidth() / 7;
    }

    /** Puts the mouse on a bar, over which handles may then lie. */
    private void point(Locator what) {
        BoundingBox box = what.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    }

    private void drag(Locator what, double by) {
        point(what);
        BoundingBox box = what.boundingBox();
        double x = box.x + Math.min(box.width / 2, 20);
        drag(x, box.y + box.height / 2, x + by, box.y + box.height / 2);
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move((fromX + toX) / 2, (fromY + toY) / 2);
        page.mouse().move(toX, toY);
        page.mouse().up();
    }
}
