package city.renewal.programme;

import city.renewal.base.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Published figures, read once from {@code config/indicators.yaml}. Immutable. */
public final class PublishedFigures {

    private static final String FILE = "config/indicators.yaml";

    private final Map<String, Indicator> indicators;
    private final List<String> headlines;
    private final List<Words> city;

    private PublishedFigures(Map<String, Indicator> indicators, List<String> headlines, List<Words> city) {
        this.indicators = indicators;
        this.headlines = headlines;
        this.city = city;
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
                    maybe(entry, "asOf"), maybe(entry, "note"), Boolean.TRUE.equals(entry.get("totalOnly")));
            if (indicator.totalOnly() && indicator.measure() != null) {
                throw new IllegalArgumentException(FILE + ": '" + indicator.id()
                        + "' is published as a total only and cannot be measured by project");
            }
            indicators.put(indicator.id(), indicator);
        }
        List<?> headlines = root.get("headlines") instanceof List<?> found ? found : List.of();
        return new PublishedFigures(indicators, headlines.stream().map(Object::toString).toList(),
                entries(root, "city").stream().map(PublishedFigures::words).toList());
    }

    private static @Nullable Words maybe(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> said ? words(said) : null;
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

    /** @return every indicator, in the file's order */
    public List<Indicator> all() {
        return List.copyOf(indicators.values());
    }

    public Optional<Indicator> find(@Nullable String id) {
        return Optional.ofNullable(id).map(indicators::get);
    }

    /** @return ids of the kinds whose totals head the overview, in this order */
    public List<String> headlines() {
        return headlines;
    }

    /** @return what the city promised without a figure */
    public List<Words> city() {
        return city;
    }
}
