package city.renewal.programme.ui;

import city.renewal.programme.ProjectFilter;
import city.renewal.programme.ProjectFilter.Progress;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** The filter in the page's address, so that what one sees can be sent to others. */
public final class FilterAddress {

    private static final String STATE = "state";
    private static final String STREET = "street";
    private static final String KIND = "kind";
    private static final String TEXT = "q";

    private FilterAddress() {
    }

    /** Reads what it knows and passes over the rest. */
    public static ProjectFilter read(QueryParameters query) {
        return new ProjectFilter(
                query.getSingleParameter(STATE).map(Progress::byId).orElse(Progress.ALL),
                query.getSingleParameter(STREET).filter(street -> !street.isBlank()).orElse(null),
                query.getSingleParameter(KIND).filter(kind -> !kind.isBlank()).orElse(null),
                query.getSingleParameter(TEXT).orElse(""));
    }

    /** @return the parameters that {@link #read} makes the filter from, none for what is not filtered */
    public static QueryParameters write(ProjectFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter.progress() != Progress.ALL) {
            query.put(STATE, filter.progress().id());
        }
        if (filter.street() != null) {
            query.put(STREET, filter.street());
        }
        if (filter.kind() != null) {
            query.put(KIND, filter.kind());
        }
        if (!filter.text().isEmpty()) {
            query.put(TEXT, filter.text());
        }
        return QueryParameters.simple(query);
    }
}
