package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.base.YamlNode;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A group or an item as a template's file writes it. What cannot be used is refused by file, entry and field. */
final class TemplateEntry {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Characters that a zone's number adds to an item's id in the code of its task. */
    private static final int ROOM_FOR_ZONE = 4;
    /** Characters that the name of a zone may add to an item's. */
    private static final int ROOM_FOR_PLACE = 200;
    private static final List<String> NAMES = List.of("zh", "en", "public");
    private static final Set<String> CLASSES = Set.of("BASIC", "IMPROVEMENT", "UPGRADE");
    /** What messages call an entry that has no name yet. */
    private static final String NAMELESS = "–";

    private final YamlNode node;
    private final String file;
    private final String id;

    private TemplateEntry(YamlNode node, String file, String id) {
        this.node = node;
        this.file = file;
        this.id = id;
    }

    /** @throws Refusal when it has no id that will do, or a text that no plan has room for */
    static TemplateEntry of(YamlNode node, String file) {
        String id = new TemplateEntry(node, file, node.has("zh") ? node.text("zh") : NAMELESS).needed("id");
        if (!ID.matcher(id).matches()) {
            throw new Refusal("template.fault.id", file, id);
        }
        TemplateEntry entry = new TemplateEntry(node, file, id);
        entry.needed("zh");
        entry.checkTexts();
        return entry;
    }

    /** @return what the whole file says beside its groups and items, under this name */
    static TemplateEntry of(YamlNode node, String file, String name) {
        return new TemplateEntry(node, file, name);
    }

    String id() {
        return id;
    }

    YamlNode node() {
        return node;
    }

    /** What a plan has no room for is refused here, where it can be named, and not when the plan is made. */
    private void checkTexts() {
        checkLength(id, TaskInput.LONGEST_CODE - ROOM_FOR_ZONE, "id");
        for (String name : NAMES) {
            checkLength(node.textOrNull(name), TaskInput.LONGEST_NAME - ROOM_FOR_PLACE, name);
        }
        checkLength(node.textOrNull("team"), TaskInput.LONGEST_CREW, "team");
        checkLength(node.textOrNull("notes"), TaskInput.LONGEST_NOTES, "notes");
    }

    void checkLength(@Nullable String text, int longest, String field) {
        if (text != null && text.length() > longest) {
            throw new Refusal("template.fault.long", file, id, field, longest);
        }
    }

    String needed(String field) {
        if (!node.has(field)) {
            throw new Refusal("template.fault.lacks", file, id, field);
        }
        return node.text(field);
    }

    /** @return one of the ids, or null where nothing is written */
    @Nullable String knownOrNull(String field, Set<String> ids) {
        String given = node.textOrNull(field);
        if (given != null) {
            check(field, given, ids);
        }
        return given;
    }

    void check(String field, String given, Set<String> ids) {
        if (!ids.contains(given)) {
            throw unknown(field, given);
        }
    }

    @Nullable String itemClass() {
        return knownOrNull("class", CLASSES);
    }

    double positive(String field) {
        String written = needed(field);
        if (!(node.entries().get(field) instanceof Number number) || !(number.doubleValue() > 0)
                || Double.isInfinite(number.doubleValue())) {
            throw noNumber(field, written);
        }
        return number.doubleValue();
    }

    /** @return none below zero */
    List<Double> numbers(String field) {
        List<Double> numbers = new ArrayList<>();
        for (String text : node.texts(field)) {
            double number = number(field, text);
            if (!(number >= 0) || Double.isInfinite(number)) {
                throw noNumber(field, text);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** @return none below zero, none larger than a plan's quantities */
    List<BigDecimal> weights(String field) {
        List<BigDecimal> weights = new ArrayList<>();
        for (String text : node.texts(field)) {
            double weight = number(field, text);
            if (!(weight >= 0 && weight <= TaskInput.LARGEST_QUANTITY.doubleValue())) {
                throw noNumber(field, text);
            }
            weights.add(BigDecimal.valueOf(weight));
        }
        return weights;
    }

    private double number(String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw noNumber(field, text);
        }
    }

    private Refusal noNumber(String field, String written) {
        return new Refusal("template.fault.number", file, id, field, written);
    }

    Refusal unknown(String field, String given) {
        return new Refusal("template.fault.unknown", file, id, field, given);
    }

    /** @param written what cannot be read as the name of a predecessor with a lag */
    Refusal noPredecessor(String written) {
        return new Refusal("template.fault.after", file, id, written);
    }
}
