package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** A reader without a mouse: whatever has the focus has to show it. */
record Keyboard(Page page) {

    /** More keys than it takes to any field of a form. */
    private static final int MOST_KEYS = 40;

    void type(String field, String text) {
        tabTo(field);
        page.keyboard().insertText(text);
    }

    /** Takes one of a group of choices. */
    void pick(String group, String value) {
        choose(group, value);
        page.keyboard().press("Space");
        assertThat(page.locator("*:focus")).isChecked();
    }

    /** Goes down a list, or the choices of a group, as far as the value. */
    void choose(String field, String value) {
        tabTo(field);
        for (int i = 0; i < MOST_KEYS && !page.locator(field + ":focus").inputValue().equals(value); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("*:focus")).hasValue(value);
    }

    /** Presses a button. */
    void press(String button) {
        tabTo(button);
        page.keyboard().press("Enter");
    }

    /** Goes on to a field or button. */
    void tabTo(String selector) {
        for (int i = 0; i < MOST_KEYS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                assertThat(page.locator("*:focus")).not().hasCSS("outline-style", "none");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}
