package city.renewal.plan.window;

import city.renewal.base.Words;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A window as somebody means to declare it.
 *
 * @param words       what residents read; Chinese is needed
 * @param legalSource the order, law or certificate it rests on; needed for permits, else null for none
 */
public record NewWindow(
        @Nullable WindowKind kind,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn,
        WindowScope scope,
        Words words,
        @Nullable String legalSource) {

    /** Characters that the words of either language may have. */
    public static final int LONGEST_WORDS = 500;
    /** Characters of the legal source. */
    public static final int LONGEST_SOURCE = 300;
}
