package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.ProgressRecorder.ReportedTask;
import city.renewal.project.ProjectPeople;
import city.renewal.site.DecisionDao.Decision;
import city.renewal.site.signoff.SignoffGate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Site reports: submitted by those who do the work, confirmed or returned by the supervisor, never by their author
 * (建设工程质量管理条例 art. 37: no next process and no payment without the supervisor's signature). Only confirmed
 * quantities are progress.
 */
public final class SiteReports {

    /** Largest quantity a report may carry; what the column holds. */
    public static final BigDecimal LARGEST_QUANTITY = new BigDecimal("999999999999.999");
    /** People that a report or a sheet may name at most. */
    public static final int MOST_WORKERS = 10_000;
    /** Reports that are confirmed in one go at most. */
    public static final int MOST_AT_ONCE = 500;
    /** Characters a remark or reason may have. */
    public static final int LONGEST_REMARK = 2_000;

    private final Jdbi jdbi;
    private final SiteReportDao dao;
    private final Decisions decisions;
    private final ProjectPeople people;
    private final ProgressRecorder progress;
    private final SignoffGate gate;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public SiteReports(Jdbi jdbi, ProjectPeople people, ProgressRecorder progress, SignoffGate gate, AuditTrail audit,
                       ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SiteReportDao.class);
        this.decisions = new Decisions(jdbi, people, progress, audit, feed, clock);
        this.people = people;
        this.progress = progress;
        this.gate = gate;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Puts a report into the supervisor's queue. Sent again under its request id by the same author, the first one is
     * answered and nothing counts twice.
     *
     * @return the stored report, on disk
     * @throws Refusal when the actor may not report or not on this project, the task is unknown or a summary, the day lies in the future, the
     *                 quantity is not above 0, the plan would be exceeded without a reason, or the report that it
     *                 corrects is not confirmed, is another task's or is being corrected already, or the task has not begun
     *                 and one before it waits for its signature
     */
    public SiteReport submit(Actor actor, NewReport report) {
        SiteReport stored = jdbi.inTransaction(handle -> submitInside(actor, report));
        feed.publish(new ProjectChange(stored.projectId(), actor.name(), Set.of(stored.taskId())));
        return stored;
    }

    /**
     * As {@link #submit}, inside its caller's transaction, for what has to stand or fall with the report; the caller
     * tells open pages when it is over.
     */
    public SiteReport submitInside(Actor actor, NewReport report) {
        requireAuthor(actor);
        check(report);
        return store(actor, report, null);
    }

    /** @throws Refusal when the actor's role does not report what was done on site */
    public static void requireAuthor(Actor actor) {
        if (!mayReport(actor)) {
            throw new Refusal("refused.role");
        }
    }

    /** @return whether the actor's role reports what was done on site */
    public static boolean mayReport(Actor actor) {
        return actor.is(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);
    }

    void check(NewReport report) {
        ReportRules.check(report, LocalDate.now(clock));
    }

    /**
     * Stores a report that was checked, inside its caller's transaction; the caller tells open pages afterwards.
     *
     * @param sheetId the day sheet that it is part of, or null
     */
    SiteReport store(Actor actor, NewReport report, @Nullable Long sheetId) {
        return store(actor, report, progress.lock(report.taskId()), sheetId);
    }

    private SiteReport store(Actor actor, NewReport report, ReportedTask task, @Nullable Long sheetId) {
        people.require(actor, task.projectId());
        Optional<SiteReport> sent = report.requestId() == null
                ? Optional.empty()
                : dao.byRequest(actor.accountId(), report.requestId());
        if (sent.isPresent()) {
            return ReportRules.sameAs(report, sent.get());
        }
        ReportRules.checkAgainstPlan(report, task, corrected(report));
        gate.check(task.task());
        long id = dao.add(task.projectId(), report, actor.accountId(), OffsetDateTime.now(clock), sheetId);
        decisions.noteWaiting(report.taskId());
        audit.record(actor, "report.submit", "task:" + report.taskId(), null,
                report.reportOn() + " " + report.quantity().toPlainString());
        return dao.byId(id).orElseThrow();
    }

    /**
     * What became of a report on a plan that may have changed since it was written.
     *
     * @param reportId null when the plan of today does not take it
     * @param left     what was left before it, null when there is no such task
     * @param start    the task's first day, null when there is no such task
     */
    record Taken(SheetOutcome outcome, @Nullable Long reportId, @Nullable BigDecimal left, @Nullable LocalDate start) {
    }

    /**
     * As {@link #store}, but says what the plan does not take instead of refusing it.
     *
     * @throws Refusal when the task is another project's
     */
    Taken take(Actor actor, NewReport report, long projectId, @Nullable Long sheetId) {
        ReportedTask task;
        try {
            task = progress.lock(report.taskId());
        } catch (Refusal gone) {
            return new Taken(SheetOutcome.GONE, null, null, null);
        }
        if (task.projectId() != projectId) {
            throw new Refusal("sheet.task.foreign");
        }
        BigDecimal left = task.task().remainingQuantity().subtract(task.task().progress().submittedQuantity())
                .max(BigDecimal.ZERO);
        LocalDate start = task.task().dates().startOn();
        try {
            return new Taken(SheetOutcome.TAKEN, store(actor, report, task, sheetId).id(), left, start);
        } catch (Refusal refused) {
            return new Taken(SheetOutcome.of(refused), null, left, start);
        }
    }

    private @Nullable SiteReport corrected(NewReport report) {
        if (report.correctsId() == null) {
            return null;
        }
        SiteReport corrected = get(report.correctsId());
        ReportRules.checkCorrectable(report, corrected, dao.countCorrections(corrected.id()));
        return corrected;
    }

    /**
     * Makes a report count. One that it corrects no longer counts from then on.
     *
     * @throws Refusal when the actor is no supervisor or not the project's, or wrote the report, or it was decided
     *                 already; the message then says by whom
     */
    public SiteReport confirm(Actor actor, long reportId) {
        decisions.decide(actor, reportId, SiteReports::asWritten);
        return get(reportId);
    }

    /**
     * Makes a part of a report count.
     *
     * @param quantity above 0 and below what was reported
     * @param reason   why it is less, not blank
     * @throws Refusal as {@link #confirm}, and when the quantity or the reason will not do
     */
    public SiteReport confirmLess(Actor actor, long reportId, BigDecimal quantity, String reason) {
        actor.require(Role.SUPERVISOR);
        String why = ReportRules.reason(reason, "report.less.reason.missing");
        decisions.decide(actor, reportId, report -> {
            ReportRules.checkLess(report.quantity(), quantity);
            return new Decision(reportId, ReportState.CONFIRMED, quantity, why);
        });
        return get(reportId);
    }

    /**
     * Makes several reports count, those of one project together. Each stands or falls alone.
     *
     * @throws Refusal when the actor is no supervisor
     */
    public ManyConfirmed confirmAll(Actor actor, Collection<Long> reportIds) {
        return decisions.decideAll(actor, reportIds, SiteReports::asWritten);
    }

    private static Decision asWritten(DecisionDao.Report report) {
        return new Decision(report.id(), ReportState.CONFIRMED, report.quantity(), null);
    }

    /**
     * Gives a report back to its author.
     *
     * @param reason what is to be mended, not blank
     * @throws Refusal as {@link #confirm}, and when the reason is missing
     */
    public SiteReport giveBack(Actor actor, long reportId, String reason) {
        actor.require(Role.SUPERVISOR);
        String why = ReportRules.reason(reason, "report.return.reason.missing");
        decisions.decide(actor, reportId,
                report -> new Decision(reportId, ReportState.RETURNED, report.quantity(), why));
        return get(reportId);
    }

    /** @throws Refusal when there is no such report */
    public SiteReport get(long reportId) {
        return dao.byId(reportId).orElseThrow(() -> new Refusal("report.unknown", String.valueOf(reportId)));
    }

    /** @return every report of a task, newest day first */
    public List<SiteReport> ofTask(long taskId) {
        return dao.ofTask(taskId);
    }

    /** @return a page of a project's confirmed reports, newest day first */
    public List<SiteReport> confirmed(long projectId, int limit, int offset) {
        return dao.ofProject(projectId, ReportState.CONFIRMED, limit, offset);
    }

    /** @return what was reported for these days, both inclusive, and not given back; in the order of the days */
    public List<SiteReport> ofDays(long projectId, LocalDate first, LocalDate last) {
        return dao.ofDays(projectId, first, last);
    }

    /** @return what was confirmed before the moment, also what a correction replaced later; oldest decision first */
    public List<SiteReport> confirmedBefore(long projectId, OffsetDateTime moment) {
        return dao.confirmedBefore(projectId, moment);
    }

    /** @return what was confirmed of each of a project's tasks day by day, in the order of the days */
    public List<DailyQuantity> confirmedByDay(long projectId) {
        return confirmedByDay(List.of(projectId));
    }

    /** @return the same of several projects, in one statement */
    public List<DailyQuantity> confirmedByDay(Collection<Long> projectIds) {
        return projectIds.isEmpty() ? List.of() : dao.confirmedByDay(projectIds);
    }

    /**
     * One statement.
     *
     * @param lastDay of the four weeks
     * @return what was confirmed of each task by the end of the last days of the last four weeks before
     *         {@code lastDay}, oldest week first; tasks without a confirmed report are left out
     */
    public Map<LocalDate, Map<Long, BigDecimal>> confirmedByWeek(long projectId, LocalDate lastDay) {
        List<LocalDate> days = List.of(lastDay.minusWeeks(4), lastDay.minusWeeks(3), lastDay.minusWeeks(2),
                lastDay.minusWeeks(1));
        Map<LocalDate, Map<Long, BigDecimal>> weeks = new LinkedHashMap<>();
        days.forEach(day -> weeks.put(day, new HashMap<>()));
        dao.confirmedBy(projectId, days.get(0), days.get(1), days.get(2), days.get(3)).forEach(task -> {
            weeks.get(days.get(0)).put(task.taskId(), task.byFirst());
            weeks.get(days.get(1)).put(task.taskId(), task.bySecond());
            weeks.get(days.get(2)).put(task.taskId(), task.byThird());
            weeks.get(days.get(3)).put(task.taskId(), task.byFourth());
        });
        return weeks;
    }

    public int countConfirmed(long projectId) {
        return dao.countOfProject(projectId, ReportState.CONFIRMED);
    }

    /** @return how many reports wait, on the projects that are open to the actor */
    public int countWaiting(Actor actor) {
        return dao.countWaiting(actor.accountId(), actor.role());
    }

    /** @return the author's reports that were given back, latest decision first */
    public List<SiteReport> returnedTo(long authorId, int limit) {
        return dao.returnedTo(authorId, limit);
    }
}
