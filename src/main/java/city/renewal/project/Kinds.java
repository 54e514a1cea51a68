package city.renewal.project;

import city.renewal.base.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The kinds of projects and the units in use, read once from {@code config/kinds.yaml}. Immutable. */
public final class Kinds {

    private static final String FILE = "config/kinds.yaml";

    private final Map<String, Kind> kinds;
    private final Map<String, Words> units;

    private Kinds(Map<String, Kind> kinds, Map<String, Words> units) {
        this.kinds = kinds;
        this.units = units;
    }

    /** Reads the file packed into the program. */
    public static Kinds packed() {
        try (InputStream file = Kinds.class.getClassLoader().getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws IllegalArgumentException naming what is missing or unknown in the file */
    static Kinds read(@Nullable InputStream file) {
        if (file == null) {
            throw new IllegalArgumentException("There is no " + FILE);
        }
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().setLabel(FILE).build())
                .loadFromInputStream(file);
        Map<String, Words> units = units(map(root, "units"));
        Map<String, Words> stages = words(map(root, "stages"));
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Object each : list(root, "kinds")) {
            Map<?, ?> entry = (Map<?, ?>) each;
            Kind kind = new Kind(text(entry, "id"), named(entry), measures(entry, units), stages(entry, stages));
            kinds.put(kind.id(), kind);
        }
        return new Kinds(kinds, units);
    }

    private static List<Kind.KindMeasure> measures(Map<?, ?> kind, Map<String, Words> units) {
        String headline = text(kind, "headline");
        return list(kind, "measures").stream()
                .map(each -> (Map<?, ?>) each)
                .sorted((one, other) -> Boolean.compare(
                        !text(one, "id").equals(headline), !text(other, "id").equals(headline)))
                .map(measure -> new Kind.KindMeasure(text(measure, "id"), named(measure),
                        known(units, text(measure, "unit"))))
                .toList();
    }

    private static List<Kind.Stage> stages(Map<?, ?> kind, Map<String, Words> stages) {
        return list(kind, "stages").stream()
                .map(id -> new Kind.Stage(id.toString(), stages.get(known(stages, id.toString()))))
                .toList();
    }

    private static String known(Map<String, Words> names, String id) {
        if (!names.containsKey(id)) {
            throw new IllegalArgumentException(FILE + " does not define '" + id + "'");
        }
        return id;
    }

    private static Map<String, Words> words(Map<?, ?> entries) {
        Map<String, Words> named = new LinkedHashMap<>();
        entries.forEach((id, names) -> named.put(id.toString(), named((Map<?, ?>) names)));
        return named;
    }

    /** A unit may say what one of it is called in English: {@code one: point}. */
    private static Map<String, Words> units(Map<?, ?> entries) {
        Map<String, Words> named = new LinkedHashMap<>();
        entries.forEach((id, names) -> {
            Map<?, ?> entry = (Map<?, ?>) names;
            Object one = entry.get("one");
            named.put(id.toString(), new Words(text(entry, "zh"), text(entry, "en"),
                    one == null ? null : one.toString()));
        });
        return named;
    }

    private static Words named(Map<?, ?> entry) {
        return new Words(text(entry, "zh"), text(entry, "en"));
    }

    private static String text(Map<?, ?> entry, String key) {
        Object found = entry.get(key);
        if (found == null) {
            throw new IllegalArgumentException(FILE + ": an entry lacks '" + key + "': " + entry);
        }
        return found.toString();
    }

    private static Map<?, ?> map(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<?> list(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof List<?> found ? found : List.of();
    }

    /** @return every kind, in the order of the file */
    public List<Kind> all() {
        return List.copyOf(kinds.values());
    }

    public Optional<Kind> find(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public Kind get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No kind '" + id + "'"));
    }

    /** @return whether the file has the unit */
    public boolean hasUnit(String id) {
        return units.containsKey(id);
    }

    /** @return every unit's name by its id, in the order of the file */
    public Map<String, Words> units() {
        return Collections.unmodifiableMap(units);
    }

    /** @return the unit's name, or its id where the file does not have it, as with units of imported files */
    public Words unit(String id) {
        return units.getOrDefault(id, new Words(id, id));
    }
}
