package city.renewal.matter;

import city.renewal.base.Finding;
import city.renewal.base.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A grid register as CSV, in UTF-8 or, as spreadsheets in China write it, GB 18030. Columns by their names: {@code code,
 * kind, name, parent, worker, street, community, project, buildings, stairwells}; the last five say what the grid covers,
 * several with a semicolon between them.
 */
final class GridFile {

    private static final List<String> COLUMNS = List.of("code", "kind", "name", "parent", "worker", "street",
            "community", "project", "buildings", "stairwells");
    private static final List<String> NEEDED = List.of("code", "kind", "name");
    private static final Pattern CODE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._-]{0,31}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 120;
    /** Grids that a register may have; the published programme has 16,123. */
    private static final int MOST = 100_000;

    private final Set<String> workers;
    private final Map<String, GridKind> kinds;
    private final List<GridRow> rows = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private final Map<String, GridKind> codes = new HashMap<>();
    private final Set<String> covered = new HashSet<>();

    /**
     * @param workers logins of those whom a grid can name
     * @param kinds   by what they may be called
     */
    GridFile(Set<String> workers, Map<String, GridKind> kinds) {
        this.workers = workers;
        this.kinds = kinds;
    }

    List<GridRow> rows() {
        return rows;
    }

    List<Finding> faults() {
        return faults;
    }

    /** @throws Refusal when it is no such table at all */
    void read(byte[] content) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).setIgnoreHeaderCase(true).get();
        try (CSVParser table = CSVParser.parse(new StringReader(text(content)), format)) {
            List<String> headings = table.getHeaderNames().stream()
                    .map(heading -> heading.toLowerCase(Locale.ROOT)).toList();
            if (!headings.containsAll(NEEDED)) {
                throw new Refusal("grid.file.columns", String.join(", ", COLUMNS));
            }
            for (CSVRecord each : table) {
                if (rows.size() >= MOST) {
                    throw new Refusal("grid.file.long", String.valueOf(MOST));
                }
                row((int) table.getCurrentLineNumber(), each);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | UncheckedIOException broken) {
            throw new Refusal("grid.file.broken");
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            throw new Refusal("grid.file.empty");
        }
        rows.forEach(this::checkParent);
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            text = new String(content, Charset.forName("GB18030"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private void row(int line, CSVRecord record) {
        int before = faults.size();
        String code = value(record, "code");
        String name = value(record, "name");
        String worker = value(record, "worker");
        GridKind kind = kind(value(record, "kind"));
        if (code == null || !CODE.matcher(code).matches()) {
            fault(line, "grid.fault.code", code);
        } else if (codes.containsKey(code)) {
            fault(line, "grid.fault.code-twice", code);
        }
        if (kind == null) {
            fault(line, "grid.fault.kind", value(record, "kind"));
        }
        if (name == null || name.length() > LONGEST_NAME) {
            fault(line, "grid.fault.name", name);
        }
        if (worker != null && !workers.contains(worker.toLowerCase(Locale.ROOT))) {
            fault(line, "grid.fault.worker", worker);
        }
        List<String> covers = covers(line, record);
        covers.forEach(place -> {
            if (kind != null && !covered.add(kind + " " + place)) {
                fault(line, "grid.fault.place-twice", place);
            }
        });
        if (faults.size() == before && code != null && kind != null && name != null) {
            codes.put(code, kind);
            rows.add(new GridRow(line, code, kind, name, value(record, "parent"),
                    worker == null ? null : worker.toLowerCase(Locale.ROOT), covers));
        }
    }

    private List<String> covers(int line, CSVRecord record) {
        List<String> projects = list(record, "project");
        List<String> buildings = list(record, "buildings");
        List<String> stairwells = list(record, "stairwells");
        if (!buildings.isEmpty() && projects.size() != 1 || !stairwells.isEmpty() && buildings.isEmpty()) {
            fault(line, "grid.fault.place", String.join(";", buildings.isEmpty() ? stairwells : buildings));
            return List.of();
        }
        List<String> covers = new ArrayList<>();
        list(record, "street").forEach(street -> covers.add(first(street, null, null, null, null)));
        list(record, "community").forEach(community -> covers.add(first(null, community, null, null, null)));
        if (buildings.isEmpty()) {
            projects.forEach(project -> covers.add(first(null, null, project, null, null)));
        }
        for (String building : buildings) {
            if (stairwells.isEmpty()) {
                covers.add(first(null, null, projects.getFirst(), building, null));
            }
            stairwells.forEach(stairwell -> covers.add(first(null, null, projects.getFirst(), building, stairwell)));
        }
        if (covers.isEmpty()) {
            fault(line, "grid.fault.nowhere", value(record, "code"));
        }
        covers.stream().filter(place -> place.length() > LONGEST_PLACE)
                .forEach(place -> fault(line, "grid.fault.place", place.substring(0, LONGEST_PLACE)));
        return covers;
    }

    private static String first(@Nullable String street, @Nullable String community, @Nullable String project,
                                @Nullable String building, @Nullable String stairwell) {
        return new GridPlace(street, community, project, building, stairwell).covers().getFirst();
    }

    private void checkParent(GridRow row) {
        if (row.parent() != null
                && (row.kind() == GridKind.FULL || codes.get(row.parent()) != GridKind.FULL)) {
            fault(row.line(), "grid.fault.parent", row.parent());
        }
    }

    private @Nullable GridKind kind(@Nullable String written) {
        return written == null ? null : kinds.get(written.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String value(CSVRecord record, String column) {
        String found = record.isMapped(column) && record.isSet(column) ? record.get(column).strip() : "";
        return found.isEmpty() ? null : found;
    }

    private static List<String> list(CSVRecord record, String column) {
        String found = value(record, column);
        return found == null ? List.of() : Arrays.stream(found.split("[;；]"))
                .map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private void fault(int line, String key, @Nullable String given) {
        if (faults.size() < GridImport.MOST_FAULTS) {
            faults.add(new Finding(key, String.valueOf(line), given == null ? "" : given));
        }
    }
}
