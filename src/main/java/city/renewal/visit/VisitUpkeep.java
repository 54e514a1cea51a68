package city.renewal.visit;

import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Forgets what households and crews wrote, and telephone numbers, when appointments are long over. */
public final class VisitUpkeep {

    private final VisitDao dao;
    private final int keptDays;
    private final Clock clock;

    /** @param keptDays days after the slot for which texts and telephone numbers are kept */
    public VisitUpkeep(Jdbi jdbi, int keptDays, Clock clock) {
        this.dao = jdbi.onDemand(VisitDao.class);
        this.keptDays = keptDays;
        this.clock = clock;
    }

    /** @return days after the slot for which texts and telephone numbers are kept */
    public int keptDays() {
        return keptDays;
    }

    /** Does what is due; harmless when called again. Call at the start and every midnight. @return how many */
    public int run() {
        return dao.forget(LocalDate.now(clock).minusDays(keptDays).atStartOfDay(clock.getZone()).toOffsetDateTime());
    }
}
