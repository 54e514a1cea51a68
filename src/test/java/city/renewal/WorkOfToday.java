package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Tasks of the day sheet of which more than a day's share is left, on whichever day of the demonstration. */
final class WorkOfToday {

    /** Where less is left the share is not offered, and one tap more than is left would ask for a reason. */
    private static final Locator.FilterOptions WITH_A_DAYS_SHARE = new Locator.FilterOptions().setHasText("按计划 ");

    private WorkOfToday() {
    }

    /** @return what is left to do of the chosen project, in the order of the page */
    static Locator of(Page page) {
        return page.locator("section.tasks > .task").filter(WITH_A_DAYS_SHARE);
    }

    /**
     * Chooses the first project in which so many works go on.
     *
     * @return its code
     */
    static String choose(Page page, int works) {
        assertThat(page.locator(".fresh")).isVisible();
        for (Object code : (List<?>) page.locator("#project option").evaluateAll("all => all.map(each => each.value)")) {
            page.locator("#project").selectOption(String.valueOf(code));
            page.locator("section.tasks > .task, section.tasks > p:not(.amber)").first().waitFor();
            if (of(page).count() >= works) {
                return String.valueOf(code);
            }
        }
        throw new AssertionError("In no project of the demonstration do " + works + " works go on today");
    }
}
