package city.renewal.bench;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Day sheets of three reports confirmed one after the other, each on disk before the next, against the bare database
 * that writes the same ten rows of a sheet by prepared statements, in turns on the same tables. Both commit once a sheet.
 */
final class ConfirmBenchmark {

    private static final int TASKS = 60;
    private static final int LINES = 3;
    private static final int SHEETS = 100;
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 5;
    private static final int DAY = 480;

    private final PrintStream out;
    private List<Long> tasks = List.of();
    private long project;

    /** @param out where the figures go */
    ConfirmBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path data = Files.createTempDirectory("confirm");
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Clock clock = Clock.systemDefaultZone();
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database, clock);
            Actor engineer = join(services, "engineer", Role.ENGINEER);
            Actor supervisor = join(services, "supervisor", Role.SUPERVISOR);
            LocalDate today = LocalDate.now(clock);
            fill(services, "WARM", today);
            for (int round = 0; round < WARM_UP; round++) {
                bare(database, sheets(services, engineer, today), supervisor);
                ours(services, sheets(services, engineer, today), supervisor);
            }
            fill(services, "BENCH", today);
            double best = 0;
            double bareBest = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                double bare = bare(database, sheets(services, engineer, today), supervisor);
                double ours = ours(services, sheets(services, engineer, today), supervisor);
                out.printf(Locale.ROOT, "round %d: %.0f sheets a second; bare database %.0f; ratio %.2f%n", round,
                        ours, bare, ours / bare);
                best = Math.max(best, ours);
                bareBest = Math.max(bareBest, bare);
            }
            out.printf(Locale.ROOT, "best: %.0f sheets (%.0f reports) a second, %.2f of the bare database; at least "
                    + "0.33 wanted%n", best, best * LINES, best / bareBest);
        } finally {
            StartedJar.remove(data);
        }
    }

    private static Actor join(Services services, String login, Role role) {
        return services.get(Accounts.class).add(Actor.commandLine(), login, login, role, "a long password").actor();
    }

    private void fill(Services services, String code, LocalDate today) {
        project = services.get(Projects.class)
                .add(Actor.commandLine(), NewProject.named(code, "compound", "Compound", "works")).id();
        List<PlanDraft.TaskDraft> drafts = IntStream.rangeClosed(1, TASKS).mapToObj(ConfirmBenchmark::task).toList();
        List<PlanDraft.LinkDraft> links = IntStream.range(1, TASKS)
                .mapToObj(key -> new PlanDraft.LinkDraft(key, key + 1, LinkType.START_TO_START, 0, false)).toList();
        tasks = List.copyOf(services.get(Plans.class).create(Actor.commandLine(), project, new PlanDraft(
                today.minusDays(30), today.minusDays(1), true, null,
                List.of(new PlanDraft.CalendarDraft(1, "Week", WorkCalendar.mondayToFriday())), drafts, links,
                List.of(), List.of())).values());
    }

    private static PlanDraft.TaskDraft task(int key) {
        TaskInput input = new TaskInput(null, key, null, "Task " + key, null, null, null, false, 90 * DAY,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal("1000000"), "m", null, null, null,
                null);
        return new PlanDraft.TaskDraft(key, null, null, null, input, BigDecimal.ZERO, null, null, null, null);
    }

    /** @return the reports of each sheet */
    private List<List<Long>> sheets(Services services, Actor engineer, LocalDate today) {
        List<List<Long>> sheets = new ArrayList<>();
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            int first = sheet * LINES;
            sheets.add(services.get(DaySheets.class).submit(engineer, new NewDaySheet(project, today, 9, List.of(),
                    "sunny", Set.of(), null, IntStream.range(first, first + LINES)
                            .mapToObj(line -> new NewDaySheet.Line(tasks.get(line % TASKS), BigDecimal.ONE, null, null))
                            .toList())).reports().stream().map(SiteReport::id).toList());
        }
        return sheets;
    }

    private static double ours(Services services, List<List<Long>> sheets, Actor supervisor) {
        SiteReports reports = services.get(SiteReports.class);
        long before = System.nanoTime();
        for (List<Long> sheet : sheets) {
            if (reports.confirmAll(supervisor, sheet).confirmed().size() != LINES) {
                throw new IllegalStateException("A report was not confirmed");
            }
        }
        return SHEETS / ((System.nanoTime() - before) / 1e9);
    }

    private double bare(Database database, List<List<Long>> sheets, Actor supervisor) throws SQLException {
        try (Handle handle = database.jdbi().open();
             Connection connection = handle.getConnection();
             PreparedStatement plan = connection.prepareStatement(
                     "UPDATE plan SET revision = revision + 1 WHERE project_id = ?");
             PreparedStatement report = connection.prepareStatement("""
                     UPDATE site_report
                        SET state = 'CONFIRMED', claimed_quantity = quantity, decider_id = ?, decided_at = ?
                      WHERE id = ?""");
             PreparedStatement task = connection.prepareStatement("""
                     UPDATE task SET confirmed_quantity = confirmed_quantity + 1,
                            submitted_quantity = submitted_quantity - 1
                      WHERE id = ?""");
             PreparedStatement audit = connection.prepareStatement("""
                     INSERT INTO audit_entry (happened_at, actor, action, subject, before_text, after_text)
                     VALUES (?, 'supervisor', 'report.confirm', ?, 'SUBMITTED 1', 'CONFIRMED 1')""")) {
            connection.setAutoCommit(false);
            long before = System.nanoTime();
            int line = 0;
            for (List<Long> sheet : sheets) {
                OffsetDateTime now = OffsetDateTime.now();
                run(plan, project);
                for (long id : sheet) {
                    run(report, supervisor.accountId(), now, id);
                    run(task, tasks.get(line++ % TASKS));
                    run(audit, now, "report:" + id);
                }
                connection.commit();
            }
            return SHEETS / ((System.nanoTime() - before) / 1e9);
        }
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }
}
