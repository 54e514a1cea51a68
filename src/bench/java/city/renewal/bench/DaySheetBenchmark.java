package city.renewal.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The day sheet on a phone that has opened it before: from the address to tasks that can be touched. */
final class DaySheetBenchmark {

    private static final double LIMIT_MILLIS = 1_000;
    private static final int RUNS = 9;
    private static final int SLOW_DOWN = 4;
    private static final String PAGE = "/desk/site";
    /** Notes when the first task and the button below all of them are there. */
    private static final String WATCH = """
            new MutationObserver((changes, observer) => {
              if (document.querySelector('.task') && document.querySelector('#send')) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => { window.usableAfter = performance.now(); }));
              }
            }).observe(document, { childList: true, subtree: true });""";

    /** Asked in one go, because the page's policy runs no text that comes later. */
    private static final String USABLE = """
            new Promise(done => {
              const look = () => window.usableAfter === undefined ? setTimeout(look, 10) : done(window.usableAfter);
              look();
            })""";

    private final PrintStream out;

    /** @param out where the figures go */
    DaySheetBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        Path data = Files.createTempDirectory("day-sheet");
        try (StartedJar program = new StartedJar(data, List.of());
             BenchBrowser browser = new BenchBrowser(program.address())) {
            Page page = browser.signIn("engineer", PAGE);
            page.setViewportSize(360, 780);
            page.waitForSelector(".task");
            page.evaluate("navigator.serviceWorker.ready.then(() => true)");
            page.addInitScript(WATCH);
            CDPSession session = page.context().newCDPSession(page);
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOW_DOWN);
            session.send("Emulation.setCPUThrottlingRate", rate);
            measure(page, "with the server");
            page.context().setOffline(true);
            measure(page, "without a network");
        } finally {
            StartedJar.remove(data);
        }
    }

    private void measure(Page page, String how) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            page.navigate(PAGE);
            millis[run] = ((Number) page.evaluate(USABLE)).doubleValue();
        }
        Arrays.sort(millis);
        out.printf(Locale.ROOT, "%s, processor %d times slower: median %.0f ms, %.2f of the limit of %.0f ms; longest %.0f ms%n",
                how, SLOW_DOWN, millis[RUNS / 2], millis[RUNS / 2] / LIMIT_MILLIS, LIMIT_MILLIS, millis[RUNS - 1]);
    }
}
