package city.renewal.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The record of a project's votes as everybody may have it. While an item is open its ballots are there with their
 * hashes alone, so that nobody can count early and yet nothing can be changed unnoticed; the ballots and codes of today
 * come tomorrow, so that nobody can watch who votes when.
 */
public final class ConsentRecord {

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

    /** @return in order; empty when the project has none */
    public List<Line> lines(long projectId) {
        Set<Long> open = items.ofProject(projectId).stream().filter(item -> item.state() == ItemState.OPEN)
                .map(ConsentItem::id).collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        return dao.entries(projectId).stream()
                .takeWhile(entry -> entry.madeOn().isBefore(today) || !tellsWhen(entry))
                .map(entry -> new Line(entry.number(), entry.madeOn().toString(), entry.kind(),
                        entry.kind().equals(EntryKind.BALLOT.id()) && open.contains(entry.itemId())
                                ? null : entry.content(),
                        entry.previousHash(), entry.hash()))
                .toList();
    }

    private static boolean tellsWhen(ChainEntry entry) {
        return entry.kind().equals(EntryKind.BALLOT.id()) || entry.kind().equals(EntryKind.CODES.id());
    }
}
