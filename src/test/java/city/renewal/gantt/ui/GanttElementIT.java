package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the element shows in a real browser, and how one finds the way in it. */
class GanttElementIT extends GanttBrowserTest {

    @Test
    void showsRowsWithQuantityDatesAndHowTheyStandAgainstThePromise() {
        server.show(page, fourTasks());

        assertThat(row(2).innerText().split("\\s*\n\\s*"))
                .containsExactly("1.1", "pipes", "30 / 60 m", "2026-11-09", "2026-11-20", word("late.mark") + word("late", 4));
        assertThat(bar(2).innerText()).contains("50%");
        assertThat(bar(5).getAttribute("class")).contains("milestone");
    }

    @Test
    void saysEverythingInTheReadersLanguage() {
        server.show(page, fourTasks());
        assertThat(labels()).isNotEmpty().noneMatch(label -> label.contains("Task:") || label.contains("date:"));
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText(word("legend.front"));
        assertThat(row(2).getAttribute("aria-label"))
                .isEqualTo(String.join(" ", word("row", "1.1", "pipes", word("kind.task"), "2026-11-09", "2026-11-20"),
                        word("row.done", "50%"), word("row.promise", "2026-11-16", word("late", 4))));

        server.call(page, "setLabels", GanttPage.labels(Locale.ENGLISH));
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText("Progress front line");
        PlaywrightAssertions.assertThat(row(2)).containsText("4 d late");
        assertThat(labels()).noneMatch(label -> label.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void saysWhatATaskWaitsForAndWhatWaitsForIt() {
        server.show(page, fourTasks());
        assertThat(row(3).getAttribute("aria-description"))
                .isEqualTo(word("row.awaited", word("row.linked", "1.3", "paving", word("link.fs"))));
        assertThat(row(4).getAttribute("aria-description")).isEqualTo(String.join(" ",
                word("row.waits", word("row.linked", "1.2", "gas", word("link.fs"))),
                word("row.awaited", word("row.linked", "2", "ready", word("link.fs")))));

        server.apply(page, new GanttChanges(List.of(), List.of(),
                List.of(new GanttLink(3, 2, 3, LinkType.START_TO_START, false)), List.of(1L)));

        assertThat(row(2).getAttribute("aria-description"))
                .isEqualTo(word("row.awaited", word("row.linked", "1.2", "gas", word("link.ss"))));
        assertThat(row(3).getAttribute("aria-description"))
                .isEqualTo(word("row.waits", word("row.linked", "1.1", "pipes", word("link.ss"))));
    }

    @Test
    void writesTodayAndTheStatusDateWhereTheyHideNothing() {
        for (String level : List.of("day", "week", "month", "quarter")) {
            server.show(page, fourTasks());
            server.call(page, "zoomTo", level);
            PlaywrightAssertions.assertThat(page.locator(".flag.today")).isVisible();

            BoundingBox today = page.locator(".flag.today").boundingBox();
            BoundingBox status = page.locator(".flag.status").boundingBox();
            BoundingBox dates = page.locator(".gantt_scale_line").last().boundingBox();
            BoundingBox bars = page.locator(".gantt_data_area").boundingBox();
            assertThat(status.x + status.width).as("they do not meet at %s", level).isLessThanOrEqualTo(today.x);
            assertThat(Math.min(today.y, status.y)).isGreaterThanOrEqualTo(dates.y + dates.height);
            assertThat(today.y + today.height).isLessThanOrEqualTo(bars.y);
        }
    }

    @Test
    void keepsTheWidthsOfColumnsThatTheReaderChose() {
        server.show(page, fourTasks());
        double before = columnWidth("name");
        BoundingBox edge = page.locator(".grip[data-column=name]").boundingBox();

        drag(edge.x + 5, edge.y + 8, edge.x + 65, edge.y + 8);
        page.waitForCondition(() -> columnWidth("name") > before);
        assertThat(columnWidth("name")).isCloseTo(before + 60, within(1.5));

        page.locator(".grip[data-column=name]").focus();
        press("ArrowLeft", "ArrowDown", "ArrowRight");
        assertThat(columnWidth("name")).isCloseTo(before + 48, within(1.5));
        double quantity = columnWidth("quantity");
        assertThat((Boolean) page.evaluate("() => window.told.some(({ name }) => name === 'gantt-select')"))
                .as("keys for columns choose no row").isFalse();

        server.open(page, ZH);
        server.show(page, fourTasks());
        assertThat(columnWidth("name")).as("after another page").isCloseTo(before + 48, within(1.5));
        assertThat(columnWidth("quantity")).isCloseTo(quantity, within(1.5));

        page.locator(".grip[data-column=name]").focus();
        press("Home");
        assertThat(columnWidth("name")).isCloseTo(before, within(1.5));
    }

    private double columnWidth(String name) {
        return page.locator(".gantt_grid_head_" + name).boundingBox().width;
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
    void marksWorkOutOfSequenceWithItsReasonAndExplainsTheMarkOnlyThen() {
        server.show(page, fourTasks());
        PlaywrightAssertions.assertThat(page.locator(".sequence-mark")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator(".legend")).not().containsText(word("legend.sequence"));

        String how = "Began \"early\" <b>";
        server.apply(page, GanttChanges.ofRows(List.of(task(3, 1, "gas", 2, 2, 8, 2, 0).markedOutOfSequence(how))));

        Locator mark = row(3).locator(".sequence-mark");
        PlaywrightAssertions.assertThat(mark).hasAttribute("title", how);
        PlaywrightAssertions.assertThat(mark).hasAttribute("aria-label", how);
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText(word("legend.sequence"));
        assertThat(row(3).getAttribute("aria-label")).endsWith(how);
        point(bar(3));
        PlaywrightAssertions.assertThat(page.getByText(how)).isVisible();

        server.apply(page, GanttChanges.ofRows(List.of(task(3, 1, "gas", 2, 2, 8, 2, 0))));
        PlaywrightAssertions.assertThat(page.locator(".sequence-mark")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator(".legend")).not().containsText(word("legend.sequence"));
    }

    /** In the first week 3 of 12 days of the pipes were done, and 6 are now; nothing else moved. */
    @Test
    void drawsEarlierFrontLinesBesideTodaysUntilTheyAreSwitchedOff() {
        page.evaluate("() => document.querySelector('renewal-gantt').earlierOffered = true");
        server.show(page, fourTasks());
        Locator earlier = page.locator("path.earlier");
        PlaywrightAssertions.assertThat(earlier).hasAttribute("d", "");

        page.getByText(word("earlier"), new Page.GetByTextOptions().setExact(true)).click();
        assertThat(told("gantt-earlier")).containsEntry("shown", true);
        server.call(page, "setEarlier", GanttJson.earlier(List.of(
                new EarlierFront(day(-7), Map.of(2L, new TimePoint(day(-10), 0), 3L, TimePoint.endOf(day(-7)))),
                new EarlierFront(day(-14), Map.of(2L, TimePoint.endOf(day(-14)), 3L, TimePoint.endOf(day(-14)))))));

        PlaywrightAssertions.assertThat(earlier).hasAttribute("d", Pattern.compile("M.+M.+"));
        String[] lines = earlier.getAttribute("d").substring(1).split("M");
        assertThat(lines).hasSize(2);
        double dayWidth = (bar(2).boundingBox().width) / 12;
        List<double[]> weekAgo = corners("M" + lines[0]);
        List<double[]> today = corners();
        assertThat(weekAgo.get(2)[1]).as("the same row").isEqualTo(today.get(2)[1]);
        assertThat(today.get(2)[0] - weekAgo.get(2)[0]).as("three days of work between them")
                .isCloseTo(3 * dayWidth, within(1.5));
        assertThat(today.getFirst()[0] - weekAgo.getFirst()[0]).as("a week between the status dates")
                .isCloseTo(7 * dayWidth, within(1.5));
        List<double[]> begun = corners("M" + lines[1]);
        assertThat(begun).as("what had not begun lay on the status date")
                .allSatisfy(corner -> assertThat(corner[0]).isCloseTo(begun.getFirst()[0], within(0.5)));
        PlaywrightAssertions.assertThat(page.locator(".earlier-dates text")).hasCount(2);
        PlaywrightAssertions.assertThat(page.locator(".legend")).containsText(word("legend.earlier"));

        page.getByText(word("earlier"), new Page.GetByTextOptions().setExact(true)).click();
        assertThat(told("gantt-earlier")).containsEntry("shown", false);
        server.call(page, "setEarlier", GanttJson.earlier(List.of()));
        PlaywrightAssertions.assertThat(earlier).hasAttribute("d", "");
        PlaywrightAssertions.assertThat(page.locator(".earlier-dates text")).hasCount(0);
        assertThat(corners()).as("today's stays").hasSize(7);
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
        PlaywrightAssertions.assertThat(page.locator("button[aria-pressed=true]")).hasText(word("zoom.week"));
        press("-", "-");
        PlaywrightAssertions.assertThat(page.locator("button[aria-pressed=true]")).hasText(word("zoom.quarter"));
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

        PlaywrightAssertions.assertThat(page.locator(".empty")).containsText(word("empty.title"));
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

        PlaywrightAssertions.assertThat(page.locator(".gantt_grid_head_cell")).hasText(new String[] {word("column.name")});
        row(3).tap();
        page.waitForCondition(() -> !told("gantt-select").isEmpty());
        assertThat(told("gantt-select")).containsEntry("id", 3);
        assertThat((Boolean) page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
    }
}
