package city.renewal.account;

import city.renewal.base.Refusal;
import java.util.Arrays;

/**
 * Who does something. Every service method that changes something takes one and checks its role.
 *
 * @param accountId the account, 0 for the program itself and its command line
 * @param login     what the account signs in with
 * @param name      how the audit trail and other people name them
 * @param role      what they may do
 */
public record Actor(long accountId, String login, String name, Role role) {

    /** The person at the command line, who owns the data directory. */
    public static Actor commandLine() {
        return new Actor(0, "command-line", "command line", Role.ADMINISTRATOR);
    }

    public boolean is(Role... roles) {
        return Arrays.asList(roles).contains(role);
    }

    /** @throws Refusal when the actor has none of the roles */
    public void require(Role... roles) {
        if (!is(roles)) {
            throw new Refusal("refused.role");
        }
    }
}
