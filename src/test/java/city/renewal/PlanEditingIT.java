package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A planner edits a plan with the keyboard alone, in a real browser against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanEditingIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final LocatorAssertions.HasTextOptions AS_SHOWN =
            new LocatorAssertions.HasTextOptions().setUseInnerText(true);

    /** What every row says in the columns that are there at any width of the chart, which a chosen task narrows. */
    private static final String TREE = """
            () => [...document.querySelector('renewal-gantt').shadowRoot.querySelectorAll('.gantt_grid_data .gantt_row')]
                .map(row => ['number', 'name', 'duration', 'finish', 'predecessors']
                    .map(column => row.querySelector(`[data-column-name='${column}']`).innerText.trim())
                    .join('|'))
                .join('\\n')""";

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        ServedJar.command(data, PASSWORD + "\n", "user", "add", "planner", "--role", "PLANNER");
        ServedJar.command(data, "", "import", "src/test/resources/schedules/compound.xml", "--project", "KEYS");
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
    void planner_types_a_task_links_indents_pastes_removes_and_takes_everything_back() {
        Page page = browsers.signIn("planner", PASSWORD, "/desk/plan/KEYS");
        Locator rows = page.locator("renewal-gantt .gantt_row");
        Locator status = page.locator(".plan-status");
        assertThat(rows.first()).isVisible();
        String before = status.innerText();
        Object tree = page.evaluate(TREE);

        rows.first().click();
        page.keyboard().press("End");
        page.keyboard().press("Insert");
        Locator field = page.locator("renewal-gantt .cell-editor input");
        assertThat(field).isFocused();
        page.keyboard().type("\u8DEF\u706F\u5B89\u88C5");
        page.keyboard().press("Tab");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        Locator lamps = row(page, "\u8DEF\u706F\u5B89\u88C5");
        assertThat(cell(lamps, "duration")).hasText("3");

        // By the number of a leaf: number 1 is the summary above them all, the new row among them.
        String link = cell(row(page, "\u5916\u5899\u4FDD\u6E29"), "number").innerText().strip() + "FS+2d";
        lamps.click();
        cell(lamps, "predecessors").dblclick();
        field.fill(link);
        page.keyboard().press("Enter");
        assertThat(cell(lamps, "predecessors")).hasText(link);

        lamps.click();
        String number = cell(lamps, "number").innerText();
        page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(cell(lamps, "number")).hasText(Pattern.compile("\\d+\\.\\d+.*"));
        assertThat(cell(lamps, "number")).not().hasText(number);

        page.evaluate("""
                () => {
                  const tree = document.querySelector('renewal-gantt').shadowRoot.querySelector('.gantt_grid');
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', '\u540D\u79F0\\t\u5DE5\u671F\\nA1\\t1\\nA2\\t2\\nA3\\t0.5');
                  tree.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true}));
                }""");
        page.locator("#paste-create").click();
        assertThat(row(page, "A3")).isVisible();

        row(page, "A2").click();
        page.keyboard().press("Delete");
        page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
        assertThat(row(page, "A2")).hasCount(0);

        // Keys belong to the chart again once the dialog has gone.
        assertThat(page.locator("vaadin-confirm-dialog")).hasCount(0);
        row(page, "A3").click();
        for (int step = 0; step < 7; step++) {
            page.keyboard().press("Control+z");
        }
        assertThat(row(page, "\u8DEF\u706F\u5B89\u88C5")).hasCount(0);
        assertThat(status).hasText(before, AS_SHOWN);
        page.waitForFunction("tree => (" + TREE + ")() === tree", tree);
    }

    private static Locator cell(Locator row, String column) {
        return row.locator(".gantt_cell[data-column-name='" + column + "']");
    }

    private static Locator row(Page page, String task) {
        return page.locator("renewal-gantt .gantt_row").filter(new Locator.FilterOptions().setHasText(task));
    }
}
