package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Edits in a real browser: asked for, and shown as the server answers. */
class GanttEditingIT extends GanttBrowserTest {

    @Test
    void asksForADraggedBarAndSnapsBackWhenRefused() {
        server.show(page, fourTasks());
        edit();
        server.call(page, "zoomTo", "day");
        double before = bar(3).boundingBox().x;

        drag(bar(3), 5 * dayWidth());

        assertThat(told("gantt-edit")).isEqualTo(Map.of("name", "gantt-edit", "edit", 1, "type", "move", "id", 3,
                "start", (int) day(7).toEpochDay(), "finish", (int) day(13).toEpochDay(), "kind", "MOVE"));
        PlaywrightAssertions.assertThat(page.locator(".ghost.asked")).isVisible();
        assertThat(bar(3).boundingBox().x).as("the bar waits for the server").isEqualTo(before);

        server.refuse(page, 1, "held up by its predecessor");

        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("held up by its predecessor");
        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
        assertThat(bar(3).boundingBox().x).isEqualTo(before);
    }

    @Test
    void showsWhatTheServerMadeOfADraggedBar() {
        server.show(page, fourTasks());
        edit();
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
        edit();
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
        edit();

        BoundingBox predecessor = bar(3).boundingBox();
        BoundingBox successor = bar(4).boundingBox();
        page.mouse().click(successor.x + 6, (predecessor.y + predecessor.height + successor.y) / 2);
        page.getByText(word("link.remove")).click();
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
    void movesABarByTheKeyboardOnlyWhileEditing() {
        server.show(page, fourTasks());
        server.call(page, "focusRow", 3);
        press("Shift+ArrowRight");
        edit();
        press("Shift+ArrowLeft");

        assertThat(told("gantt-edit")).containsEntry("edit", 1).containsEntry("start", (int) day(1).toEpochDay())
                .containsEntry("finish", (int) day(7).toEpochDay());
    }
}
