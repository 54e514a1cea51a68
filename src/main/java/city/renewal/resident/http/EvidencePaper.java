package city.renewal.resident.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of confirmed reports in its reader's words. Public because templates are classes of a package of their own.
 *
 * @param rule  what makes a report count
 * @param whole leads from the reports of one work to all; null where all are listed
 * @param none  what is said when there is no report, or null
 * @param turn  which page of how many this is, or null when there is nothing to turn
 */
public record EvidencePaper(Frame frame, String rule, Frame.@Nullable Link whole, @Nullable String none,
                            List<Report> reports, @Nullable String turn, Frame.@Nullable Link newer,
                            Frame.@Nullable Link older) {

    /** @param corrects the report whose place it took, or null */
    public record Report(String task, String quantity, String sum, String confirmed, @Nullable String corrects,
                         List<Picture> photos) {
    }

    /** @param text what it shows, for those who do not see it */
    public record Picture(String address, String whole, String text) {
    }
}
