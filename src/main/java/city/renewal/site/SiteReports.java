package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.ProgressRecorder.ReportedTask;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** Characters a remark or reason may have. */
    public static final int LONGEST_REMARK = 2_000;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Jdbi jdbi;
    private final SiteReportDao dao;
    private final ProgressRecorder progress;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public SiteReports(Jdbi jdbi, ProgressRecorder progress, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SiteReportDao.class);
        this.progress = progress;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Puts a report into the supervisor's queue. Sent again under its request id by the same author, the first one is
     * answered and nothing counts twice.
     *
     * @return the stored report, on disk
     * @throws Refusal when the actor may not report, the task is unknown or a summary, the day lies in the future, the
     *                 quantity is not above 0, or the plan would be exceeded without a reason
     */
    public SiteReport submit(Actor actor, NewReport report) {
        actor.require(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);
        check(report);
        SiteReport stored = jdbi.inTransaction(handle -> {
            ReportedTask task = progress.lock(report.taskId());
            Optional<SiteReport> sent = report.requestId() == null
                    ? Optional.empty()
                    : dao.byRequest(actor.accountId(), report.requestId());
            if (sent.isPresent()) {
                return sameAs(report, sent.get());
            }
            checkAgainstPlan(report, task);
            long id = dao.add(task.projectId(), report, actor.accountId(), OffsetDateTime.now(clock));
            progress.setSubmitted(task.task(), dao.sums(report.taskId()).submitted());
            audit.record(actor, "report.submit", "task:" + report.taskId(), null,
                    report.reportOn() + " " + report.quantity().toPlainString());
            return dao.byId(id).orElseThrow();
        });
        feed.publish(new ProjectChange(stored.projectId(), actor.name(), Set.of(stored.taskId())));
        return stored;
    }

    private void check(NewReport report) {
        if (report.quantity().signum() <= 0) {
            throw new Refusal("report.quantity.positive");
        }
        if (report.quantity().compareTo(LARGEST_QUANTITY) > 0 || report.quantity().stripTrailingZeros().scale() > 3) {
            // Not in plain digits, of which a number such as 1E999999999 has a billion.
            throw new Refusal("report.quantity.absurd", report.quantity().toString());
        }
        if (report.reportOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("report.date.future", report.reportOn().toString());
        }
        if (report.workers() != null && (report.workers() < 0 || report.workers() > 10_000)) {
            throw new Refusal("report.workers.absurd", report.workers());
        }
        if (tooLong(report.remark()) || tooLong(report.overReason())) {
            throw new Refusal("report.remark.long", LONGEST_REMARK);
        }
        if (report.requestId() != null && !REQUEST_ID.matcher(report.requestId()).matches()) {
            throw new Refusal("report.request.malformed");
        }
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST_REMARK;
    }

    private static SiteReport sameAs(NewReport again, SiteReport first) {
        if (first.taskId() != again.taskId() || !first.reportOn().equals(again.reportOn())
                || first.quantity().compareTo(again.quantity()) != 0) {
            throw new Refusal("report.request.reused");
        }
        return first;
    }

    private static void checkAgainstPlan(NewReport report, ReportedTask reported) {
        if (reported.archived()) {
            throw new Refusal("report.task.archived", reported.task().name());
        }
        if (reported.summary()) {
            throw new Refusal("report.task.summary", reported.task().name());
        }
        BigDecimal total = reported.task().progress().done()
                .add(reported.task().progress().submittedQuantity())
                .add(report.quantity());
        BigDecimal planned = reported.task().input().plannedQuantity();
        if (total.compareTo(planned) > 0 && (report.overReason() == null || report.overReason().isBlank())) {
            throw new Refusal("report.quantity.over", total.stripTrailingZeros().toPlainString(),
                    planned.stripTrailingZeros().toPlainString());
        }
    }

    /**
     * Makes a report count.
     *
     * @throws Refusal when the actor is no supervisor or wrote the report, or it was decided already; the message then
     *                 says by whom
     */
    public SiteReport confirm(Actor actor, long reportId) {
        return decide(actor, reportId, ReportState.CONFIRMED, null);
    }

    /**
     * Gives a report back to its author.
     *
     * @param reason what is to be mended, not blank
     * @throws Refusal as {@link #confirm}, and when the reason is missing
     */
    public SiteReport giveBack(Actor actor, long reportId, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("report.return.reason.missing");
        }
        if (tooLong(reason)) {
            throw new Refusal("report.remark.long", LONGEST_REMARK);
        }
        return decide(actor, reportId, ReportState.RETURNED, reason.strip());
    }

    private SiteReport decide(Actor actor, long reportId, ReportState state, @Nullable String reason) {
        actor.require(Role.SUPERVISOR);
        Set<Long> moved = new HashSet<>();
        SiteReport decided = jdbi.inTransaction(handle -> {
            SiteReport found = get(reportId);
            ReportedTask task = progress.lock(found.taskId());
            if (found.authorId() == actor.accountId()) {
                throw new Refusal("report.own");
            }
            if (dao.decide(reportId, state, actor.accountId(), OffsetDateTime.now(clock), reason) == 0) {
                SiteReport now = get(reportId);
                throw new Refusal("report.decided", String.valueOf(now.deciderName()));
            }
            moved.addAll(count(task, state));
            audit.record(actor, state == ReportState.CONFIRMED ? "report.confirm" : "report.return",
                    "report:" + reportId, ReportState.SUBMITTED.name(), reason == null ? state.name() : reason);
            return get(reportId);
        });
        moved.add(decided.taskId());
        feed.publish(new ProjectChange(decided.projectId(), actor.name(), moved));
        return decided;
    }

    private Set<Long> count(ReportedTask task, ReportState state) {
        ReportSums sums = dao.sums(task.task().id());
        if (state == ReportState.CONFIRMED && sums.firstDay() != null && sums.lastDay() != null) {
            return progress.setConfirmed(task, sums.confirmed(), sums.submitted(), sums.firstDay(), sums.lastDay());
        }
        progress.setSubmitted(task.task(), sums.submitted());
        return Set.of();
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

    /** @return what was confirmed of each of a project's tasks day by day, in the order of the days */
    public List<DailyQuantity> confirmedByDay(long projectId) {
        return dao.confirmedByDay(projectId);
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

    /** @return a page of what waits for a supervisor, oldest day first */
    public List<SiteReport> waiting(int limit, int offset) {
        return dao.waiting(limit, offset);
    }

    public int countWaiting() {
        return dao.countWaiting();
    }

    /** @return the author's reports that were given back, latest decision first */
    public List<SiteReport> returnedTo(long authorId, int limit) {
        return dao.returnedTo(authorId, limit);
    }
}
