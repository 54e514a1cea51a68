package city.renewal.visit;

import city.renewal.base.Finding;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Looks for appointments that the program would not have made. */
public final class VisitCheck {

    private final Dao dao;
    private final VisitDays days;
    private final Projects projects;
    private final ZoneId zone;

    VisitCheck(Jdbi jdbi, VisitDays days, Projects projects, ZoneId zone) {
        this.dao = jdbi.onDemand(Dao.class);
        this.days = days;
        this.projects = projects;
        this.zone = zone;
    }

    /** What a finding names: the project's code, and two numbers of which the texts say what they are. */
    public record Found(String project, long id, long other) {
    }

    /** An appointment with its times. */
    public record Timed(String project, long id, String workType, OffsetDateTime startsAt, OffsetDateTime moment) {
    }

    /** @return what is wrong; empty when all is well */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        add(findings, "check.visit.slot", dao.unfitSlots());
        add(findings, "check.visit.overlap", dao.overlaps());
        add(findings, "check.visit.full", dao.overfull());
        add(findings, "check.visit.withdrawn", dao.withdrawn());
        add(findings, "check.visit.elsewhere", dao.elsewhere());
        add(findings, "check.visit.twice", dao.twice());
        add(findings, "check.visit.late", dao.late());
        add(findings, "check.visit.mark", dao.unfitMarks());
        dao.marksBefore().stream().filter(mark -> day(mark.moment()).isBefore(day(mark.startsAt())))
                .forEach(mark -> findings.add(new Finding("check.visit.early", mark.project(), text(mark.id()))));
        add(findings, "check.visit.moved", dao.unfitMoves());
        barred(findings);
        add(findings, "check.visit.link", dao.foreignTasks());
        add(findings, "check.visit.report", dao.unfitReports());
        add(findings, "check.visit.counted", dao.countedTwice());
        return findings;
    }

    private static void add(List<Finding> findings, String key, List<Found> found) {
        found.forEach(each -> findings.add(new Finding(key, each.project(), text(each.id()), text(each.other()))));
    }

    /** A day may be barred after it was booked, and is pointed out then; nobody books one that is barred. */
    private void barred(List<Finding> findings) {
        Map<String, List<Timed>> booked = dao.booked().stream()
                .collect(Collectors.groupingBy(Timed::project, TreeMap::new, Collectors.toList()));
        booked.forEach((code, visits) -> {
            Project project = projects.get(code);
            List<Bar> bars = days.from(project, visits.stream().map(visit -> day(visit.startsAt()))
                    .min(Comparator.naturalOrder()).orElseThrow());
            visits.forEach(visit -> bars.stream()
                    .filter(bar -> bar.covers(day(visit.startsAt()), visit.workType()))
                    .filter(bar -> bar.since() != null && bar.since().isBefore(visit.moment()))
                    .findFirst()
                    .ifPresent(bar -> findings.add(new Finding("check.visit.barred", code, text(visit.id()),
                            bar.words().zh()))));
        });
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    private static String text(long id) {
        return String.valueOf(id);
    }

    @RegisterConstructorMapper(Found.class)
    @RegisterConstructorMapper(Timed.class)
    interface Dao {

        String LIVE = " state NOT IN ('MOVED', 'CANCELLED') ";

        String VISITS = """
                  FROM visit v
                  JOIN visit_slot s ON s.id = v.slot_id
                  JOIN visit_work w ON w.id = v.work_id
                  JOIN project p    ON p.id = s.project_id
                """;

        @SqlQuery("""
                SELECT p.code AS project, s.id, s.work_id AS other
                  FROM visit_slot s
                  JOIN visit_work w ON w.id = s.work_id
                  JOIN project p    ON p.id = s.project_id
                 WHERE s.ends_at <= s.starts_at OR s.capacity < 1 OR w.project_id <> s.project_id
                    OR NOT EXISTS (SELECT 1
                                     FROM visit_work_place b
                                    WHERE b.work_id = s.work_id AND b.place_id = s.place_id)
                 ORDER BY s.id""")
        List<Found> unfitSlots();

        @SqlQuery("""
                SELECT p.code AS project, a.id, b.id AS other
                  FROM visit_slot a
                  JOIN visit_slot b ON b.project_id = a.project_id AND b.crew = a.crew AND b.id <> a.id
                                   AND b.starts_at >= a.starts_at AND b.starts_at < a.ends_at
                                   AND (b.starts_at > a.starts_at OR b.id > a.id)
                  JOIN project p    ON p.id = a.project_id
                 WHERE a.withdrawn_at IS NULL AND b.withdrawn_at IS NULL
                 ORDER BY a.id, b.id""")
        List<Found> overlaps();

        @SqlQuery("""
                SELECT p.code AS project, s.id, COUNT(*) - s.capacity AS other
                """ + VISITS + " WHERE v." + LIVE + """
                 GROUP BY p.code, s.id, s.capacity
                HAVING COUNT(*) > s.capacity
                 ORDER BY s.id""")
        List<Found> overfull();

        @SqlQuery("SELECT p.code AS project, v.id, s.id AS other" + VISITS
                + " WHERE s.withdrawn_at IS NOT NULL AND v." + LIVE + " ORDER BY v.id")
        List<Found> withdrawn();

        @SqlQuery("SELECT p.code AS project, v.id, s.id AS other" + VISITS + """
                  JOIN household h ON h.id = v.household_id
                 WHERE v.work_id <> s.work_id OR h.place_id <> s.place_id OR h.stairwell <> s.stairwell
                 ORDER BY v.id""")
        List<Found> elsewhere();

        @SqlQuery("SELECT p.code AS project, v.id, n.id AS other" + VISITS + """
                  JOIN visit n ON n.household_id = v.household_id AND n.work_id = v.work_id AND n.id > v.id
                 WHERE v.state IN ('BOOKED', 'DONE') AND n.""" + LIVE + """
                 ORDER BY v.id, n.id""")
        List<Found> twice();

        @SqlQuery("SELECT p.code AS project, v.id, s.id AS other" + VISITS
                + " WHERE v.booked_at >= s.ends_at ORDER BY v.id")
        List<Found> late();

        @SqlQuery("SELECT p.code AS project, v.id, s.id AS other" + VISITS + """
                 WHERE v.state = 'BOOKED' AND v.ended_at IS NOT NULL OR v.state <> 'BOOKED' AND v.ended_at IS NULL
                 ORDER BY v.id""")
        List<Found> unfitMarks();

        @SqlQuery("SELECT p.code AS project, v.id, w.work_type, s.starts_at, v.ended_at AS moment" + VISITS + """
                 WHERE v.state IN ('DONE', 'NOT_HOME', 'DECLINED') AND v.ended_at < s.starts_at
                 ORDER BY v.id""")
        List<Timed> marksBefore();

        @SqlQuery("SELECT p.code AS project, v.id, COALESCE(n.id, 0) AS other" + VISITS + """
                  LEFT JOIN visit n ON n.moved_from = v.id
                 WHERE (v.state = 'MOVED') <> (n.id IS NOT NULL)
                    OR n.household_id <> v.household_id OR n.work_id <> v.work_id
                 ORDER BY v.id, n.id""")
        List<Found> unfitMoves();

        @SqlQuery("SELECT p.code AS project, v.id, w.work_type, s.starts_at, v.booked_at AS moment" + VISITS + """
                 WHERE v.state = 'BOOKED'
                 ORDER BY v.id""")
        List<Timed> booked();

        @SqlQuery("""
                SELECT p.code AS project, w.id, t.id AS other
                  FROM visit_work w
                  JOIN task t    ON t.id = w.task_id
                  JOIN project p ON p.id = w.project_id
                 WHERE t.project_id <> w.project_id
                 ORDER BY w.id""")
        List<Found> foreignTasks();

        /** One that says another number than it counts homes, or counts homes of another project or never visited. */
        @SqlQuery("""
                SELECT p.code AS project, r.id, n.homes AS other
                  FROM site_report r
                  JOIN project p ON p.id = r.project_id
                  JOIN (SELECT c.report_id, COUNT(*) FILTER (WHERE c.counted = TRUE) AS homes,
                               COUNT(*) FILTER (WHERE v.state = 'BOOKED' OR v.state = 'MOVED' OR v.state = 'CANCELLED')
                                   AS unmarked,
                               MIN(w.project_id) AS first_project, MAX(w.project_id) AS last_project
                          FROM visit_report c
                          JOIN visit v      ON v.id = c.visit_id
                          JOIN visit_work w ON w.id = v.work_id
                         GROUP BY c.report_id) n ON n.report_id = r.id
                 WHERE n.homes <> COALESCE(r.claimed_quantity, r.quantity) OR n.unmarked > 0
                    OR n.first_project <> r.project_id OR n.last_project <> r.project_id
                 ORDER BY r.id""")
        List<Found> unfitReports();

        @SqlQuery("SELECT p.code AS project, v.id, COUNT(*) AS other" + VISITS + "  JOIN "
                + VisitReportDao.COUNTED + """
                       n ON n.visit_id = v.id
                 GROUP BY p.code, v.id
                HAVING COUNT(*) > 1
                 ORDER BY v.id""")
        List<Found> countedTwice();
    }
}
