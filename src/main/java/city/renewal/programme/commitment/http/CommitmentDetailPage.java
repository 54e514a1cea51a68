package city.renewal.programme.commitment.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One commitment.
 *
 * @param rule     how the present value is made
 * @param projects what it is derived from, by code
 * @param values   dated figures, newest first
 * @param chart    of the course, null where there is nothing to be seen
 * @param course   what there was by the ends of months and is today, newest first
 * @param delays   of projects that are late
 * @param changes  every promise, and every project that came or went
 */
public record CommitmentDetailPage(Frame frame, CommitmentListPage.Entry entry, String rule, String stateRule,
                                   List<Project> projects, List<Value> values,
                                   @Nullable SeriesChart chart, List<End> course, List<Delay> delays, List<Photo> photos,
                                   List<Change> changes, String year, String indicators) {

    /** @param page and {@code evidence} are addresses */
    public record Project(String name, String page, String brought, CommitmentListPage.Bar bar, String reported,
                          String evidence) {
    }

    /** @param remark whether it corrects another, or another corrects it; else empty */
    public record Value(String amount, String day, String source, String remark) {
    }

    public record End(String day, String amount) {
    }

    /** @param catchUp what is done about it and until when; empty for nothing yet */
    public record Delay(String name, String page, String days, String reason, String catchUp) {
    }

    public record Photo(String address, String alt, String caption, String evidence) {
    }

    /** @param why empty for what was said at first */
    public record Change(String day, String what, String why) {
    }
}
