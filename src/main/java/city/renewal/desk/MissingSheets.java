package city.renewal.desk;

import city.renewal.base.Words;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing;
import city.renewal.plan.Task;
import city.renewal.site.PauseReason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The days on which work could have been done and nobody wrote anything, project by project. */
public final class MissingSheets {

    /** Calendar days before today that are looked at. */
    public static final int DAYS = 14;

    private final Dao dao;
    private final Plans plans;
    private final Clock clock;

    public MissingSheets(Jdbi jdbi, Plans plans, Clock clock) {
        this.dao = jdbi.onDemand(Dao.class);
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * A project under way with days that nobody wrote of.
     *
     * @param missing  those days, oldest first; neither holidays nor days on which its work is stopped
     * @param reason   the newest reason given for a pause, or null
     */
    public record Line(String code, Words project, List<LocalDate> missing, @Nullable PauseReason reason,
                       @Nullable OffsetDateTime reasonAt) {
    }

    /** @return in six statements the projects with missing days, most days first */
    public List<Line> lines() {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.minusDays(DAYS);
        Map<Long, Project> projects = dao.projects().stream()
                .collect(Collectors.toMap(Project::id, Function.identity()));
        Map<Long, Set<LocalDate>> written = dao.written(from).stream().collect(Collectors.groupingBy(
                Written::projectId, Collectors.mapping(Written::writtenOn, Collectors.toSet())));
        List<Line> lines = new ArrayList<>();
        for (PlanSnapshot plan : plans.read(projects.keySet())) {
            Project project = projects.get(plan.head().projectId());
            Set<LocalDate> known = written.getOrDefault(project.id(), Set.of());
            List<LocalDate> missing = Standing.workableDays(plan, later(from, begun(plan)), today)
                    .filter(day -> !known.contains(day))
                    .toList();
            if (!missing.isEmpty()) {
                lines.add(new Line(project.code(), new Words(project.name(), project.nameEn()), missing,
                        project.reason(), project.reasonAt()));
            }
        }
        lines.sort(Comparator.comparingInt((Line line) -> -line.missing().size()).thenComparing(Line::code));
        return List.copyOf(lines);
    }

    /** @return the first day worked, or null while nothing has begun */
    private static @Nullable LocalDate begun(PlanSnapshot plan) {
        Set<LocalDate> starts = new HashSet<>();
        for (Task task : plan.tasks()) {
            if (task.dates().actualStartOn() != null) {
                starts.add(task.dates().actualStartOn());
            }
        }
        return starts.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private LocalDate later(LocalDate from, @Nullable LocalDate begun) {
        return begun == null ? LocalDate.now(clock) : begun.isAfter(from) ? begun : from;
    }

    /** A project with a running plan. */
    public record Project(long id, String code, String name, @Nullable String nameEn, @Nullable PauseReason reason,
                          @Nullable OffsetDateTime reasonAt) {
    }

    /** A day of which somebody wrote. */
    public record Written(long projectId, LocalDate writtenOn) {
    }

    interface Dao {
        @SqlQuery("""
                SELECT p.id, p.code, p.name, p.name_en, s.category AS reason, s.given_at AS reason_at
                  FROM project p
                  JOIN plan l ON l.project_id = p.id AND l.follows_today = TRUE
                  LEFT JOIN site_pause s ON s.id = (SELECT MAX(n.id) FROM site_pause n WHERE n.project_id = p.id)
                 ORDER BY p.code""")
        @RegisterConstructorMapper(Project.class)
        List<Project> projects();

        @SqlQuery("""
                SELECT DISTINCT project_id, report_on AS written_on
                  FROM site_report
                 WHERE report_on >= :from AND state <> 'RETURNED'
                UNION
                SELECT project_id, sheet_on
                  FROM day_sheet
                 WHERE sheet_on >= :from""")
        @RegisterConstructorMapper(Written.class)
        List<Written> written(LocalDate from);
    }
}
