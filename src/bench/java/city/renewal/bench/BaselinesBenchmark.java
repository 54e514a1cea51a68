package city.renewal.bench;

import city.renewal.account.Actor;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.baseline.Baselines;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanLine;
import city.renewal.plan.baseline.PlanVersion;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Two baselines side by side: the comparison alone as it grows, and with what it reads from the database. */
final class BaselinesBenchmark {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int TASKS = 10_000;
    private static final int PROMISED_MILLIS = 300;
    private static final int BRANCH = 20;

    private final PrintStream out;

    BaselinesBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        growth();
        stored();
    }

    private void growth() throws Exception {
        out.printf(Locale.ROOT, "%10s %12s %12s %14s%n", "tasks", "median ms", "fastest ms", "ns per task");
        for (int tasks : new int[] {1_000, TASKS, 100_000}) {
            List<PlanLine> left = lines(tasks, new Random(1));
            List<PlanLine> right = lines(tasks, new Random(2));
            Timing time = Timing.of(20, 11, () -> PlanComparison.between(left, right).totals());
            out.printf(Locale.ROOT, "%,10d %12.2f %12.2f %14.0f%n", tasks, time.median(), time.fastest(),
                    time.median() * 1e6 / tasks);
        }
    }

    private static List<PlanLine> lines(int tasks, Random random) {
        List<PlanLine> lines = new ArrayList<>(tasks);
        for (long id = 1; id <= tasks; id++) {
            LocalDate start = START.plusDays(random.nextInt(400));
            int days = 1 + random.nextInt(20);
            if (random.nextInt(50) > 0) {
                lines.add(new PlanLine(id, null, "Task " + id, null, start, start.plusDays(days), WorkingTime.days(days),
                        BigDecimal.valueOf(random.nextInt(500)), "m", false, false));
            }
        }
        return lines;
    }

    private void stored() throws Exception {
        Path directory = Files.createTempDirectory("renewal-bench");
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    Clock.system(ZoneId.of("Asia/Shanghai")));
            Actor planner = Actor.commandLine();
            Project project = services.get(Projects.class).add(planner,
                    NewProject.named("BENCH", "compound", "Benchmark", "works"));
            Plans plans = services.get(Plans.class);
            plans.create(planner, project.id(), plan());
            plans.takeBaseline(planner, project.id(), "First", null);
            plans.takeBaseline(planner, project.id(), "Second", "For the benchmark");
            Baselines baselines = services.get(Baselines.class);
            PlanVersion first = new PlanVersion(1);
            Timing two = Timing.of(5, 9, () -> baselines.compare(project.id(), first, new PlanVersion(2))
                    .comparison().totals());
            Timing today = Timing.of(2, 9, () -> baselines.compare(project.id(), first, PlanVersion.NOW)
                    .comparison().totals());
            report("two baselines, from the database to the totals", two);
            report("a baseline and the plan as it stands", today);
        } finally {
            remove(directory);
        }
    }

    private void report(String what, Timing time) {
        out.printf(Locale.ROOT, "%,d tasks, %s: median %.0f ms, fastest %.0f ms, promised %d ms: %s%n", TASKS, what,
                time.median(), time.fastest(), PROMISED_MILLIS,
                time.median() <= PROMISED_MILLIS ? "kept" : "NOT KEPT");
    }

    /** Summaries of twenty tasks each, one after the other. */
    private static PlanDraft plan() {
        List<PlanDraft.TaskDraft> tasks = new ArrayList<>(TASKS);
        List<PlanDraft.LinkDraft> links = new ArrayList<>(TASKS);
        int summary = 0;
        for (int key = 1; key <= TASKS; key++) {
            boolean top = key % (BRANCH + 1) == 1;
            summary = top ? key : summary;
            tasks.add(new PlanDraft.TaskDraft(key, top ? null : summary, null, null,
                    TaskInput.work(key, "Task " + key, WorkingTime.days(1 + key % 5)), BigDecimal.ZERO, null, null, null,
                    null));
            if (!top && key - 1 > summary) {
                links.add(new PlanDraft.LinkDraft(key - 1, key, LinkType.FINISH_TO_START, 0, false));
            }
        }
        return new PlanDraft(START, null, false, null,
                List.of(new PlanDraft.CalendarDraft(1, "Every day", WorkCalendar.everyDay())), tasks, links, List.of(),
                List.of());
    }

    private static void remove(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
