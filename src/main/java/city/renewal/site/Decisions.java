package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.AuditTrail.Change;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.ProgressRecorder.TaskSums;
import city.renewal.project.ProjectPeople;
import city.renewal.site.DecisionDao.Decision;
import city.renewal.site.DecisionDao.Report;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Decides on reports. Those of one project are decided in one transaction with a fixed number of statements, which
 * schedules what is left of the project once.
 */
final class Decisions {

    private final Jdbi jdbi;
    private final DecisionDao dao;
    private final ProjectPeople people;
    private final ProgressRecorder progress;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    Decisions(Jdbi jdbi, ProjectPeople people, ProgressRecorder progress, AuditTrail audit, ChangeFeed feed,
              Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(DecisionDao.class);
        this.people = people;
        this.progress = progress;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** Notes on a task what waits for a decision; inside the transaction of the caller, who has locked the plan. */
    void noteWaiting(long taskId) {
        progress.setSubmitted(dao.sums(List.of(taskId)));
    }

    /** @throws Refusal as {@link SiteReports#confirm} */
    void decide(Actor actor, long reportId, Function<Report, Decision> choice) {
        Refusal refused = decideAll(actor, List.of(reportId), choice).refused().get(reportId);
        if (refused != null) {
            throw refused;
        }
    }

    /** @throws Refusal when the actor is no supervisor */
    ManyConfirmed decideAll(Actor actor, Collection<Long> reportIds, Function<Report, Decision> choice) {
        actor.require(Role.SUPERVISOR);
        // One connection for what is read before each transaction and for the transaction.
        return jdbi.withHandle(handle -> decideOnEach(actor, reportIds, choice));
    }

    private ManyConfirmed decideOnEach(Actor actor, Collection<Long> reportIds, Function<Report, Decision> choice) {
        Set<Long> asked = new LinkedHashSet<>(reportIds);
        Map<Long, Report> found = asked.isEmpty() ? Map.of() : dao.reports(asked).stream()
                .collect(Collectors.toMap(Report::id, Function.identity()));
        Map<Long, Refusal> refused = new LinkedHashMap<>();
        Map<Long, List<Report>> byProject = new LinkedHashMap<>();
        for (long id : asked) {
            Report report = found.get(id);
            if (report == null) {
                refused.put(id, new Refusal("report.unknown", String.valueOf(id)));
            } else {
                byProject.computeIfAbsent(report.projectId(), none -> new ArrayList<>()).add(report);
            }
        }
        byProject.forEach((projectId, reports) -> decideOf(actor, projectId, reports, choice, refused));
        return new ManyConfirmed(asked.stream().filter(id -> !refused.containsKey(id)).toList(), refused);
    }

    private void decideOf(Actor actor, long projectId, List<Report> reports, Function<Report, Decision> choice,
                          Map<Long, Refusal> refused) {
        Map<Report, Decision> decisions = new LinkedHashMap<>();
        try {
            people.require(actor, projectId);
        } catch (Refusal foreign) {
            reports.forEach(report -> refused.put(report.id(), foreign));
            return;
        }
        for (Report report : reports) {
            try {
                check(actor, report);
                decisions.put(report, choice.apply(report));
            } catch (Refusal refusal) {
                refused.put(report.id(), refusal);
            }
        }
        together(actor, projectId, decisions, refused);
    }

    private void check(Actor actor, Report report) {
        if (report.authorId() == actor.accountId()) {
            throw new Refusal("report.own");
        }
        if (report.state() != ReportState.SUBMITTED) {
            throw decided(report);
        }
    }

    private Refusal decided(Report report) {
        return new Refusal("report.decided", dao.decider(report.id()).orElse(""));
    }

    /** Reports that somebody else decided meanwhile. */
    private static final class Overtaken extends RuntimeException {

        private final List<Report> reports;

        private Overtaken(List<Report> reports) {
            this.reports = reports;
        }
    }

    /** Without those that were decided meanwhile; where one of the rest cannot be carried out, each stands or falls alone. */
    private void together(Actor actor, long projectId, Map<Report, Decision> decisions, Map<Long, Refusal> refused) {
        if (decisions.isEmpty()) {
            return;
        }
        try {
            Set<Long> moved = jdbi.inTransaction(handle -> carryOut(handle, actor, projectId, decisions));
            feed.publish(new ProjectChange(projectId, actor.name(), moved));
        } catch (Overtaken overtaken) {
            Map<Report, Decision> rest = new LinkedHashMap<>(decisions);
            overtaken.reports.forEach(report -> {
                rest.remove(report);
                refused.put(report.id(), decided(report));
            });
            together(actor, projectId, rest, refused);
        } catch (Refusal refusal) {
            if (decisions.size() == 1) {
                refused.put(decisions.keySet().iterator().next().id(), refusal);
            } else {
                decisions.forEach((report, decision) -> together(actor, projectId, Map.of(report, decision), refused));
            }
        }
    }

    /** @return the tasks whose dates or progress changed */
    private Set<Long> carryOut(Handle handle, Actor actor, long projectId, Map<Report, Decision> decisions) {
        DecisionDao once = handle.attach(DecisionDao.class);
        progress.lockPlan(projectId);
        List<Report> reports = List.copyOf(decisions.keySet());
        int[] waited = once.decide(List.copyOf(decisions.values()), actor.accountId(), OffsetDateTime.now(clock));
        List<Report> overtaken = IntStream.range(0, waited.length).filter(at -> waited[at] == 0).mapToObj(reports::get)
                .toList();
        if (!overtaken.isEmpty()) {
            throw new Overtaken(overtaken);
        }
        List<Report> counting = reports.stream()
                .filter(report -> decisions.get(report).state() == ReportState.CONFIRMED).toList();
        correct(once, counting);
        Set<Long> tasks = reports.stream().map(Report::taskId).collect(Collectors.toSet());
        List<TaskSums> sums = once.sums(tasks);
        Set<Long> moved = new HashSet<>(tasks);
        if (counting.isEmpty()) {
            progress.setSubmitted(sums);
        } else {
            moved.addAll(progress.setConfirmed(handle, projectId, sums));
        }
        audit.recordAll(actor, "report.confirm", changes(counting.stream(), decisions));
        audit.recordAll(actor, "report.return",
                changes(reports.stream().filter(report -> !counting.contains(report)), decisions));
        return moved;
    }

    private static void correct(DecisionDao once, List<Report> counting) {
        List<Long> corrected = counting.stream().map(Report::correctsId).filter(Objects::nonNull).toList();
        if (!corrected.isEmpty() && Arrays.stream(once.setCorrected(corrected)).anyMatch(counted -> counted == 0)) {
            throw new Refusal("report.correct.unconfirmed");
        }
    }

    private static List<Change> changes(Stream<Report> reports, Map<Report, Decision> decisions) {
        return reports.map(report -> new Change("report:" + report.id(),
                ReportState.SUBMITTED + " " + report.quantity().toPlainString(),
                decisions.get(report).inAudit())).toList();
    }
}
