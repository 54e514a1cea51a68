package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.gantt.ui.GanttColumn;
import city.renewal.plan.DurationText;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type about tasks, in either language, and writes what they would type. */
public final class TaskTyping {

    /** Year, month and day with whatever stands between them in Chinese or Western use; a time of day is passed over. */
    private static final Pattern DATE = Pattern.compile(
            "(?:(\\d{4})\\s*[-/.\\u5E74]\\s*)?(\\d{1,2})\\s*[-/.\\u6708]\\s*(\\d{1,2})\\s*\\u65E5?"
                    + "(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern QUANTITY = Pattern.compile("(-?[\\d,]{1,20}(?:\\.\\d{1,9})?)\\s*(.*)");

    private final Kinds kinds;
    private final Formats formats;
    private final UnaryOperator<String> words;

    /** @param words the text of a key in the reader's language */
    public TaskTyping(Kinds kinds, Formats formats, UnaryOperator<String> words) {
        this.kinds = kinds;
        this.formats = formats;
        this.words = words;
    }

    /** An amount of work with its unit's id. */
    public record Quantity(BigDecimal amount, String unit) {
    }

    /** @return names of the three classes, in the reader's language */
    public List<String> classNames() {
        return TaskInput.CLASSES.stream().map(this::className).toList();
    }

    /** @return the name of a class by its id, empty for none */
    public String className(@Nullable String id) {
        return id == null ? "" : words.apply("item-class." + id.toLowerCase(Locale.ROOT));
    }

    /** @return planned quantity and unit as one types them, such as {@code 100 m} */
    public String planned(TaskInput input) {
        return input.plannedQuantity().stripTrailingZeros().toPlainString() + " "
                + kinds.unit(input.unit()).in(formats.locale());
    }

    /**
     * @param text what was typed into a cell of the column: its name, class, duration or planned quantity
     * @return the facts with what was typed
     * @throws Refusal when it cannot be read, or the column is none of these
     */
    public TaskInput typed(TaskInput input, GanttColumn column, String text) {
        String typed = text.strip();
        return switch (column) {
            case NAME -> readsEnglishName(input) ? input.withNameEn(typed.isEmpty() ? null : typed)
                    : input.withName(typed);
            case ITEM_CLASS -> input.withItemClass(itemClass(typed));
            case DURATION -> input.lasting(DurationText.parse(plain(typed)));
            case QUANTITY -> {
                Quantity quantity = quantity(typed, input.unit());
                yield input.withQuantity(quantity.amount(), quantity.unit());
            }
            default -> throw new Refusal("gantt.refused.readonly");
        };
    }

    /** Who reads the English name types the English name. */
    private boolean readsEnglishName(TaskInput input) {
        return input.nameEn() != null && Messages.nearest(formats.locale()).equals(Locale.ENGLISH);
    }

    /**
     * @return the id of the class with this name or id in either language, null for an empty text
     * @throws Refusal when there is none
     */
    public @Nullable String itemClass(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        return TaskInput.CLASSES.stream()
                .filter(id -> id.equalsIgnoreCase(typed) || named("item-class." + id.toLowerCase(Locale.ROOT), typed))
                .findFirst()
                .orElseThrow(() -> new Refusal("plan.task.class", typed));
    }

    private boolean named(String key, String text) {
        return Messages.LOCALES.stream().anyMatch(locale -> formats.messages().text(locale, key).equalsIgnoreCase(text));
    }

    /**
     * @param unit id of the unit where none is typed
     * @throws Refusal when it is no number above zero or the unit is unknown
     */
    public Quantity quantity(String text, String unit) {
        Matcher match = QUANTITY.matcher(plain(text));
        if (!match.matches()) {
            throw new Refusal("plan.quantity.text", text);
        }
        String typedUnit = match.group(2).strip();
        BigDecimal amount = new BigDecimal(match.group(1).replace(",", ""));
        if (amount.signum() <= 0 || amount.compareTo(TaskInput.LARGEST_QUANTITY) > 0) {
            throw new Refusal("plan.quantity.text", text);
        }
        return new Quantity(amount, typedUnit.isEmpty() ? unit : unit(typedUnit));
    }

    /**
     * @return the id of the unit with this name or id in either language
     * @throws Refusal when there is none
     */
    public String unit(String text) {
        String typed = plain(text).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Words> unit : kinds.units().entrySet()) {
            if (unit.getKey().equals(typed) || same(unit.getValue().zh(), typed) || same(unit.getValue().en(), typed)) {
                return unit.getKey();
            }
        }
        throw new Refusal("plan.unit.unknown", text);
    }

    private static boolean same(String name, String typed) {
        return plain(name).toLowerCase(Locale.ROOT).equals(typed);
    }

    /**
     * @param near gives the year where none is typed
     * @throws Refusal when it is no day of the calendar, or one that is absurdly far from there
     */
    public LocalDate date(String text, LocalDate near) {
        Matcher match = DATE.matcher(plain(text));
        if (!match.matches()) {
            throw new Refusal("plan.date.text", text);
        }
        try {
            int year = match.group(1) == null ? near.getYear() : Integer.parseInt(match.group(1));
            if (Math.abs(year - near.getYear()) > TaskInput.FARTHEST_YEARS) {
                throw new Refusal("plan.date.far", text, TaskInput.FARTHEST_YEARS);
            }
            return LocalDate.of(year, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
        } catch (DateTimeException noSuchDay) {
            throw new Refusal("plan.date.text", text);
        }
    }

    /** One form for full-width digits and for square metres in one or two characters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
