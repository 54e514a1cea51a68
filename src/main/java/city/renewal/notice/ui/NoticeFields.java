package city.renewal.notice.ui;

import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.notice.NoticeRefusal;
import city.renewal.notice.NoticeWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows refusals at the fields of a form, and brings the first one into view. */
final class NoticeFields {

    private final Map<Field, Supplier<? extends HasValidation>> fields = new EnumMap<>(Field.class);
    private final NoticeWords words;

    NoticeFields(NoticeWords words) {
        this.words = words;
    }

    void put(Field field, Supplier<? extends HasValidation> where) {
        fields.put(field, where);
    }

    /** Does something that may be refused. */
    void run(Runnable action) {
        fields.values().forEach(field -> field.get().setInvalid(false));
        try {
            action.run();
        } catch (NoticeRefusal refusal) {
            Supplier<? extends HasValidation> where = fields.get(refusal.field());
            if (where == null) {
                throw refusal;
            }
            show(where.get(), refusal.in(words.formats().messages(), words.formats().locale()));
        }
    }

    private static void show(HasValidation field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        if (field instanceof Component component) {
            component.setVisible(true);
            component.scrollIntoView();
        }
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** @return the text without blanks at its ends, null for none */
    static @Nullable String text(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Shows a field only where it is asked for; what was written stays. */
    static void ask(TextField field, boolean needed) {
        field.setVisible(needed || !field.isEmpty());
        field.setRequiredIndicatorVisible(needed);
    }
}
