package city.renewal.site.signoff;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.ProgressRecorder.ReportedTask;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.project.ProjectPeople;
import city.renewal.site.SiteReports;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Signatures under finished processes. A signature is never changed or withdrawn; the work that it speaks of is corrected
 * by reports.
 */
public final class Signoffs {

    private final Jdbi jdbi;
    private final SignoffDao dao;
    private final ProjectPeople people;
    private final SignoffRules rules;
    private final ProgressRecorder progress;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public Signoffs(Jdbi jdbi, ProjectPeople people, SignoffRules rules, ProgressRecorder progress, AuditTrail audit,
                    ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SignoffDao.class);
        this.people = people;
        this.rules = rules;
        this.progress = progress;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return what has to be looked at before the task is signed off; empty for work that nobody signs off */
    public Optional<SignoffRule> rule(Task task) {
        return rule(task.input());
    }

    /** The same for a task that is not stored yet. */
    public Optional<SignoffRule> rule(TaskInput task) {
        return rules.find(task.workType());
    }

    public Optional<Signoff> of(long taskId) {
        return dao.of(taskId);
    }

    /**
     * Signs a finished task off.
     *
     * @param ticked ids of the checks; every one of the list is needed
     * @param remark or null
     * @throws Refusal when the actor is no supervisor or not the project's, or reported on the task, the task is not finished, is nothing to
     *                 sign, or is signed already, or a check is not ticked
     */
    public Signoff sign(Actor actor, long taskId, Collection<String> ticked, @Nullable String remark) {
        actor.require(Role.SUPERVISOR);
        if (remark != null && remark.length() > SiteReports.LONGEST_REMARK) {
            throw new Refusal("report.remark.long", SiteReports.LONGEST_REMARK);
        }
        long projectId = jdbi.inTransaction(handle -> {
            ReportedTask reported = progress.lock(taskId);
            people.require(actor, reported.projectId());
            Task task = reported.task();
            SignoffRule rule = rule(task).filter(any -> !reported.summary() && !reported.archived())
                    .orElseThrow(() -> new Refusal("signoff.none", task.name()));
            check(actor, task, rule, Set.copyOf(ticked));
            dao.add(taskId, reported.projectId(), rule.workType(), checks(rule),
                    remark == null || remark.isBlank() ? null : remark.strip(), actor.accountId(), actor.name(),
                    OffsetDateTime.now(clock));
            audit.record(actor, "task.sign", "task:" + taskId, null, rule.workType());
            return reported.projectId();
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of(taskId)));
        return dao.of(taskId).orElseThrow();
    }

    /**
     * Stores signatures of plans that come with a past, all or nothing. The tasks must be finished and unsigned.
     *
     * @throws Refusal when the actor is no administrator
     */
    public void takeOver(Actor actor, List<PastSignoff> signed) {
        actor.require(Role.ADMINISTRATOR);
        jdbi.useTransaction(handle -> signed.forEach(each -> dao.add(each.taskId(), each.projectId(),
                each.rule().workType(), checks(each.rule()), null, each.signer().accountId(), each.signer().name(),
                each.signedAt())));
    }

    private static String checks(SignoffRule rule) {
        return rule.checks().stream().map(SignoffRule.Check::id).collect(Collectors.joining("\n"));
    }

    private void check(Actor actor, Task task, SignoffRule rule, Set<String> ticked) {
        dao.of(task.id()).ifPresent(signed -> {
            throw new Refusal("signoff.signed", signed.signer());
        });
        if (!task.finished()) {
            throw new Refusal("signoff.unfinished", task.name());
        }
        if (dao.reportsBy(task.id(), actor.accountId()) > 0) {
            throw new Refusal("signoff.own");
        }
        rule.checks().stream().filter(each -> !ticked.contains(each.id())).findFirst().ifPresent(missing -> {
            throw new Refusal("signoff.check.missing");
        });
    }

    /** @return in one statement finished tasks that something waits for, those finished first before others */
    public List<UnsignedTask> waiting(int limit) {
        return dao.waiting(rules.blocking(), limit);
    }
}
