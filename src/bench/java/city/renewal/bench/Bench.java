package city.renewal.bench;

import city.renewal.plan.interchange.ScheduleAgreementBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs benchmarks by name: {@code Bench [name [argument…]]…}; all that need no arguments when none is named. */
public final class Bench {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new Benchmark("schedule", "scheduling, warm, from the records of a network to the dates of every task",
                    false, (arguments, out) -> new ScheduleBenchmark(out).run()),
            new Benchmark("schedule-agreement", "DIR: our dates against those stored in planning files",
                    true, (arguments, out) -> ScheduleAgreementBench.main(arguments)),
            new Benchmark("baselines", "two baselines of 10,000 tasks side by side",
                    false, (arguments, out) -> new BaselinesBenchmark(out).run()),
            new Benchmark("programme-forecast", "both finishes of 1,000 projects of 100 tasks, read from the database",
                    false, (arguments, out) -> new ProgrammeForecastBenchmark(out).run()),
            new Benchmark("consent-count", "the count of 5,000 households that voted on 20 items, read from the database",
                    false, (arguments, out) -> new ConsentCountBenchmark(out).run()),
            new Benchmark("gantt", "10,000 tasks in headless Chromium: first paint and scrolling",
                    false, (arguments, out) -> GanttBench.run()),
            new Benchmark("edit", "one edit in a plan of 5,000 tasks, from the browser's event to its new bars; memory a session",
                    false, (arguments, out) -> new EditBenchmark(out).run()),
            new Benchmark("confirm", "day sheets confirmed, each on disk, against the bare database",
                    false, (arguments, out) -> new ConfirmBenchmark(out).run()),
            new Benchmark("photos", "the packaged jar: 50 photos of 12 megapixels at once, with a heap of 192 MB",
                    false, (arguments, out) -> new PhotosBenchmark(out).run()),
            new Benchmark("day-sheet", "the day sheet on a phone after its first use, with the server and without a network",
                    false, (arguments, out) -> new DaySheetBenchmark(out).run()),
            new Benchmark("grid-routing", "from a place to its grid and worker, with 16,123 grids",
                    false, (arguments, out) -> new GridRoutingBenchmark(out).run()),
            new Benchmark("startup", "the packaged jar from its start to its first page, demonstration loaded",
                    false, (arguments, out) -> new StartupBenchmark(out).run()),
            new Benchmark("memory", "resident set of the packaged jar, after its start and with 50 open pages",
                    false, (arguments, out) -> new MemoryBenchmark(out).run()),
            new Benchmark("notice-page",
                    "the page at the door beside nginx with the same bytes, made anew, and while reports are confirmed",
                    false, (arguments, out) -> new NoticePageBenchmark(out).run()),
            new Benchmark("live", "the packaged jar: from one planner's change to another person's screen",
                    false, (arguments, out) -> new LiveBenchmark(out).run()));

    private Bench() {
    }

    /** @param names names and their arguments, in one word or many */
    public static void main(String... names) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(out);
        List<String> words = Arrays.stream(names).flatMap(word -> Arrays.stream(word.split("\\s+")))
                .filter(word -> !word.isEmpty()).toList();
        if (!words.isEmpty() && named(words.getFirst()).isEmpty()) {
            out.println("No benchmark '" + words.getFirst() + "'. There are:");
            BENCHMARKS.forEach(each -> out.println("  " + each.name() + ": " + each.about()));
            System.exit(2);
        }
        out.println(Machine.described());
        if (words.isEmpty()) {
            for (Benchmark each : BENCHMARKS) {
                if (!each.needsArguments()) {
                    run(each, List.of(), out);
                }
            }
        }
        for (int at = 0; at < words.size(); ) {
            Benchmark next = named(words.get(at++)).orElseThrow();
            List<String> arguments = new ArrayList<>();
            while (at < words.size() && named(words.get(at)).isEmpty()) {
                arguments.add(words.get(at++));
            }
            run(next, arguments, out);
        }
    }

    private static void run(Benchmark benchmark, List<String> arguments, PrintStream out) throws Exception {
        out.println();
        out.println("== " + benchmark.name() + ": " + benchmark.about());
        if (benchmark.needsArguments() && arguments.isEmpty()) {
            out.println("Nothing to do without " + benchmark.about());
            return;
        }
        benchmark.work().run(arguments.toArray(String[]::new), out);
    }

    private static Optional<Benchmark> named(String name) {
        return BENCHMARKS.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
