package city.renewal.project;

/**
 * A party of a project, as others refer to it.
 *
 * @param role as in {@link Party}
 */
public record PostedParty(long id, String role, String organisation) {
}
