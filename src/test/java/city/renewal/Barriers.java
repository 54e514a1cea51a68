package city.renewal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What of a page shuts somebody out, by the rules of WCAG 2.2 AA that a program can check. */
final class Barriers {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Barriers() {
    }

    /** @return each with its address and the places where it is; of any weight */
    static List<String> of(Page page) {
        // The tabs of Vaadin keep their list in a part that can take the focus, which no page can change.
        return new AxeBuilder(page).withTags(RULES).exclude("vaadin-tabs").setLegacyMode(true).analyze().getViolations()
                .stream()
                .map(rule -> page.url() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget())).limit(3).toList())
                .toList();
    }
}
