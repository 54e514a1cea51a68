package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chart under a finger, as a touch screen sends it: it scrolls, and moves a bar only when it rests on it. */
class GanttTouchIT extends GanttBrowserTest {

    private CDPSession screen;

    @BeforeEach
    void openOnATouchScreen() {
        context.close();
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 600).setHasTouch(true));
        page = context.newPage();
        server.open(page, ZH);
        screen = context.newCDPSession(page);
        server.show(page, fourTasks());
        edit();
        server.call(page, "zoomTo", "day");
    }

    @Test
    void scrollsWhenAFingerMovesOnEvenFromABar() {
        bar(3).scrollIntoViewIfNeeded();
        BoundingBox from = bar(3).boundingBox();
        double scrolled = scrolledBy();

        finger("touchStart", from.x + 40, from.y + 6);
        finger("touchMove", from.x + 20, from.y + 6);
        finger("touchMove", from.x - 80, from.y + 6);
        lift();

        page.waitForCondition(() -> scrolledBy() != scrolled);
        assertThat(scrolledBy() - scrolled).isCloseTo(120, within(25.0));
        assertThat(told("gantt-edit")).isEmpty();
        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
    }

    @Test
    void movesABarOnWhichAFingerRests() {
        BoundingBox from = bar(3).boundingBox();
        double scrolled = scrolledBy();

        finger("touchStart", from.x + 40, from.y + 6);
        PlaywrightAssertions.assertThat(page.locator(".ghost.dragged")).isVisible();
        finger("touchMove", from.x + 40 + dayWidth(), from.y + 6);
        finger("touchMove", from.x + 40 + 2 * dayWidth(), from.y + 6);
        lift();

        page.waitForCondition(() -> !told("gantt-edit").isEmpty());
        assertThat(told("gantt-edit")).containsEntry("id", 3).containsEntry("kind", "MOVE")
                .containsEntry("start", (int) day(4).toEpochDay()).containsEntry("finish", (int) day(10).toEpochDay());
        assertThat(scrolledBy()).as("the chart stays where it is").isEqualTo(scrolled);
    }

    @Test
    void changesAFinishByItsHandleAfterARest() {
        bar(3).tap();
        PlaywrightAssertions.assertThat(page.locator(".handle.finish")).isVisible();
        BoundingBox handle = page.locator(".handle.finish").boundingBox();
        double x = handle.x + handle.width / 2;
        double y = handle.y + handle.height / 2;

        finger("touchStart", x, y);
        finger("touchMove", x + 3 * dayWidth(), y);
        lift();
        assertThat(told("gantt-edit")).as("a finger that does not rest").isEmpty();

        handle = page.locator(".handle.finish").boundingBox();
        x = handle.x + handle.width / 2;
        finger("touchStart", x, y);
        PlaywrightAssertions.assertThat(page.locator(".ghost.dragged")).isVisible();
        finger("touchMove", x + dayWidth(), y);
        lift();
        page.waitForCondition(() -> !told("gantt-edit").isEmpty());
        assertThat(told("gantt-edit")).containsEntry("kind", "RESIZE_FINISH")
                .containsEntry("finish", (int) day(9).toEpochDay());
    }

    @Test
    void letsNothingMoveWhenAFingerRestsAndIsLifted() {
        BoundingBox from = bar(3).boundingBox();

        finger("touchStart", from.x + 40, from.y + 6);
        PlaywrightAssertions.assertThat(page.locator(".ghost.dragged")).isVisible();
        lift();

        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
        assertThat(told("gantt-edit")).isEmpty();
        assertThat(told("gantt-select")).as("it is chosen").isEqualTo(
                Map.of("name", "gantt-select", "id", 3, "ids", List.of(3)));
    }

    private void finger(String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        touch(type, points);
    }

    private void lift() {
        touch("touchEnd", new JsonArray());
    }

    private void touch(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", event);
    }

    private double scrolledBy() {
        return ((Number) page.evaluate("() => { const root = document.querySelector('renewal-gantt').shadowRoot;"
                + " return root.querySelector('.gantt_hor_scroll').scrollLeft; }")).doubleValue();
    }
}
