package city.renewal.account;

/** What an account is for. One role each; the administrator may do everything but confirm site reports. */
public enum Role {
    ADMINISTRATOR,
    PLANNER,
    ENGINEER,
    SUPERVISOR,
    /** Community worker (网格员): answers residents, takes their votes and books their appointments. */
    COMMUNITY,
    /** District officer: sees every project, makes the year's commitments, is told what has risen to the district. */
    OFFICER,
    VIEWER;

    /** Names for annotations such as {@code @RolesAllowed}, which take constants only. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String PLANNER = "PLANNER";
        public static final String ENGINEER = "ENGINEER";
        public static final String SUPERVISOR = "SUPERVISOR";
        public static final String COMMUNITY = "COMMUNITY";
        public static final String OFFICER = "OFFICER";
        public static final String VIEWER = "VIEWER";

        private Names() {
        }
    }
}
