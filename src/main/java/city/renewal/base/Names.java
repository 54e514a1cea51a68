package city.renewal.base;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English for what the data holds in Chinese only: streets, organisations, crews, people, sentences used again and
 * again. They come from {@code config/names.yaml} and, for the demonstration, {@code config/demo/names.yaml}; the works
 * that crews are called after from {@code config/templates}. What is in none of them stays as it is. Safe for use by
 * many threads.
 */
public final class Names {

    private static final String PLACE = "{0}";

    /** A name with a part that changes, such as a number, and how it is said in English. */
    private record Shape(Pattern zh, String en) {
    }

    /** Read when somebody reads English for the first time. */
    private static final class Packed {

        private static final Names NAMES = new Names(List.of(
                YamlNode.packed("config/names.yaml"), YamlNode.packed("config/demo/names.yaml")), templates());

        private static List<YamlNode> templates() {
            return YamlNode.packed("config/kinds.yaml").nodes("kinds").stream()
                    .map(kind -> "config/templates/" + kind.text("id") + ".yaml")
                    .filter(file -> Names.class.getClassLoader().getResource(file) != null)
                    .map(YamlNode::packed)
                    .toList();
        }
    }

    private final Map<String, String> whole = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    private Names(List<YamlNode> files, List<YamlNode> templates) {
        templates.stream().flatMap(template -> template.nodes("items").stream()).filter(item -> item.has("en"))
                .forEach(item -> whole.put(item.text("zh"), item.text("en")));
        for (YamlNode file : files) {
            for (Object group : file.entries().keySet()) {
                YamlNode names = file.child(group.toString());
                names.entries().keySet().forEach(zh -> keep(zh.toString(), names.text(zh.toString())));
            }
        }
    }

    /** @return the name, with English beside it where the program knows one */
    public static Words of(String name) {
        String en = Packed.NAMES.english(name);
        return new Words(name, en.equals(name) ? null : en);
    }

    private void keep(String zh, String en) {
        int place = zh.indexOf(PLACE);
        if (place < 0) {
            whole.put(zh, en);
        } else {
            shapes.add(new Shape(Pattern.compile(Pattern.quote(zh.substring(0, place)) + "(.+)"
                    + Pattern.quote(zh.substring(place + PLACE.length()))), en));
        }
    }

    /** @return the English name, or the given one when there is none */
    private String english(String zh) {
        String known = whole.get(zh);
        if (known != null) {
            return known;
        }
        for (Shape shape : shapes) {
            Matcher matcher = shape.zh().matcher(zh);
            if (matcher.matches()) {
                return shape.en().replace(PLACE, english(matcher.group(1)));
            }
        }
        return zh;
    }
}
