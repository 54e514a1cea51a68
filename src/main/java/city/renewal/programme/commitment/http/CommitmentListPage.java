package city.renewal.programme.commitment.http;

import city.renewal.base.http.Frame;
import java.util.List;

/**
 * The commitments of a year.
 *
 * @param summary how many are in which state
 * @param years   the other years that have some
 */
public record CommitmentListPage(Frame frame, String about, String summary, String rule, List<Entry> entries,
                                 List<Frame.Link> years, String indicators) {

    /**
     * @param first what was first promised, with its state; empty where nothing was changed
     * @param asOf  of which day, and who says so
     * @param withdrawn since when and why; empty while it stands
     */
    public record Entry(String number, String name, String address, Badge state, Bar bar, String promise, String first,
                        String present, String mark, boolean measured, String asOf, Contact owner,
                        String withdrawn) {
    }

    /** @param tone end of a class name; {@code sign} says the same to who sees no colours */
    public record Badge(String tone, String sign, String word) {
    }

    /** @param width hundredths of the whole bar, with a point */
    public record Bar(String tone, String width, String words) {
    }

    /** @param call the telephone number as an address */
    public record Contact(String who, String office, String phone, String call) {
    }
}
