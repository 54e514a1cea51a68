package city.renewal.bench;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.project.Kinds;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One edit in a large plan, from the key in the browser to the new bars on its screen, server and database on the same
 * machine; and the memory that a session holds for a plan that is open. Needs the packaged jar and Chromium.
 */
final class EditBenchmark {

    private static final int TASKS = 5_000;
    private static final int OPEN_TASKS = 10_000;
    private static final int FIRST = 20;
    private static final int WARM_UP = 100;
    private static final int RUNS = 60;
    private static final double LIMIT_MILLIS = 100;
    private static final double LIMIT_MEGABYTES = 10;
    private static final int PER_SUMMARY = 20;
    private static final String CODE = "LARGE";
    private static final String PASSWORD = "only-for-this-benchmark";

    /** Milliseconds from an edit's event to the frame after its answer was drawn. */
    private static final String WATCH = """
            () => {
              const gantt = document.querySelector('renewal-gantt');
              let begin = 0;
              window.edits = [];
              gantt.addEventListener('gantt-edit', () => { begin = performance.now(); }, true);
              const accept = gantt.acceptEdit.bind(gantt);
              gantt.acceptEdit = (edit, changes) => {
                accept(edit, changes);
                requestAnimationFrame(() => setTimeout(() => window.edits.push(performance.now() - begin)));
              };
            }""";

    private final PrintStream out;

    /** @param out where the figures go */
    EditBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        Path data = Files.createTempDirectory("edit");
        try {
            fill(data, TASKS);
            try (StartedJar program = new StartedJar(data, List.of())) {
                measure(program);
            }
            measureSession();
        } finally {
            StartedJar.remove(data);
        }
    }

    private void measure(StartedJar program) {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
            String base = program.address().toString();
            page.navigate(base + "login");
            page.locator("vaadin-login-form input[name=username]").fill("planner");
            page.locator("vaadin-login-form input[name=password]").fill(PASSWORD);
            page.locator("vaadin-login-form vaadin-button[theme~='submit']").click();
            page.waitForURL("**/desk");
            page.navigate(base + "desk/plan/" + CODE);
            page.locator("renewal-gantt .gantt_row").nth(2).click();
            page.locator(".task-panel h2").first().waitFor();
            page.evaluate(WATCH);
            for (int edit = 1; edit <= WARM_UP + RUNS; edit++) {
                page.keyboard().press("Shift+ArrowRight");
                page.waitForFunction("count => window.edits.length >= count", edit);
            }
            List<?> times = (List<?>) page.evaluate("() => window.edits");
            print("the first " + FIRST + " of a new server", times.subList(0, FIRST));
            print("after " + WARM_UP + " others", times.subList(WARM_UP, times.size()));
        }
    }

    private void print(String which, List<?> edits) {
        double[] times = edits.stream().mapToDouble(time -> ((Number) time).doubleValue()).sorted().toArray();
        double median = times[times.length / 2];
        out.printf(Locale.ROOT, "edit: one task of %,d moved, event to bars, %s: median %.0f ms (%.0f to %.0f), "
                + "%.2f of the limit of %.0f ms%n", TASKS, which, median, times[0], times[times.length - 1],
                median / LIMIT_MILLIS, LIMIT_MILLIS);
    }

    /** What a page holds for its session: the plan and the chart's rows. */
    private void measureSession() throws IOException {
        Path data = Files.createTempDirectory("open");
        try {
            long projectId = fill(data, OPEN_TASKS);
            try (Database database = Database.open(DatabaseSettings.embedded(data))) {
                Services services = services(database);
                Formats formats = new Formats(new Messages(), Locale.SIMPLIFIED_CHINESE, LocalDate.now(Clock.systemUTC()));
                PlanGantt drawing = new PlanGantt(services.get(Kinds.class), formats, key -> key);
                open(services, drawing, projectId);
                List<Object[]> sessions = new ArrayList<>();
                long before = used();
                for (int session = 0; session < 5; session++) {
                    sessions.add(open(services, drawing, projectId));
                }
                double megabytes = (used() - before) / 1e6 / sessions.size();
                out.printf(Locale.ROOT, "edit: an open plan of %,d tasks holds %.1f MB a session, %.2f of the aim of %.0f MB%n",
                        OPEN_TASKS, megabytes, megabytes / LIMIT_MEGABYTES, LIMIT_MEGABYTES);
            }
        } finally {
            StartedJar.remove(data);
        }
    }

    private static Object[] open(Services services, PlanGantt drawing, long projectId) {
        PlanSnapshot plan = services.get(Plans.class).read(projectId);
        GanttChart chart = new GanttChart();
        chart.setModel(drawing.forEditors(plan));
        return new Object[] {plan, chart};
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Services services(Database database) {
        return new Services(Configuration.read(Map.of(), Map.of(), null), database, Clock.systemUTC());
    }

    private static long fill(Path data, int tasks) {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = services(database);
            Actor planner = services.get(Accounts.class).add(Actor.commandLine(), "planner", "Planner", Role.PLANNER,
                    PASSWORD).actor();
            long projectId = services.get(Projects.class)
                    .add(planner, NewProject.named(CODE, "compound", "Large", "works")).id();
            services.get(Plans.class).create(planner, projectId, draft(tasks));
            return projectId;
        }
    }

    /** Summaries of twenty tasks in a chain. */
    private static PlanDraft draft(int tasks) {
        List<TaskDraft> drafts = new ArrayList<>();
        List<LinkDraft> links = new ArrayList<>();
        for (int key = 1; key <= tasks; key++) {
            int summary = (key - 1) / (PER_SUMMARY + 1) * (PER_SUMMARY + 1) + 1;
            boolean head = key == summary;
            drafts.add(new TaskDraft(key, head ? null : summary, null, null,
                    TaskInput.work(key, (head ? "Building " : "Work ") + key, 480 * (1 + key % 5)), BigDecimal.ZERO, null,
                    null, null, null));
            if (!head && key > summary + 1) {
                links.add(new LinkDraft(key - 1, key, LinkType.FINISH_TO_START, 0, false));
            }
        }
        return new PlanDraft(LocalDate.of(2026, 3, 2), null, false, null,
                List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())), drafts, links, List.of(), List.of());
    }
}
