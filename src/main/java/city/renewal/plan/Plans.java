package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.Projects;
import city.renewal.schedule.Scheduler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Plans as a whole: stored, read, promised, explained, moved on with the days. */
public final class Plans {

    /** How many plans move on in one transaction: few statements, yet nobody who edits waits long for a lock. */
    private static final int PLANS_AT_ONCE = 200;

    private final Jdbi jdbi;
    private final PlanStore store;
    private final Projects projects;
    private final Promises promises;
    private final DraftWriter writer;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public Plans(Jdbi jdbi, Projects projects, Scheduler scheduler, WorkRules rules, AuditTrail audit, ChangeFeed feed,
                 Clock clock) {
        this.jdbi = jdbi;
        this.store = new PlanStore(jdbi, new Rescheduling(scheduler), rules);
        this.projects = projects;
        this.promises = new Promises(store);
        this.writer = new DraftWriter(store, projects, promises, clock);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    PlanStore store() {
        return store;
    }

    /** @return today in the configured zone */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return whether the project has a plan */
    public boolean exists(long projectId) {
        return store.plans.head(projectId).isPresent();
    }

    /** @return the plan's revision, which grows with every change; empty for a project without a plan */
    public Optional<Long> revision(long projectId) {
        return store.revisions.of(projectId);
    }

    /**
     * Takes ids for tasks that {@link PlanEditing#carryOut prepared steps} are going to add.
     *
     * @return the first of them; the others follow it
     */
    public long takeTaskIds(int count) {
        return jdbi.inTransaction(handle -> store.tasks.takeIds(count));
    }

    /** @return the ids of the projects that have a plan */
    public Set<Long> planned() {
        return Set.copyOf(store.plans.planned());
    }

    /**
     * Reads a plan in three statements.
     *
     * @throws Refusal when the project has no plan
     */
    public PlanSnapshot read(long projectId) {
        return store.read(projectId);
    }

    /**
     * Reads a plan without its links, in two statements: for pages that show dates and compute none.
     *
     * @throws Refusal when the project has no plan
     */
    public PlanSnapshot readDates(long projectId) {
        return store.readDates(projectId);
    }

    /**
     * Reads several plans in three statements.
     *
     * @return those of the projects that have one
     */
    public List<PlanSnapshot> read(Collection<Long> projectIds) {
        return store.read(projectIds);
    }

    /**
     * As {@link #read(Collection)}, without the links: two statements.
     *
     * @return those of the projects that have a plan
     */
    public List<PlanSnapshot> readDates(Collection<Long> projectIds) {
        return store.readDates(projectIds);
    }

    /**
     * Computes the dates that a plan would have, and writes nothing.
     *
     * @param project what stop-work windows ask of the project it is for
     * @param windows the stop-work windows that stand
     * @return the plan, its tasks in the order of the draft and under ids of the preview alone
     * @throws Refusal when links form a cycle
     */
    public PlanSnapshot preview(PlanDraft draft, ProjectTraits project, List<StopWindow> windows) {
        return store.preview(draft, project, windows, OffsetDateTime.now(clock));
    }

    /**
     * Stores a plan for a project that has none, and schedules it, all or nothing.
     *
     * @return the ids the tasks were given, by their keys in the draft
     * @throws Refusal when the actor is no planner or administrator, the project has a plan, or links form a cycle
     */
    public Map<Integer, Long> create(Actor actor, long projectId, PlanDraft draft) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        Map<Integer, Long> ids = jdbi.inTransaction(handle -> {
            if (store.plans.head(projectId).isPresent()) {
                throw new Refusal("plan.exists");
            }
            Map<Integer, Long> taskIds = writer.write(actor, projectId, draft);
            store.reschedule(projectId);
            audit.record(actor, "plan.create", "project-id:" + projectId, null,
                    draft.tasks().size() + " tasks, " + draft.links().size() + " links");
            return taskIds;
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
        return ids;
    }

    /** As {@link #takeBaseline(Actor, long, String, String, String)}, with no reason in English. */
    public int takeBaseline(Actor actor, long projectId, String name, @Nullable String reason) {
        return takeBaseline(actor, projectId, name, reason, null);
    }

    /**
     * Keeps the present dates as a promise. It can never be changed or removed.
     *
     * @param name     at most {@link Baseline#LONGEST_NAME} characters
     * @param reason   why the promise is made anew, at most {@link Baseline#LONGEST_REASON} characters; needed for
     *                 every baseline but the first, in Chinese once residents read it, that is, once the project is
     *                 open to the public or work on it has been confirmed
     * @param reasonEn the same in English, or null
     * @return its number
     * @throws Refusal when the actor is no planner or administrator, the plan is empty, the name or the reason is
     *                 missing, too long or not in the residents' language
     */
    public int takeBaseline(Actor actor, long projectId, String name, @Nullable String reason,
                            @Nullable String reasonEn) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        BaselineRules.checkName(name);
        String why = BaselineRules.words(reason);
        String whyEn = BaselineRules.words(reasonEn);
        int number = jdbi.inTransaction(handle -> {
            store.revisions.raise(projectId);
            PlanSnapshot plan = store.read(projectId);
            if (plan.tasks().isEmpty()) {
                throw new Refusal("baseline.empty");
            }
            List<Baseline> taken = store.plans.baselines(projectId);
            int next = taken.isEmpty() ? 1 : taken.getLast().baselineNo() + 1;
            if (next > 1) {
                BaselineRules.checkReason(why, readByResidents(projectId, plan));
            }
            promises.add(actor, projectId, next, name.strip(), why, whyEn, OffsetDateTime.now(clock),
                    Promises.copied(plan));
            audit.record(actor, "baseline.take", "project-id:" + projectId, null,
                    next + " " + name.strip() + (why == null ? "" : ": " + why));
            return next;
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
        return number;
    }

    /** @return whether the project is approved: open to the public, or with confirmed work on it */
    public boolean readByResidents(long projectId, PlanSnapshot plan) {
        return projects.get(projectId).openToPublic()
                || plan.tasks().stream().anyMatch(task -> task.progress().confirmedQuantity().signum() > 0);
    }

    /**
     * @param after the code that the page begins after, empty for the first page
     * @return a page of the projects that are open to the public, by code, with the extent of their plans
     */
    public List<PublicPlan> publicPlans(String after, int limit) {
        return store.plans.publicPlans(after, limit);
    }

    /** @return the project with this code, in whichever case, if it is open to the public */
    public Optional<PublicPlan> publicPlan(String code) {
        return store.plans.publicPlan(code.toUpperCase(Locale.ROOT));
    }

    /** @return the baselines by number */
    public List<Baseline> baselines(long projectId) {
        return store.plans.baselines(projectId);
    }

    /** @return what a baseline says of each task, in the order of its tree */
    public List<BaselineTask> baselineTasks(long baselineId) {
        return baselineTasks(baselineId, baselineId).getOrDefault(baselineId, List.of());
    }

    /** @return in one statement what each of two baselines says, by the baseline's id, in the order of its tree */
    public Map<Long, List<BaselineTask>> baselineTasks(long one, long other) {
        return store.plans.keptTasks(one, other).stream().collect(Collectors.groupingBy(PlanDao.KeptTask::baselineId,
                Collectors.mapping(PlanDao.KeptTask::task, Collectors.toList())));
    }

    /**
     * @param days     how many days ahead to look, 0 for what has begun by today
     * @param lateOnly only tasks whose finish lies behind the promise
     * @return a page of the unfinished work of running plans, begun first and the oldest promise first
     */
    public List<DueTask> due(int days, boolean lateOnly, int limit, int offset) {
        return store.tasks.due(today().plusDays(days), lateOnly, limit, offset);
    }

    /**
     * @return the task with the project it belongs to
     * @throws Refusal when there is no such task
     */
    public PlannedTask task(long taskId) {
        long projectId = store.tasks.projectOf(taskId).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(taskId)));
        return new PlannedTask(projectId, store.tasks.task(taskId).orElseThrow(),
                store.tasks.children(taskId) > 0);
    }

    /** @param summary whether other tasks lie below it */
    public record PlannedTask(long projectId, Task task, boolean summary) {
    }

    /**
     * Moves the status date of every plan that follows the days to yesterday, the last whole day, and reschedules
     * what is left. Called at the start and after each midnight; without effect when called again on the same day.
     *
     * @return how many plans moved on
     */
    public int bringUpToDate() {
        LocalDate yesterday = today().minusDays(1);
        List<Long> behind = store.plans.behind(yesterday);
        PlanBatch batch = new PlanBatch(this);
        for (int from = 0; from < behind.size(); from += PLANS_AT_ONCE) {
            List<Long> some = behind.subList(from, Math.min(behind.size(), from + PLANS_AT_ONCE));
            jdbi.useTransaction(handle -> {
                batch.lock(some);
                store.plans.setStatuses(some, yesterday);
                batch.write(batch.read(some).stream().map(batch::reschedule).toList());
                some.forEach(projectId -> store.keepForecasts(projectId, yesterday));
            });
            some.forEach(projectId -> feed.publish(new ProjectChange(projectId, "", Set.of())));
        }
        return behind.size();
    }
}
