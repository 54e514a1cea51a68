package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Deletes owners' names and scans of paper votes when the votes of a project are long over. Counts, votes, doors and the
 * record stay, which says that it was done and can still be proved.
 */
public final class ConsentUpkeep {

    private final Jdbi jdbi;
    private final Dao dao;
    private final ConsentChain chain;
    private final HouseholdRegister register;
    private final ConsentFiles files;
    private final Messages messages;
    private final AuditTrail audit;
    private final Clock clock;
    private final int keptDays;

    /** @param keptDays days after the last vote of a project was closed for which names and scans are kept */
    public ConsentUpkeep(Jdbi jdbi, HouseholdRegister register, ConsentFiles files, Messages messages, AuditTrail audit,
                         Clock clock, int keptDays) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.chain = new ConsentChain(jdbi, clock);
        this.register = register;
        this.files = files;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    /** Does what is due; harmless when called again. Call at the start and every midnight. @return of how many projects */
    public int run() {
        OffsetDateTime before = LocalDate.now(clock).minusDays(keptDays).atStartOfDay(clock.getZone()).toOffsetDateTime();
        List<Long> due = dao.due(before);
        due.forEach(projectId -> jdbi.useTransaction(handle -> {
            chain.lock(projectId);
            if (dao.due(before).contains(projectId)) {
                forget(projectId);
            }
        }));
        return due.size();
    }

    private void forget(long projectId) {
        List<String> scans = dao.scans(projectId);
        scans.forEach(files::removeScan);
        int names = dao.forgetOwners(projectId);
        dao.forgotten(projectId, OffsetDateTime.now(clock));
        Map<String, Object> facts = register.facts(projectId);
        facts.put("added", 0);
        facts.put("changed", names);
        facts.put("reason", messages.text(Locale.SIMPLIFIED_CHINESE, "consent.forgotten", keptDays));
        chain.append(projectId, null, EntryKind.CORRECTION, facts);
        audit.record(Actor.commandLine(), "consent.forget", "project-id:" + projectId, null,
                names + " names, " + scans.size() + " scans");
    }

    interface Dao {
        @SqlQuery("""
                SELECT project_id
                  FROM consent_item
                 GROUP BY project_id
                HAVING SUM(CASE WHEN state = 'OPEN' THEN 1 ELSE 0 END) = 0
                   AND SUM(CASE WHEN state = 'CLOSED' AND forgotten_at IS NULL THEN 1 ELSE 0 END) > 0
                   AND MAX(closed_at) < :before
                 ORDER BY project_id""")
        List<Long> due(OffsetDateTime before);

        @SqlQuery("""
                SELECT DISTINCT b.scan
                  FROM consent_ballot b
                  JOIN consent_item i ON i.id = b.item_id
                 WHERE i.project_id = :projectId AND b.scan IS NOT NULL
                   AND NOT EXISTS (SELECT 1
                                     FROM consent_ballot o
                                     JOIN consent_item j ON j.id = o.item_id
                                    WHERE o.scan = b.scan AND j.project_id <> :projectId
                                      AND j.forgotten_at IS NULL)""")
        List<String> scans(long projectId);

        @SqlUpdate("UPDATE household SET owner_sealed = NULL WHERE project_id = :projectId AND owner_sealed IS NOT NULL")
        int forgetOwners(long projectId);

        @SqlUpdate("""
                UPDATE consent_item
                   SET forgotten_at = :at
                 WHERE project_id = :projectId AND state = 'CLOSED' AND forgotten_at IS NULL""")
        void forgotten(long projectId, OffsetDateTime at);
    }
}
