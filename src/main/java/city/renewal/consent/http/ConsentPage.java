package city.renewal.consent.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a project as everybody reads them. Public because templates are classes of a package of their own.
 *
 * @param vote   address at which households vote
 * @param closed the last one first
 * @param ledger what was not adopted, by building
 * @param record address of the record
 */
public record ConsentPage(Frame frame, String vote, List<Open> open, List<Closed> closed, List<Building> ledger,
                          String record) {

    /**
     * What takes votes now.
     *
     * @param picture address of its picture, or null
     * @param about   paragraphs
     */
    public record Open(String title, @Nullable String picture, String pictureText, List<String> about, String cost,
                       String basis, String rule, String until) {
    }

    /** How a vote ended. */
    public record Closed(long id, String title, boolean passed, String verdict, String ended, String rule,
                         List<Condition> conditions, String choices) {
    }

    /**
     * One of four conditions.
     *
     * @param share  reached, in thousandths
     * @param needed in thousandths
     */
    public record Condition(String name, int share, int needed, String amounts, boolean met, String judged) {
    }

    public record Building(String name, List<String> dropped) {
    }
}
