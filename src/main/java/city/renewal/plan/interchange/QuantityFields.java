package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mpxj.FieldType;
import org.mpxj.FieldTypeClass;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/** Finds the custom fields in which a file keeps planned quantities, by the names planners give them. */
final class QuantityFields {

    private static final Properties NAMES = load();

    private final @Nullable FieldType quantity;
    private final @Nullable FieldType unit;

    QuantityFields(ProjectFile project) {
        this.quantity = find(project, "quantity");
        this.unit = find(project, "unit");
    }

    /** @return the name to give the field of that role on export */
    static String exportName(String role) {
        return names(role).getFirst();
    }

    @Nullable PlanQuantity of(Task task) {
        Object value = quantity == null ? null : task.get(quantity);
        if (value == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(value.toString().strip());
            Object unitValue = unit == null ? null : task.get(unit);
            String unitName = unitValue == null || unitValue.toString().isBlank() ? null : unitValue.toString().strip();
            return amount.signum() < 0 ? null : new PlanQuantity(amount.stripTrailingZeros(), unitName);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** @return whether the field's content is taken */
    boolean takes(FieldType field) {
        return field.equals(quantity) || field.equals(unit);
    }

    private static @Nullable FieldType find(ProjectFile project, String role) {
        return project.getCustomFields().getCustomFieldsByFieldTypeClass(FieldTypeClass.TASK).stream()
                .filter(field -> Stream.of(field.getAlias(), field.getFieldType().getName())
                        .anyMatch(name -> name != null
                                && names(role).stream().anyMatch(known -> known.equalsIgnoreCase(name.strip()))))
                .map(field -> field.getFieldType())
                .findFirst().orElse(null);
    }

    private static List<String> names(String role) {
        return Arrays.asList(NAMES.getProperty(role).split("\\s*,\\s*"));
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                QuantityFields.class.getResourceAsStream("field-names.properties"), StandardCharsets.UTF_8)) {
            names.load(in);
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
