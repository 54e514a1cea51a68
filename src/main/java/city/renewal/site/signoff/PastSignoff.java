package city.renewal.site.signoff;

import city.renewal.account.Actor;
import java.time.OffsetDateTime;

/**
 * A signature that was given before it comes here, with every check of its rule.
 *
 * @param signer a supervisor who reported nothing on the task
 */
public record PastSignoff(long projectId, long taskId, SignoffRule rule, Actor signer, OffsetDateTime signedAt) {
}
