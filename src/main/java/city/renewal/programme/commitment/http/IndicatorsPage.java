package city.renewal.programme.commitment.http;

import city.renewal.base.http.Frame;
import java.util.List;

/**
 * Published figures, with what is measured here beside them.
 *
 * @param city what the city promised without a figure
 */
public record IndicatorsPage(Frame frame, String about, List<Entry> entries, List<String> city,
                             String commitments) {

    /**
     * @param note    what the source says or leaves out, or empty
     * @param history figures before the newest, newest first
     */
    public record Entry(String id, String name, String published, String source, String note, String measured,
                        String measuredAs, List<Earlier> history) {
    }

    public record Earlier(String figure, String source) {
    }
}
