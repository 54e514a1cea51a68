package city.renewal.site.finding.ui;

import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The filter in the page's address, so that what one sees can be sent to others. */
public final class FindingAddress {

    /** What is not closed; what an address means that names no state. */
    static final String OPEN = "open";
    /** Every state. */
    static final String ALL = "all";
    /** The names of states in an address, in the order in which they are offered. */
    static final List<String> STATES = List.of(OPEN, "raised", "assigned", "rectified", "closed", ALL);

    private static final String PROJECT = "project";
    private static final String STATE = "state";
    private static final String KIND = "kind";
    private static final String PARTY = "party";
    private static final String OVERDUE = "overdue";

    private FindingAddress() {
    }

    /** Reads what it knows and passes over the rest. */
    public static FindingFilter read(QueryParameters query) {
        return new FindingFilter(
                query.getSingleParameter(PROJECT).filter(code -> !code.isBlank()).orElse(null),
                states(query.getSingleParameter(STATE).orElse(OPEN)),
                query.getSingleParameter(KIND).filter(kind -> !kind.isBlank()).orElse(null),
                query.getSingleParameter(PARTY).filter(party -> !party.isBlank()).orElse(null),
                query.getSingleParameter(OVERDUE).map(FindingAddress::level).orElse(FindingLevel.NONE));
    }

    /** @return the parameters that {@link #read} makes the filter from, none for what is not filtered */
    public static QueryParameters write(FindingFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter.projectCode() != null) {
            query.put(PROJECT, filter.projectCode());
        }
        if (!filter.states().equals(FindingState.OPEN)) {
            query.put(STATE, state(filter));
        }
        if (filter.kind() != null) {
            query.put(KIND, filter.kind());
        }
        if (filter.organisation() != null) {
            query.put(PARTY, filter.organisation());
        }
        if (filter.level() != FindingLevel.NONE) {
            query.put(OVERDUE, filter.level().name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(query);
    }

    /** @return the states that a name stands for, those of {@link #OPEN} for one that is none */
    static Set<FindingState> states(String name) {
        return name.equals(ALL) ? EnumSet.allOf(FindingState.class)
                : Arrays.stream(FindingState.values()).filter(state -> FindingWords.id(state).equals(name)).findFirst()
                        .map(Set::of).orElse(FindingState.OPEN);
    }

    /** @return the name of the filter's states */
    static String state(FindingFilter filter) {
        return STATES.stream().filter(name -> states(name).equals(filter.states())).findFirst().orElse(OPEN);
    }

    private static FindingLevel level(String name) {
        return Arrays.stream(FindingLevel.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElse(FindingLevel.NONE);
    }
}
