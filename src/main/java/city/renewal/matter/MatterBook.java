package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What all that workers do with matters has in common: whose the matter is, which version they saw, and its history. */
final class MatterBook {

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    MatterBook(Jdbi jdbi, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    private StoredMatter find(String number) {
        return dao.byNumber(number).orElseThrow(() -> new Refusal("matter.unknown"));
    }

    /** @throws Refusal when there is no such matter, or the actor does not handle it */
    StoredMatter handled(Actor actor, String number) {
        return handled(actor, find(number));
    }

    /** @throws Refusal when the actor does not handle the matter */
    static StoredMatter handled(Actor actor, StoredMatter matter) {
        actor.require(Role.COMMUNITY);
        if (!MatterDesk.handles(actor, matter.workerId())) {
            throw new Refusal("matter.foreign");
        }
        return matter;
    }

    /**
     * What was changed.
     *
     * @param rows   of the matter at the version that the actor saw
     * @param before what the audit trail tells beside the state, never what a resident gave; null for nothing
     * @param after  what became of that
     */
    record Change(int rows, @Nullable String before, @Nullable String after) {
    }

    /** As {@link #record}, where the audit trail has nothing to tell but the state. */
    void change(Actor actor, String number, ToIntFunction<StoredMatter> change) {
        record(actor, number, matter -> new Change(change.applyAsInt(matter), null, null));
    }

    /**
     * Changes a matter in one transaction, with an entry in the audit trail, and tells open pages.
     *
     * @throws Refusal when there is no such matter, it was merged, or it was changed since
     */
    void record(Actor actor, String number, Function<StoredMatter, Change> change) {
        MatterDesk.mayRead(actor);
        StoredMatter changed = jdbi.inTransaction(handle -> {
            StoredMatter matter = find(number);
            if (matter.mergedInto() != null) {
                throw new Refusal("matter.merged", dao.byId(matter.mergedInto()).number());
            }
            Change made = change.apply(matter);
            changed(made.rows());
            audit.record(actor, "matter.change", "matter:" + number, told(matter.state(), made.before()),
                    told(dao.byId(matter.id()).state(), made.after()));
            return matter;
        });
        tell(changed, actor);
    }

    private static String told(MatterState state, @Nullable String more) {
        return more == null ? state.name() : state + " " + more;
    }

    /** @throws Refusal when nothing was changed, because somebody else was first */
    static void changed(int rows) {
        if (rows == 0) {
            throw new Refusal("matter.changed");
        }
    }

    /** @param shown whether whoever follows the matter reads it too */
    void step(StoredMatter matter, MatterAct act, Actor actor, @Nullable String remark, boolean shown) {
        dao.addStep(matter.id(), MatterStep.of(act, actor.name(), OffsetDateTime.now(clock), remark, shown));
        dao.written(matter.id());
    }

    /** Tells open pages. */
    void tell(StoredMatter matter, Actor actor) {
        feed.publish(ProjectChange.ofMatters(matter.projectId(), actor.name()));
    }
}
