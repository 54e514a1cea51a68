package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.ProjectPeople;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.visit.HomesDone.Slip;
import city.renewal.visit.VisitReportDao.Home;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Homes that were done, as site reports of the task that their work is linked to. Such a report is like any other: it
 * waits for the supervisor, and counts once it is confirmed. A home is counted once, however often somebody asks; one
 * in a report that was returned is free again.
 */
public final class VisitReports {

    private final Jdbi jdbi;
    private final SlotDao slots;
    private final VisitReportDao dao;
    private final VisitWorks works;
    private final SiteReports reports;
    private final ProjectPeople people;
    private final ChangeFeed feed;
    private final Clock clock;

    VisitReports(Jdbi jdbi, VisitWorks works, SiteReports reports, ProjectPeople people, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.slots = jdbi.onDemand(SlotDao.class);
        this.dao = jdbi.onDemand(VisitReportDao.class);
        this.works = works;
        this.reports = reports;
        this.people = people;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * @return what was done on the day and what reports say of it, for each work that is linked to a task and has had
     *         a home done or counted on it
     * @throws Refusal when the actor may not see the project's homes
     */
    public List<HomesDone> of(Actor actor, long projectId, LocalDate day) {
        actor.require(Visits.ON_SITE);
        people.require(actor, projectId);
        Map<Long, BigDecimal> reported = dao.linked(projectId, day).stream()
                .collect(Collectors.toMap(VisitReportDao.Linked::workId, VisitReportDao.Linked::reported));
        if (reported.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Home>> homes = homes(projectId, day).stream().collect(Collectors.groupingBy(Home::workId));
        Map<Long, List<Slip>> slips = dao.slips(projectId, day).stream()
                .map(stored -> new Slip(stored.reportId(), stored.workId(), stored.quantity(), stored.done(),
                        stored.confirmed()))
                .collect(Collectors.groupingBy(Slip::workId));
        Map<Long, WorkTask> tasks = works.tasks(projectId).stream()
                .collect(Collectors.toMap(WorkTask::id, task -> task));
        return works.of(projectId).stream()
                .filter(work -> reported.containsKey(work.id()) && homes.containsKey(work.id()))
                .map(work -> new HomesDone(work, tasks.get(work.taskId()),
                        (int) homes.get(work.id()).stream().filter(Home::done).count(),
                        (int) homes.get(work.id()).stream().filter(Home::left).count(),
                        reported.get(work.id()), slips.getOrDefault(work.id(), List.of())))
                .toList();
    }

    /**
     * Days before today with homes done that nobody has reported: works that are linked to a task, whose reports for
     * the day come to less than was done. Somebody may have reported homes by hand, which is as good.
     *
     * @return the earliest first; none when the actor does not work on the project
     * @throws Refusal when the actor's role never sees homes
     */
    public List<UnreportedDay> unreported(Actor actor, long projectId) {
        actor.require(Visits.ON_SITE);
        if (!people.open(actor, projectId)) {
            return List.of();
        }
        Map<TaskDay, Count> found = dao.done(projectId, start(LocalDate.now(clock))).stream()
                .collect(Collectors.toMap(each -> new TaskDay(each.taskId(),
                        each.startsAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
                        each -> new Count(each.done(), each.unreported()), Count::plus, HashMap::new));
        found.values().removeIf(count -> count.unreported == 0);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<TaskDay, BigDecimal> reported = dao.reported(
                found.keySet().stream().map(TaskDay::taskId).collect(Collectors.toSet()),
                found.keySet().stream().map(TaskDay::day).min(Comparator.naturalOrder()).orElseThrow()).stream()
                .collect(Collectors.toMap(each -> new TaskDay(each.taskId(), each.reportOn()),
                        VisitReportDao.Reported::quantity));
        Map<LocalDate, Integer> days = new TreeMap<>();
        found.forEach((of, count) -> {
            if (reported.getOrDefault(of, BigDecimal.ZERO).compareTo(BigDecimal.valueOf(count.done)) < 0) {
                days.merge(of.day, count.unreported, Integer::sum);
            }
        });
        return days.entrySet().stream().map(each -> new UnreportedDay(each.getKey(), each.getValue())).toList();
    }

    private record TaskDay(long taskId, LocalDate day) {
    }

    private record Count(int done, int unreported) {

        Count plus(Count more) {
            return new Count(done + more.done, unreported + more.unreported);
        }
    }

    private List<Home> homes(long projectId, LocalDate day) {
        return dao.homes(projectId, start(day), start(day.plusDays(1)));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /**
     * Reports the homes of a work that were done on the day and are in no report yet.
     *
     * @param overReason why more is done than planned; needed when the sum of all reports passes the plan
     * @param formats    in whose language the report says where its quantity comes from
     * @return the report, which waits for the supervisor
     * @throws Refusal {@code visit.report.none} when all are reported; {@code visit.report.unlinked} when the work is
     *                 linked to no task; {@code visit.report.task} when the plan has the task no longer, or no longer
     *                 in homes; and as {@link SiteReports#submit}. Nothing is stored then
     */
    public SiteReport report(Actor actor, long workId, LocalDate day, @Nullable String overReason, Formats formats) {
        SiteReports.requireAuthor(actor);
        VisitWork asked = works.get(workId);
        people.require(actor, asked.projectId());
        return store(actor, asked.projectId(), () -> {
            VisitWork work = works.get(workId);
            Long task = work.taskId();
            if (task == null) {
                throw new Refusal("visit.report.unlinked");
            }
            if (works.tasks(work.projectId()).stream().noneMatch(each -> each.id() == task)) {
                throw new Refusal("visit.report.task");
            }
            List<Home> left = homes(work.projectId(), day).stream()
                    .filter(home -> home.workId() == workId && home.left()).toList();
            if (left.isEmpty()) {
                throw new Refusal("visit.report.none");
            }
            SiteReport report = reports.submitInside(actor, new NewReport(task, day, BigDecimal.valueOf(left.size()),
                    null, null, text(formats, "visit.report.remark", work.titles().in(formats.locale()), left.size(),
                    where(left, formats)), overReason, null));
            dao.add(report.id(), ids(left), true);
            return report;
        });
    }

    /**
     * Corrects a confirmed report that counts homes of which the crew said later that they are not done, down to those
     * that are. The correction waits for the supervisor, as every one does.
     *
     * @param formats in whose language the report says why
     * @throws Refusal {@code visit.report.right} when all its homes are done, and as {@link SiteReports#submit}
     */
    public SiteReport correct(Actor actor, long reportId, Formats formats) {
        SiteReports.requireAuthor(actor);
        SiteReport asked = reports.get(reportId);
        return store(actor, asked.projectId(), () -> {
            List<Home> counted = dao.counted(reportId);
            List<Home> done = counted.stream().filter(Home::done).toList();
            List<Home> undone = counted.stream().filter(home -> !home.done()).toList();
            if (undone.isEmpty()) {
                throw new Refusal("visit.report.right");
            }
            SiteReport correction = reports.submitInside(actor, new NewReport(asked.taskId(), asked.reportOn(),
                    BigDecimal.valueOf(done.size()), null, null,
                    text(formats, "visit.report.correction", undone.size(), where(undone, formats)), null, null,
                    reportId));
            dao.add(correction.id(), ids(done), true);
            dao.add(correction.id(), ids(undone), false);
            return correction;
        });
    }

    private SiteReport store(Actor actor, long projectId, Supplier<SiteReport> work) {
        SiteReport stored = jdbi.inTransaction(handle -> {
            slots.lock(projectId);
            return work.get();
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of(stored.taskId())));
        return stored;
    }

    private static List<Long> ids(List<Home> homes) {
        return homes.stream().map(Home::visitId).toList();
    }

    /** Stairwells with their homes, never doors: residents can read a report. */
    private static String where(List<Home> homes, Formats formats) {
        Map<String, Integer> stairwells = new LinkedHashMap<>();
        homes.forEach(home -> stairwells.merge(text(formats, "visit.sheet.stairwell",
                home.buildings().in(formats.locale()), home.stairwell()), 1, Integer::sum));
        return stairwells.entrySet().stream()
                .map(each -> text(formats, "visit.report.where", each.getKey(), each.getValue()))
                .collect(Collectors.joining(formats.messages().text(formats.locale(), "list.separator")));
    }

    private static String text(Formats formats, String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
