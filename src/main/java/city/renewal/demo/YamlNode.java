package city.renewal.demo;

import city.renewal.base.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML file, read with messages that name the file and the entry.
 *
 * @param where   file and place, for messages
 * @param entries the mapping
 */
record YamlNode(String where, Map<?, ?> entries) {

    /** An entry without value is what an unquoted comma in a text leaves behind, and would cut the text short. */
    YamlNode {
        entries.forEach((key, value) -> {
            if (value == null) {
                throw new IllegalArgumentException(where + " has '" + key + "' without a value; quote texts with commas");
            }
        });
    }

    static YamlNode of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(where, map);
        }
        throw new IllegalArgumentException(where + " should be a mapping");
    }

    private IllegalArgumentException lacks(String key, String what) {
        return new IllegalArgumentException(where + " lacks " + what + " '" + key + "'");
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        Object found = entries.get(key);
        if (found == null) {
            throw lacks(key, "the text");
        }
        return found.toString();
    }

    @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    double number(String key) {
        if (entries.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw lacks(key, "the number");
    }

    double number(String key, double absent) {
        return has(key) ? number(key) : absent;
    }

    int whole(String key, int absent) {
        return (int) number(key, absent);
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(entries.get(key));
    }

    Words words() {
        return new Words(text("zh"), textOrNull("en"));
    }

    YamlNode child(String key) {
        return of(where + ", " + key, entries.get(key));
    }

    /** @return the mappings below a mapping, by key, in order; none when it is absent */
    Map<String, YamlNode> children(String key) {
        Map<String, YamlNode> found = new LinkedHashMap<>();
        if (has(key)) {
            child(key).entries().forEach((name, value) ->
                    found.put(name.toString(), of(where + ", " + key + ", " + name, value)));
        }
        return found;
    }

    /** @return the mappings of a list, in order; none when it is absent */
    List<YamlNode> nodes(String key) {
        return list(key).stream().map(value -> of(where + ", " + key, value)).toList();
    }

    /** @return the texts of a list, in order; none when it is absent */
    List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    /** @return the numbers below a mapping, by key; none when it is absent */
    Map<String, Double> numbers(String key) {
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
