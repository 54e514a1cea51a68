package city.renewal.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A mapping of a YAML file, read with messages that name the file and the entry. What lacks or does not fit is an
 * {@link IllegalArgumentException} in one line.
 *
 * @param where   file and place, for messages
 * @param entries the mapping
 */
public record YamlNode(String where, Map<?, ?> entries) {

    /** Reads a file packed into the program, such as {@code config/kinds.yaml}. */
    public static YamlNode packed(String file) {
        try (InputStream content = YamlNode.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no " + file + " in the program");
            }
            return of(file, new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(content));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An entry without value is what an unquoted comma in a text leaves behind, and would cut the text short. */
    public YamlNode {
        entries.forEach((key, value) -> {
            if (value == null) {
                throw new IllegalArgumentException(where + " has '" + key + "' without a value; quote texts with commas");
            }
        });
    }

    public static YamlNode of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(where, map);
        }
        throw new IllegalArgumentException(where + " should be a mapping");
    }

    private IllegalArgumentException lacks(String key, String what) {
        return new IllegalArgumentException(where + " lacks " + what + " '" + key + "'");
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public String text(String key) {
        Object found = entries.get(key);
        if (found == null) {
            throw lacks(key, "the text");
        }
        return found.toString();
    }

    public @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    public double number(String key) {
        if (entries.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw lacks(key, "the number");
    }

    public double number(String key, double absent) {
        return has(key) ? number(key) : absent;
    }

    public int whole(String key, int absent) {
        return (int) number(key, absent);
    }

    /** @return the value in upper case as one of an enum's names, hyphens for underscores; {@code absent} without it */
    public <E extends Enum<E>> E one(Class<E> type, String key, E absent) {
        if (!has(key)) {
            return absent;
        }
        String name = text(key).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(where + ": '" + text(key) + "' is no '" + key + "'");
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(entries.get(key));
    }

    public Words words() {
        return new Words(text("zh"), textOrNull("en"));
    }

    public YamlNode child(String key) {
        return of(where + ", " + key, entries.get(key));
    }

    /** @return the mappings below a mapping, by key, in order; none when it is absent */
    public Map<String, YamlNode> children(String key) {
        Map<String, YamlNode> found = new LinkedHashMap<>();
        if (has(key)) {
            child(key).entries().forEach((name, value) ->
                    found.put(name.toString(), of(where + ", " + key + ", " + name, value)));
        }
        return found;
    }

    /** @return the mappings of a list, in order; none when it is absent */
    public List<YamlNode> nodes(String key) {
        return list(key).stream().map(value -> of(where + ", " + key, value)).toList();
    }

    /** @return the texts of a list, in order; none when it is absent */
    public List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    /** @return the numbers below a mapping, by key; none when it is absent */
    public Map<String, Double> numbers(String key) {
        Map<String, Double> found = new LinkedHashMap<>();
        if (has(key)) {
            YamlNode child = child(key);
            child.entries().keySet().forEach(name -> found.put(name.toString(), child.number(name.toString())));
        }
        return found;
    }

    private List<?> list(String key) {
        return entries.get(key) instanceof List<?> list ? list : List.of();
    }
}
