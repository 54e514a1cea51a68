package city.renewal.matter;

import city.renewal.base.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/**
 * What time alone does to matters: answered ones are closed; telephone numbers, those in all texts, and photos are
 * forgotten. The files of the photos go with {@link PhotoSweep}. Numbers that were stored before they were sealed are
 * sealed once.
 */
public final class MatterUpkeep {

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final MatterSettings settings;
    private final MatterSeals seals;
    private final Clock clock;

    public MatterUpkeep(Jdbi jdbi, MatterSettings settings, Vault vault, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.settings = settings;
        this.seals = new MatterSeals(vault);
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
            int forgotten = 0;
            for (long id : dao.privateBefore(daysAgo(settings.phoneDays()))) {
                if (forget(id, now)) {
                    forgotten++;
                    dao.addStep(id, MatterStep.of(MatterAct.PHONE_FORGOTTEN, null, now, null, false));
                }
            }
            dao.unsealed().forEach(this::seal);
            return new Done(closed, forgotten);
        });
    }

    /** @return whether there was anything that had to be forgotten */
    private boolean forget(long id, OffsetDateTime now) {
        MatterDao.Texts texts = dao.texts(id);
        MatterDao.Texts masked = texts.masked();
        boolean found = dao.byId(id).phoneSealed() != null || !texts.equals(masked);
        dao.forgetNumbers(id, masked, now);
        for (MatterDao.Remark each : dao.remarks(id)) {
            found |= each.act().inWords() && mask(each);
        }
        for (MatterDao.Minute each : dao.minutes(id)) {
            String shown = MatterTexts.masked(each.remark());
            if (!shown.equals(each.remark())) {
                dao.setMinute(each.id(), shown);
                found = true;
            }
        }
        return dao.forgetPhotos(id) > 0 || found;
    }

    private boolean mask(MatterDao.Remark each) {
        String shown = MatterTexts.masked(each.remark());
        if (shown.equals(each.remark())) {
            return false;
        }
        dao.setRemark(each.id(), shown);
        return true;
    }

    /** As a report of today, and a reason for opening again, are stored. */
    private void seal(long id) {
        StoredMatter matter = dao.byId(id);
        MatterDao.Texts texts = dao.texts(id);
        StringBuilder added = new StringBuilder();
        for (MatterDao.Remark each : dao.remarks(id)) {
            if (each.act() == MatterAct.REOPENED && mask(each)) {
                added.append("\n\n").append(each.remark());
            }
        }
        String shown = MatterTexts.masked(texts.report());
        if (!added.isEmpty() || !shown.equals(texts.report())) {
            dao.sealReport(id, seals.sealReport(matter.number(), seals.report(matter.number(), texts) + added));
            dao.setReport(id, shown);
        }
        dao.sealed(id);
    }

    /** The beginning of the day so many days before today: what happened on that day is not before it. */
    private OffsetDateTime daysAgo(int days) {
        return LocalDate.now(clock).minusDays(days).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
