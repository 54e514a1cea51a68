package city.renewal.account;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param login         letters, digits, dot, hyphen and underscore, at most 64, unique without regard to case
 * @param demonstration whether its password is publicly known, so that it may be used on this machine only
 * @param closedAt      since when it may no longer sign in, or null
 */
public record Account(
        long id,
        String login,
        String name,
        Role role,
        boolean demonstration,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime closedAt) {

    public Actor actor() {
        return new Actor(id, login, name, role);
    }
}
