package city.renewal.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory the running program holds. */
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
                for (int session = 1; session < SESSIONS; session++) {
                    program.page();
                }
                long last = program.residentMegabytes();
                out.printf("after the first page: %d MB; with %d sessions: %d MB%n", first, SESSIONS, last);
            }
        } finally {
            StartedJar.remove(data);
        }
    }
}
