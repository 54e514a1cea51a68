package city.renewal.programme.commitment.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published figures, with what is measured here beside them.
 *
 * @param city what the city promised without a figure
 */
public record IndicatorsPage(Frame frame, String about, List<Entry> entries, List<String> city,
                             String commitments) {

    /**
     * @param note   what the source says or leaves out, or empty
     * @param chart  of what is measured here, null where there is nothing to be seen
     * @param series every figure that was published or measured, newest day first; those without a day last
     */
    public record Entry(String id, String name, String published, String source, String note, String measured,
                        String measuredAs, @Nullable SeriesChart chart, List<Said> series) {
    }

    /**
     * @param measured whether it was measured here
     * @param remark   whether it corrects another, or another corrects it; else empty
     */
    public record Said(String day, String figure, boolean measured, String who, String remark) {
    }
}
