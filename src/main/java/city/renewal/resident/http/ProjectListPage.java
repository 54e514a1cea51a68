package city.renewal.resident.http;

import city.renewal.base.http.Frame;
import java.util.List;

/** The public projects in their reader's words. Public because templates are classes of a package of their own. */
public record ProjectListPage(Frame frame, List<Street> streets) {

    public record Street(String name, List<Frame.Link> projects) {
    }
}
