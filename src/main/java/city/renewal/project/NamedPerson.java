package city.renewal.project;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on a project.
 *
 * @param partyId the party of the project that they belong to, or null
 */
public record NamedPerson(long accountId, @Nullable Long partyId) {
}
