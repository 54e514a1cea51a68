package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** One transaction at a time changes the appointments of a project, and open pages hear of it when it is over. */
final class VisitTurns {

    private final Jdbi jdbi;
    private final SlotDao slots;
    private final ChangeFeed feed;

    VisitTurns(Jdbi jdbi, ChangeFeed feed) {
        this.jdbi = jdbi;
        this.slots = jdbi.onDemand(SlotDao.class);
        this.feed = feed;
    }

    /** What came of a turn, and whether anything was written for it. */
    record Turn<T>(T result, boolean written) {

        static <T> Turn<T> none(T result) {
            return new Turn<>(result, false);
        }

        static <T> Turn<T> to(T result) {
            return new Turn<>(result, true);
        }
    }

    /** Does the work in a transaction of its own, after everybody who was there before. */
    <T> T take(Actor actor, long projectId, Supplier<Turn<T>> work) {
        Turn<T> turn = jdbi.inTransaction(handle -> {
            slots.lock(projectId);
            return work.get();
        });
        if (turn.written()) {
            feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
        }
        return turn.result();
    }

    /** As {@link #take}, for work that always writes and has nothing to tell. */
    void run(Actor actor, long projectId, Runnable work) {
        take(actor, projectId, () -> {
            work.run();
            return Turn.to(Boolean.TRUE);
        });
    }
}
