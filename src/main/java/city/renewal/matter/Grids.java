package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of governance grids: who answers for which place. */
public final class Grids {

    /** Bytes that a register may have. */
    public static final int LARGEST_FILE = 16 << 20;

    private final Jdbi jdbi;
    private final GridDao dao;
    private final AuditTrail audit;
    /** By what they may be called in a register. */
    private final Map<String, GridKind> kinds = new HashMap<>();

    public Grids(Jdbi jdbi, AuditTrail audit, Messages messages) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(GridDao.class);
        this.audit = audit;
        for (GridKind kind : GridKind.values()) {
            kinds.put(kind.name(), kind);
            Messages.LOCALES.forEach(locale -> kinds.put(kind.name(messages, locale).toUpperCase(Locale.ROOT), kind));
        }
    }

    /**
     * The grid that answers for a place, in one statement: a dedicated grid before a micro-grid before a full grid, of
     * one kind the one that covers the smallest place, and one with a worker before those without.
     *
     * @return empty when no grid covers the place
     */
    public Optional<Grid> route(GridPlace place) {
        List<String> places = place.covers();
        return places.isEmpty() ? Optional.empty() : dao.covering(places).stream()
                .min(Comparator.comparing((GridDao.Covering each) -> each.workerId() == null)
                        .thenComparing(GridDao.Covering::kind)
                        .thenComparing(each -> places.indexOf(each.place()))
                        .thenComparing(GridDao.Covering::id))
                .map(each -> new Grid(each.id(), each.code(), each.kind(), each.name(), each.workerId(),
                        each.worker()));
    }

    /**
     * How many grids of a kind are in use.
     *
     * @param workless of them without a worker
     */
    public record Count(GridKind kind, int grids, int workless) {
    }

    /** @return one line for each kind, full grids first */
    public List<Count> counts() {
        Map<GridKind, GridDao.Counted> found = dao.counts().stream()
                .collect(Collectors.toMap(GridDao.Counted::kind, Function.identity()));
        return List.of(GridKind.FULL, GridKind.MICRO, GridKind.DEDICATED).stream()
                .map(kind -> Optional.ofNullable(found.get(kind))
                        .map(each -> new Count(kind, each.grids(), each.workless()))
                        .orElse(new Count(kind, 0, 0)))
                .toList();
    }

    /**
     * Takes a register, as {@link GridFile} describes it, in place of the one there is; all of it or, with any fault,
     * nothing. Reads at most {@link #LARGEST_FILE} bytes; the stream stays open.
     *
     * @param trial whether only to say what would become of it
     * @throws Refusal when the actor is no administrator, or it is no such table at all
     */
    public GridImport take(Actor actor, InputStream file, boolean trial) {
        actor.require(Role.ADMINISTRATOR);
        Map<String, Long> workers = dao.workers().stream()
                .collect(Collectors.toMap(GridDao.Worker::login, GridDao.Worker::id));
        GridFile read = new GridFile(workers.keySet(), kinds);
        read.read(bytes(file));
        Map<GridKind, Integer> counts = new EnumMap<>(GridKind.class);
        read.rows().forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
        if (!read.faults().isEmpty()) {
            return new GridImport(counts, 0, List.copyOf(read.faults()));
        }
        return jdbi.inTransaction(handle -> {
            Map<String, GridDao.Known> known = dao.known().stream()
                    .collect(Collectors.toMap(GridDao.Known::code, Function.identity()));
            int retired = (int) known.values().stream().filter(grid -> !grid.retired()).count()
                    - (int) read.rows().stream().map(row -> known.get(row.code()))
                            .filter(grid -> grid != null && !grid.retired()).count();
            if (!trial) {
                replace(read.rows(), known, workers);
                audit.record(actor, "grid.import", "grids", null, counts + ", retired " + retired);
            }
            return new GridImport(counts, retired, List.of());
        });
    }

    private static byte[] bytes(InputStream file) {
        try {
            byte[] content = file.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new Refusal("grid.file.large", String.valueOf(LARGEST_FILE >> 20));
            }
            return content;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void replace(List<GridRow> rows, Map<String, GridDao.Known> known, Map<String, Long> workers) {
        Map<String, String> workersOfFull = new HashMap<>();
        rows.stream().filter(row -> row.worker() != null).forEach(row -> workersOfFull.put(row.code(), row.worker()));
        List<GridDao.Written> added = new ArrayList<>();
        List<GridDao.Written> changed = new ArrayList<>();
        for (GridRow row : rows) {
            String worker = row.worker() != null ? row.worker()
                    : row.parent() == null ? null : workersOfFull.get(row.parent());
            (known.containsKey(row.code()) ? changed : added).add(new GridDao.Written(row.code(), row.kind(),
                    row.name(), id(worker, workers)));
        }
        dao.removeCovers();
        dao.retireAll();
        dao.add(added);
        dao.update(changed);
        Map<String, Long> ids = dao.known().stream()
                .collect(Collectors.toMap(GridDao.Known::code, GridDao.Known::id));
        dao.put(rows.stream().filter(row -> row.parent() != null)
                .map(row -> new GridDao.Inside(ids.get(row.code()), ids.get(row.parent()))).toList());
        dao.cover(rows.stream().flatMap(row -> row.covers().stream()
                .map(place -> new GridDao.Cover(place, ids.get(row.code())))).toList());
    }

    private static @Nullable Long id(@Nullable String login, Map<String, Long> workers) {
        return login == null ? null : workers.get(login);
    }
}
