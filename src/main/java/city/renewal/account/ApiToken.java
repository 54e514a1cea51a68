package city.renewal.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal token without its secret, which nobody can read again.
 *
 * @param owner      the name of the account's person
 * @param scopes     as stored; see {@link #allowed}
 * @param expiresOn  the last day on which it works; null for one made before tokens expired
 * @param lastUsedOn the day of its last use that was allowed, or null
 */
public record ApiToken(
        long id,
        String login,
        String owner,
        String name,
        String scopes,
        OffsetDateTime createdAt,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate lastUsedOn,
        @Nullable OffsetDateTime revokedAt) {

    public Set<Scope> allowed() {
        return Scope.read(scopes);
    }

    public boolean expired(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    public boolean usable(LocalDate today) {
        return revokedAt == null && !expired(today);
    }
}
