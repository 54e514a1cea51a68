package city.renewal.project.handover;

import java.util.List;

/**
 * An organisation that took part in an acceptance.
 *
 * @param role one of {@link #ROLES}
 */
public record AcceptanceMember(String role, String organisation) {

    public static final String CONTRACTOR = "contractor";
    public static final String SUPERVISOR = "supervisor";
    /** Those of {@link city.renewal.project.Party}, and the property company that takes over. */
    public static final List<String> ROLES =
            List.of("owner", "designer", CONTRACTOR, SUPERVISOR, "community", "property");
}
