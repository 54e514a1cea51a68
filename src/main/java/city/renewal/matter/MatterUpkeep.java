package city.renewal.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What time alone does to matters: answered ones are closed; telephone numbers, those in texts, and photos are
 * forgotten. The files of the photos go with {@link PhotoSweep}.
 */
public final class MatterUpkeep {

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final MatterSettings settings;
    private final Clock clock;

    public MatterUpkeep(Jdbi jdbi, MatterSettings settings, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.settings = settings;
        this.clock = clock;
    }

    /** What was done. */
    public record Done(int closed, int forgotten) {
    }

    /** Does what is due; harmless when called again. Call at the start and every midnight. */
    public Done run() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbi.inTransaction(handle -> {
            int closed = 0;
            for (long id : dao.answeredBefore(daysAgo(settings.reopenDays()))) {
                if (dao.close(id, now) > 0) {
                    closed++;
                    dao.addStep(id, MatterStep.of(MatterAct.CLOSED, null, now, null, true));
                }
            }
            List<Long> due = dao.privateBefore(daysAgo(settings.phoneDays()));
            for (long id : due) {
                dao.forgetNumbers(id, MatterTexts.masked(dao.texts(id).report()));
                dao.forgetPhotos(id);
                dao.addStep(id, MatterStep.of(MatterAct.PHONE_FORGOTTEN, null, now, null, false));
            }
            return new Done(closed, due.size());
        });
    }

    /** The beginning of the day so many days before today: what happened on that day is not before it. */
    private OffsetDateTime daysAgo(int days) {
        return LocalDate.now(clock).minusDays(days).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
