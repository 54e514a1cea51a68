package city.renewal.consent;

import city.renewal.base.Sha256;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of everything that happens in a project's votes: each entry is hashed with the hash of the one before, so
 * that none can be changed, taken out or put in between without all later hashes changing.
 */
final class ConsentChain {

    static final String BEGINNING = "0".repeat(64);

    private final ChainDao dao;
    private final Clock clock;

    ConsentChain(Jdbi jdbi, Clock clock) {
        this.dao = jdbi.onDemand(ChainDao.class);
        this.clock = clock;
    }

    /** Lets one transaction at a time change a project's votes. Call first; held until the transaction ends. */
    void lock(long projectId) {
        if (dao.lock(projectId) == 0) {
            dao.lockProject(projectId);
            if (dao.lock(projectId) == 0) {
                dao.begin(projectId, BEGINNING);
            }
        }
    }

    /**
     * Adds a step; inside the transaction that does it, after {@link #lock}.
     *
     * @param facts what everybody may read in the end: no door, no name, nothing to tell a household by
     */
    ChainEntry append(long projectId, @Nullable Long itemId, EntryKind kind, Map<String, Object> facts) {
        ChainDao.Head head = dao.head(projectId).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        int number = head.entries() + 1;
        Map<String, Object> content = new TreeMap<>(facts);
        content.put("project", projectId);
        content.put("number", number);
        content.put("on", today.toString());
        content.put("kind", kind.id());
        if (itemId != null) {
            content.put("item", itemId);
        }
        String text = JsonMapper.shared().writeValueAsString(content);
        ChainEntry entry = new ChainEntry(projectId, number, today, itemId, kind.id(), text, head.hash(),
                hash(head.hash(), text));
        dao.add(entry);
        dao.moveHead(projectId, number, entry.hash());
        return entry;
    }

    static String hash(String previous, String content) {
        return Sha256.hex(previous + "\n" + content);
    }
}
