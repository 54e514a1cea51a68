package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Deletes owners' names and numbers when a register was not used for long, and scans of paper votes when the votes of a
 * project are long over. Counts, votes, doors and the record stay, which says that it was done and can still be proved.
 */
public final class ConsentUpkeep {

    /** How long a scan may wait for the vote that names it. */
    private static final Duration WAITING = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Dao dao;
    private final ConsentChain chain;
    private final HouseholdRegister register;
    private final ConsentFiles files;
    private final Messages messages;
    private final AuditTrail audit;
    private final Clock clock;
    private final int keptDays;
    private final Function<OffsetDateTime, Set<Long>> usedSince;

    /**
     * @param keptDays  days after the last vote of a project was closed for which scans are kept, and after the last use
     *                  of a register for which names and numbers are
     * @param usedSince the projects of whose registers another feature has had use since a time
     */
    public ConsentUpkeep(Jdbi jdbi, HouseholdRegister register, ConsentFiles files, Messages messages, AuditTrail audit,
                         Clock clock, int keptDays, Function<OffsetDateTime, Set<Long>> usedSince) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.chain = new ConsentChain(jdbi, clock);
        this.register = register;
        this.files = files;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
        this.keptDays = keptDays;
        this.usedSince = usedSince;
    }

    /**
     * Forgets what is due; harmless when called again. Call at the start and every midnight, and {@link #sweep} after it.
     *
     * @return of how many projects
     */
    public int run() {
        LocalDate day = LocalDate.now(clock).minusDays(keptDays);
        OffsetDateTime before = day.atStartOfDay(clock.getZone()).toOffsetDateTime();
        Set<Long> due = new TreeSet<>(dao.voted(before));
        List<Long> unused = dao.unused(day);
        if (!unused.isEmpty()) {
            Set<Long> used = usedSince.apply(before);
            unused.stream().filter(projectId -> !used.contains(projectId)).forEach(due::add);
        }
        due.forEach(projectId -> jdbi.useTransaction(handle -> {
            chain.lock(projectId);
            if (dao.voted(before).contains(projectId)) {
                int scans = dao.forgetScans(projectId, OffsetDateTime.now(clock));
                record(projectId, "consent.forgotten.scans", 0, scans + " items with their scans");
            }
            if (dao.unused(day).contains(projectId) && !usedSince.apply(before).contains(projectId)) {
                int households = dao.forgetOwners(projectId);
                record(projectId, "consent.forgotten.names", households, "owners of " + households + " households");
            }
        }));
        return due.size();
    }

    private void record(long projectId, String reason, int changed, String what) {
        Map<String, Object> facts = register.facts(projectId);
        facts.put("added", 0);
        facts.put("changed", changed);
        facts.put("reason", messages.text(Locale.SIMPLIFIED_CHINESE, reason, keptDays));
        chain.append(projectId, null, EntryKind.FORGOTTEN, facts);
        audit.record(Actor.commandLine(), "consent.forget", "project-id:" + projectId, null, what);
    }

    /**
     * Removes the files of scans that were forgotten, or that no vote came to name. Looks at every file; safe beside
     * everything else.
     *
     * @return how many were removed
     */
    public int sweep() {
        return files.removeOtherScans(clock.instant().minus(WAITING), dao::neededScans);
    }

    interface Dao {
        /** Whose votes are long over, and whose scans are still there. */
        @SqlQuery("""
                SELECT project_id
                  FROM consent_item
                 GROUP BY project_id
                HAVING SUM(CASE WHEN state = 'OPEN' THEN 1 ELSE 0 END) = 0
                   AND SUM(CASE WHEN state = 'CLOSED' AND forgotten_at IS NULL THEN 1 ELSE 0 END) > 0
                   AND MAX(closed_at) < :before
                 ORDER BY project_id""")
        List<Long> voted(OffsetDateTime before);

        /** Whose record has had no step since a day but that something was forgotten, and whose owners are still known. */
        @SqlQuery("""
                SELECT c.project_id
                  FROM consent_chain c
                 WHERE (SELECT e.made_on
                          FROM consent_entry e
                         WHERE e.project_id = c.project_id AND e.kind <> 'forgotten'
                         ORDER BY e.number DESC
                         LIMIT 1) < :day
                   AND EXISTS (SELECT 1
                                 FROM household h
                                WHERE h.project_id = c.project_id
                                  AND (h.owner_sealed IS NOT NULL OR h.owner_key IS NOT NULL))
                   AND NOT EXISTS (SELECT 1
                                     FROM consent_item i
                                    WHERE i.project_id = c.project_id AND i.state = 'OPEN')
                 ORDER BY c.project_id""")
        List<Long> unused(LocalDate day);

        @SqlQuery("""
                SELECT DISTINCT b.scan
                  FROM consent_ballot b
                  JOIN consent_item i ON i.id = b.item_id
                 WHERE b.scan IS NOT NULL AND i.forgotten_at IS NULL""")
        Set<String> neededScans();

        @SqlUpdate("""
                UPDATE household
                   SET owner_sealed = NULL, owner_key = NULL
                 WHERE project_id = :projectId AND (owner_sealed IS NOT NULL OR owner_key IS NOT NULL)""")
        int forgetOwners(long projectId);

        @SqlUpdate("""
                UPDATE consent_item
                   SET forgotten_at = :at
                 WHERE project_id = :projectId AND state = 'CLOSED' AND forgotten_at IS NULL""")
        int forgetScans(long projectId, OffsetDateTime at);
    }
}
