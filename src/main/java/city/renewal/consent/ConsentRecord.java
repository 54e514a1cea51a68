package city.renewal.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The record of a project's votes as everybody may have it. While an item is open its ballots are there with their
 * hashes alone, so that nobody can count early and yet nothing can be changed unnoticed; the ballots and codes of today
 * come tomorrow, so that nobody can watch who votes when.
 */
public final class ConsentRecord {

    /** Entries that are read at once. */
    static final int PART = 500;

    private final ChainDao dao;
    private final ConsentItemDao items;
    private final Clock clock;

    ConsentRecord(Jdbi jdbi, Clock clock) {
        this.dao = jdbi.onDemand(ChainDao.class);
        this.items = jdbi.onDemand(ConsentItemDao.class);
        this.clock = clock;
    }

    /** @param content null while its item is open */
    public record Line(int number, String on, String kind, @Nullable String content, String previous, String hash) {
    }

    /** @return what everything that is read of a record depends on; another one tomorrow, when the rest of today comes */
    public String version(long projectId) {
        return LocalDate.now(clock) + " " + dao.head(projectId).map(ChainDao.Head::hash).orElse("");
    }

    /**
     * Reads the record in parts, so that a long one is never in memory as a whole, nor a slow reader keeps the database.
     *
     * @param lines is given each in order; none when the project has no record
     */
    public void read(long projectId, Consumer<Line> lines) {
        int end = dao.head(projectId).map(ChainDao.Head::entries).orElse(0);
        Set<Long> open = items.ofProject(projectId).stream().filter(item -> item.state() == ItemState.OPEN)
                .map(ConsentItem::id).collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        for (int first = 1; first <= end; first += PART) {
            for (ChainEntry entry : dao.part(projectId, first, Math.min(end, first + PART - 1))) {
                if (tellsWhen(entry) && !entry.madeOn().isBefore(today)) {
                    return;
                }
                lines.accept(line(entry, open));
            }
        }
    }

    private static Line line(ChainEntry entry, Set<Long> open) {
        return new Line(entry.number(), entry.madeOn().toString(), entry.kind(),
                entry.kind().equals(EntryKind.BALLOT.id()) && open.contains(entry.itemId()) ? null : entry.content(),
                entry.previousHash(), entry.hash());
    }

    private static boolean tellsWhen(ChainEntry entry) {
        return entry.kind().equals(EntryKind.BALLOT.id()) || entry.kind().equals(EntryKind.CODES.id());
    }
}
