package city.renewal.bench;

import city.renewal.account.Actor;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
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
import org.jspecify.annotations.Nullable;

/** How long the forecast of a whole programme takes, from the rows on disk to both finishes of every project. */
final class ProgrammeForecastBenchmark {

    private static final int PROJECTS = 1_000;
    private static final int TASKS = 100;
    private static final int TASKS_A_SUMMARY = 10;
    private static final int DAY = 480;

    private final PrintStream out;

    /** @param out where the figures go */
    ProgrammeForecastBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path data = Files.createTempDirectory("forecast");
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Clock clock = Clock.systemDefaultZone();
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database, clock);
            List<Long> projects = fill(services, LocalDate.now(clock));
            Forecasts forecasts = services.get(Forecasts.class);
            Timing timing = Timing.of(2, 5, () -> forecasts.of(projects));
            out.printf(Locale.ROOT, "%,d tasks over %,d projects: %.0f ms (fastest %.0f), at most 2,000 wanted%n",
                    PROJECTS * TASKS, PROJECTS, timing.median(), timing.fastest());
        } finally {
            StartedJar.remove(data);
        }
    }

    private static List<Long> fill(Services services, LocalDate today) {
        List<Long> ids = new ArrayList<>();
        Plans plans = services.get(Plans.class);
        for (int project = 0; project < PROJECTS; project++) {
            String code = String.format(Locale.ROOT, "B%04d", project);
            long id = services.get(Projects.class)
                    .add(Actor.commandLine(), NewProject.named(code, "compound", "Compound " + code, "works")).id();
            plans.create(Actor.commandLine(), id, draft(today, project));
            plans.takeBaseline(Actor.commandLine(), id, "Promise", null);
            ids.add(id);
        }
        return ids;
    }

    /** Ten summaries of nine tasks, each after the one before; the first half begun at half its pace. */
    private static PlanDraft draft(LocalDate today, int project) {
        LocalDate start = today.minusDays(60);
        List<PlanDraft.TaskDraft> tasks = new ArrayList<>();
        List<PlanDraft.LinkDraft> links = new ArrayList<>();
        int summary = 0;
        int last = 0;
        for (int key = 1; key <= TASKS; key++) {
            if (key % TASKS_A_SUMMARY == 1) {
                summary = key;
                tasks.add(task(key, null, null, 0));
                continue;
            }
            int days = 3 + (key * 7 + project) % 12;
            tasks.add(task(key, summary, key < TASKS / 2 ? start.plusDays(key % 30) : null, days));
            if (last > 0) {
                links.add(new PlanDraft.LinkDraft(last, key, key % 3 == 0 ? LinkType.START_TO_START
                        : LinkType.FINISH_TO_START, 0, false));
            }
            last = key;
        }
        return new PlanDraft(start, today.minusDays(1), true, null,
                List.of(new PlanDraft.CalendarDraft(1, "Week", WorkCalendar.mondayToFriday())), tasks, links,
                List.of(), List.of());
    }

    private static PlanDraft.TaskDraft task(int key, @Nullable Integer parent, @Nullable LocalDate begun, int days) {
        TaskInput input = new TaskInput(null, key, null, "Task " + key, null, null, null, false, days * DAY,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal("100"), "m", null, null, null,
                null);
        return new PlanDraft.TaskDraft(key, parent, null, null, input,
                begun == null ? BigDecimal.ZERO : new BigDecimal("50"), begun, null,
                begun == null ? null : days * DAY / 2, null);
    }
}
