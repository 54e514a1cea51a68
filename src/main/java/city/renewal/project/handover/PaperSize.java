package city.renewal.project.handover;

import city.renewal.base.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says how large a paper is, so that nobody opens a large one over a slow line unawares. */
public final class PaperSize {

    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;

    private PaperSize() {
    }

    /** @return such as {@code 340 KB} or {@code 1.2 MB} */
    public static String of(long bytes, Formats formats) {
        return bytes < MEGA
                ? formats.messages().text(formats.locale(), "handover.paper.kilo", Math.max(1, bytes / KILO))
                : formats.messages().text(formats.locale(), "handover.paper.mega", formats.number(
                        BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGA), 1, RoundingMode.HALF_UP)));
    }
}
