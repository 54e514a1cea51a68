package city.renewal.desk.ui;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Small parts that several views of the desk show. */
final class DeskParts {

    /** The text of a key in the reader's language. */
    @FunctionalInterface
    interface Words {
        String of(String key, Object... parameters);
    }

    private DeskParts() {
    }

    /**
     * @param daysLate above 0 late, below 0 early, null without a promise
     * @return the word and the colour for it
     */
    static Span variance(@Nullable Integer daysLate, Words words) {
        Span badge = new Span();
        badge.addClassName("badge");
        if (daysLate == null) {
            badge.setText(words.of("variance.none"));
        } else if (daysLate > 0) {
            badge.setText(words.of("variance.late", daysLate));
            badge.addClassName("badge-late");
        } else if (daysLate < 0) {
            badge.setText(words.of("variance.early", -daysLate));
            badge.addClassName("badge-good");
        } else {
            badge.setText(words.of("variance.on-time"));
            badge.addClassName("badge-good");
        }
        return badge;
    }
}
