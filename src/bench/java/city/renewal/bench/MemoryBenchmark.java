package city.renewal.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How much memory the running program holds, by itself and with readers whose pages stay open. */
final class MemoryBenchmark {

    private static final int SESSIONS = 50;
    private static final List<String> PAGES = List.of("/", "/project/C01");

    private final PrintStream out;

    /** @param out where the figures go */
    MemoryBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("memory");
        try {
            new StartedJar(data, List.of()).close();
            try (StartedJar program = new StartedJar(data, List.of());
                    BenchBrowser browser = new BenchBrowser(program.address())) {
                program.page();
                long first = program.residentMegabytes();
                // Both pages once, so that only what each session holds for itself is counted.
                PAGES.forEach(page -> browser.open(page).waitForSelector("h1"));
                double before = program.liveMegabytes();
                for (int session = 0; session < SESSIONS; session++) {
                    browser.open(PAGES.get(session % PAGES.size())).waitForSelector("h1");
                }
                long last = program.residentMegabytes();
                double live = program.liveMegabytes();
                out.printf(Locale.ROOT, "resident after the first page: %d MB; with %d open pages: %d MB, of which %.0f MB "
                        + "are objects in use, %.1f MB a page%n", first, SESSIONS, last, live,
                        (live - before) / SESSIONS);
            }
        } finally {
            StartedJar.remove(data);
        }
    }
}
