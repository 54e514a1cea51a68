package city.renewal.plan.forecast;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.DelayReason;
import city.renewal.plan.PlanBatch;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Late finishes: which have to be explained, and the explanations. */
public final class Delays {

    /** A plan that catches up after that catches up nothing. */
    private static final int FARTHEST_YEARS = 10;

    private final Jdbi jdbi;
    private final ForecastDao dao;
    private final Plans plans;
    private final PlanBatch batch;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public Delays(Jdbi jdbi, Plans plans, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(ForecastDao.class);
        this.plans = plans;
        this.batch = new PlanBatch(plans);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return the projects that somebody has to say something about, the oldest promise first; one statement */
    public List<DelayNeed> needs() {
        LocalDate today = LocalDate.now(clock);
        return dao.late().stream().filter(late -> late.why(today).isPresent()).toList();
    }

    /** @return what has to be said about this project, empty when nothing has */
    public Optional<DelayNeed> need(long projectId) {
        LocalDate today = LocalDate.now(clock);
        return dao.late(projectId).filter(late -> late.why(today).isPresent());
    }

    /**
     * Tells residents why a finish moved and what is done about it. It speaks for the slip of this day.
     *
     * @throws Refusal when the actor is no planner or administrator, the project has no plan, the words are missing, a
     *                 text is longer than {@link Explanation#LONGEST_WORDS} or {@link Explanation#LONGEST_NAME} allow,
     *                 or a catch-up plan has no owner, no day or a day in the past or years away
     */
    public void explain(Actor actor, long projectId, Explanation given) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        check(given);
        jdbi.useTransaction(handle -> {
            batch.lock(List.of(projectId));
            PlanSnapshot plan = plans.read(projectId);
            LocalDate promised = plan.promise() == null ? null : plan.promise().finishOn();
            Integer slip = plan.head().finishOn() == null ? null
                    : PlanForecast.daysLate(plan.head().finishOn(), promised);
            String owner = text(given.owner());
            String catchUp = text(given.catchUp());
            dao.add(projectId, new DelayReason(null, given.category(), given.words().strip(), null, catchUp,
                    actor.name(), OffsetDateTime.now(clock), owner == null ? actor.name() : owner,
                    catchUp == null ? null : text(given.catchUpOwner()), catchUp == null ? null : given.catchUpOn(),
                    slip));
            audit.record(actor, "delay.explain", "project-id:" + projectId, null, given.words().strip());
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }

    private void check(Explanation given) {
        if (given.words().isBlank()) {
            throw new Refusal("delay.words.missing");
        }
        if (given.words().strip().length() > Explanation.LONGEST_WORDS) {
            throw new Refusal("delay.words.long", Explanation.LONGEST_WORDS);
        }
        if (length(given.owner()) > Explanation.LONGEST_NAME) {
            throw new Refusal("delay.owner.long", Explanation.LONGEST_NAME);
        }
        if (text(given.catchUp()) == null) {
            return;
        }
        if (text(given.catchUpOwner()) == null || given.catchUpOn() == null) {
            throw new Refusal("delay.catch-up.whole");
        }
        if (length(given.catchUp()) > Explanation.LONGEST_WORDS || length(given.catchUpOwner()) > Explanation.LONGEST_NAME) {
            throw new Refusal("delay.catch-up.long", Explanation.LONGEST_WORDS, Explanation.LONGEST_NAME);
        }
        if (given.catchUpOn().isBefore(LocalDate.now(clock))) {
            throw new Refusal("delay.catch-up.past");
        }
        if (given.catchUpOn().isAfter(LocalDate.now(clock).plusYears(FARTHEST_YEARS))) {
            throw new Refusal("delay.catch-up.far", FARTHEST_YEARS);
        }
    }

    private static int length(@Nullable String typed) {
        return typed == null ? 0 : typed.strip().length();
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
