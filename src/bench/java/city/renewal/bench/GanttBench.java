package city.renewal.bench;

import city.renewal.gantt.ui.GanttPage;
import city.renewal.gantt.ui.SampleModels;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long 10,000 tasks take to appear in headless Chromium once their data is there, and how long a frame takes while
 * they scroll. Needs the built front end.
 */
public final class GanttBench {

    private static final int TASKS = 10_000;
    private static final int RUNS = 3;
    private static final double PAINT_LIMIT = 1_500;
    private static final double FRAME_LIMIT = 33;

    /** From the call to the second frame after it, by when the first has been painted; milliseconds. */
    private static final String PAINT = """
            json => new Promise(resolve => {
              const begin = performance.now();
              document.querySelector('renewal-gantt').setModel(json);
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begin)));
            })""";

    /** Times of the frames while the chart scrolls by three rows a frame; milliseconds. */
    private static final String SCROLL = """
            () => new Promise(resolve => {
              const bar = document.querySelector('renewal-gantt').shadowRoot.querySelector('.gantt_ver_scroll');
              const times = [];
              let last = performance.now();
              const step = () => {
                const now = performance.now();
                times.push(now - last);
                last = now;
                bar.scrollTop += 102;
                if (times.length > 150) resolve(times.slice(1)); else requestAnimationFrame(step);
              };
              requestAnimationFrame(step);
            })""";

    private GanttBench() {
    }

    /** Prints one line for each promise, with what was measured against its limit. */
    public static void run() {
        String json = GanttPage.json(SampleModels.large(TASKS));
        double[] paints = new double[RUNS];
        double[] frames = new double[RUNS];
        try (GanttPage server = new GanttPage();
                Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")))) {
            for (int run = 0; run < RUNS; run++) {
                Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
                server.open(page, Locale.SIMPLIFIED_CHINESE);
                paints[run] = ((Number) page.evaluate(PAINT, json)).doubleValue();
                frames[run] = median(((List<?>) page.evaluate(SCROLL)).stream()
                        .mapToDouble(time -> ((Number) time).doubleValue()).toArray());
                page.close();
            }
        }
        System.out.printf(Locale.ROOT, "gantt: data of %,d tasks is %,d kB%n", TASKS, json.length() / 1024);
        print("first paint of 10,000 tasks", median(paints), PAINT_LIMIT);
        print("median scroll frame of 10,000 tasks", median(frames), FRAME_LIMIT);
    }

    private static void print(String what, double measured, double limit) {
        System.out.printf(Locale.ROOT, "gantt: %s %.1f ms, %.2f of the limit of %.0f ms%n", what, measured,
                measured / limit, limit);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
