package city.renewal.programme;

import city.renewal.base.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Published figures and commitments, read once from {@code config/indicators.yaml}. Immutable. */
public final class PublishedFigures {

    private static final String FILE = "config/indicators.yaml";

    private final Map<String, Indicator> indicators;
    private final List<Commitment> commitments;

    private PublishedFigures(Map<String, Indicator> indicators, List<Commitment> commitments) {
        this.indicators = indicators;
        this.commitments = List.copyOf(commitments);
    }

    /** Reads the file packed into the program. */
    public static PublishedFigures packed() {
        try (InputStream file = PublishedFigures.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no " + FILE);
            }
            return read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws IllegalArgumentException naming the entry that lacks something, such as a source */
    static PublishedFigures read(InputStream file) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().setLabel(FILE).build())
                .loadFromInputStream(file);
        Map<?, ?> sources = root.get("sources") instanceof Map<?, ?> found ? found : Map.of();
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        for (Map<?, ?> entry : entries(root, "indicators")) {
            Indicator indicator = new Indicator(text(entry, "id"), optional(entry, "kind"), optional(entry, "measure"),
                    words(entry), new BigDecimal(text(entry, "value")), text(entry, "unit"), source(entry, sources),
                    entry.get("note") instanceof Map<?, ?> note ? words(note) : null);
            indicators.put(indicator.id(), indicator);
        }
        List<Commitment> commitments = entries(root, "commitments").stream()
                .map(entry -> new Commitment(text(entry, "id"), text(entry, "whose").equals("district"), words(entry),
                        named(entry, indicators)))
                .toList();
        return new PublishedFigures(indicators, commitments);
    }

    private static List<Indicator> named(Map<?, ?> entry, Map<String, Indicator> indicators) {
        List<?> ids = entry.get("indicators") instanceof List<?> found ? found : List.of();
        return ids.stream().map(id -> {
            Indicator indicator = indicators.get(id.toString());
            if (indicator == null) {
                throw new IllegalArgumentException(FILE + " does not define '" + id + "'");
            }
            return indicator;
        }).toList();
    }

    private static Words source(Map<?, ?> entry, Map<?, ?> sources) {
        if (sources.get(text(entry, "source")) instanceof Map<?, ?> source) {
            return words(source);
        }
        throw new IllegalArgumentException(FILE + ": the source of " + entry + " is not defined");
    }

    private static List<Map<?, ?>> entries(Map<?, ?> root, String key) {
        List<?> entries = root.get(key) instanceof List<?> found ? found : List.of();
        return entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
    }

    private static Words words(Map<?, ?> entry) {
        return new Words(text(entry, "zh"), text(entry, "en"));
    }

    private static @Nullable String optional(Map<?, ?> entry, String key) {
        Object found = entry.get(key);
        return found == null ? null : found.toString();
    }

    private static String text(Map<?, ?> entry, String key) {
        String found = optional(entry, key);
        if (found == null) {
            throw new IllegalArgumentException(FILE + ": an entry lacks '" + key + "': " + entry);
        }
        return found;
    }

    /** @return the figures about a kind of projects that can be set beside what is measured, in the file's order */
    public List<Indicator> of(String kind) {
        return indicators.values().stream()
                .filter(each -> kind.equals(each.kind()) && each.measure() != null)
                .toList();
    }

    /** @return who published the figures, each once */
    public List<Words> sources() {
        return indicators.values().stream().map(Indicator::source).distinct().toList();
    }

    /** @return every commitment, in the file's order */
    public List<Commitment> commitments() {
        return commitments;
    }
}
