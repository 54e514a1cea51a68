package city.renewal.account;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is asked for.
 *
 * @param login     of the account in whose name it is to act
 * @param name      what its owner knows it by, such as the machine it is kept on; 1 to {@link Tokens#LONGEST_NAME}
 *                  characters
 * @param scopes    at least one
 * @param expiresOn the last day on which it works, null for the usual number of days
 */
public record NewToken(String login, String name, Set<Scope> scopes, @Nullable LocalDate expiresOn) {

    /** What tokens could do before there were scopes, and what the command line gives where none is named. */
    public static final Set<Scope> USUAL_SCOPES = Set.of(Scope.REPORTS_WRITE, Scope.PHOTOS_WRITE);
}
