package city.renewal.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Ends subscriptions: nothing of whose they were stays. */
final class Ending {

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final Clock clock;

    Ending(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.clock = clock;
    }

    /** Deletes them with their addresses and mails, and keeps that and why it was done; in one transaction. */
    void end(List<StoredSubscription> ended, End why) {
        if (ended.isEmpty()) {
            return;
        }
        List<Long> ids = ended.stream().map(StoredSubscription::id).toList();
        jdbi.useTransaction(handle -> {
            dao.deleteTold(ids);
            dao.deleteMails(ids);
            if (dao.delete(ids) > 0) {
                ended.forEach(each -> dao.addEnd(each.projectId(), why, LocalDate.now(clock)));
            }
        });
    }
}
