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

    private final PrintStream out;

    /** @param out where the figures go */
    MemoryBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("memory");
        try {
            new StartedJar(data, List.of()).close();
            try (StartedJar program = new StartedJar(data, List.of())) {
                program.page();
                long first = program.residentMegabytes();
                try (BenchBrowser browser = new BenchBrowser(program.address())) {
                    for (int session = 0; session < SESSIONS; session++) {
                        browser.open(session % 2 == 0 ? "/" : "/project/C01").waitForSelector("h1");
                    }
                    long last = program.residentMegabytes();
                    out.printf(Locale.ROOT, "after the first page: %d MB; with %d open pages: %d MB, %.1f MB each%n",
                            first, SESSIONS, last, (double) (last - first) / SESSIONS);
                }
            }
        } finally {
            StartedJar.remove(data);
        }
    }
}
