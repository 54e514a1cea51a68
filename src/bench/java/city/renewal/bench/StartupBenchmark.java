package city.renewal.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long the jar takes from its start to its first page, the demonstration being loaded already. */
final class StartupBenchmark {

    private static final double LIMIT_MILLIS = 2_500;
    private static final int RUNS = 5;
    private static final Path CACHE = Path.of("target", "renewal-console.cache");

    private final PrintStream out;

    /** @param out where the figures go */
    StartupBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("startup");
        try {
            new StartedJar(data, List.of()).close();
            double plain = median(data, List.of());
            out.printf(Locale.ROOT, "plain: median of %d starts %.0f ms, %.2f of the limit of %.0f ms%n", RUNS, plain,
                    plain / LIMIT_MILLIS, LIMIT_MILLIS);
            if (cacheFits()) {
                double cached = median(data, List.of(Runtime.version().feature() >= 25
                        ? "-XX:AOTCache=" + CACHE : "-XX:SharedArchiveFile=" + CACHE, "-Xlog:disable"));
                out.printf(Locale.ROOT, "with the class cache: %.0f ms, %.2f of the plain start%n", cached,
                        cached / plain);
            } else {
                out.println("with the class cache: none for this jar; ./run.sh jar makes it");
            }
        } finally {
            StartedJar.remove(data);
        }
    }

    /** A cache of an older jar is passed over by the virtual machine, at a cost. */
    private static boolean cacheFits() throws IOException {
        return Files.exists(CACHE)
                && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(StartedJar.JAR)) > 0;
    }

    private static double median(Path data, List<String> flags) throws IOException, InterruptedException {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            try (StartedJar program = new StartedJar(data, flags)) {
                program.page();
                millis[run] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
