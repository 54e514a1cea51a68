package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.FieldType;
import org.mpxj.FieldTypeClass;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/** Finds the custom fields in which planners keep quantities, units and codes, by the names they give them. */
final class PlannerFields {

    private static final Properties NAMES = load();

    private final @Nullable FieldType quantity;
    private final @Nullable FieldType unit;
    private final @Nullable FieldType code;

    PlannerFields(ProjectFile project) {
        this.quantity = find(project, Role.QUANTITY);
        this.unit = find(project, Role.UNIT);
        this.code = find(project, Role.CODE);
    }

    /** The roles a custom field can have. */
    enum Role {
        QUANTITY, UNIT, CODE;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return the name to give the field of that role on export */
    static String exportName(Role role) {
        return names(role).getFirst();
    }

    @Nullable PlanQuantity quantity(Task task) {
        String value = text(task, quantity);
        if (value == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(value);
            return amount.signum() < 0 ? null : new PlanQuantity(plain(amount), text(task, unit));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    @Nullable String code(Task task) {
        return text(task, code);
    }

    /** @return whether the field's content is taken */
    boolean takes(FieldType field) {
        return field.equals(quantity) || field.equals(unit) || field.equals(code);
    }

    private static @Nullable String text(Task task, @Nullable FieldType field) {
        Object value = field == null ? null : task.get(field);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable FieldType find(ProjectFile project, Role role) {
        return project.getCustomFields().getCustomFieldsByFieldTypeClass(FieldTypeClass.TASK).stream()
                .filter(field -> Stream.of(field.getAlias(), field.getFieldType().getName())
                        .anyMatch(name -> name != null
                                && names(role).stream().anyMatch(known -> known.equalsIgnoreCase(name.strip()))))
                .map(field -> field.getFieldType())
                .findFirst().orElse(null);
    }

    private static List<String> names(Role role) {
        return Arrays.asList(NAMES.getProperty(role.key()).split("\\s*,\\s*"));
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                PlannerFields.class.getResourceAsStream("field-names.properties"), StandardCharsets.UTF_8)) {
            names.load(in);
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
