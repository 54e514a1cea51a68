package city.renewal.site.finding;

/**
 * A party of a project that may be told to put something right.
 *
 * @param role as in {@link city.renewal.project.Party}
 */
public record FindingParty(long id, String role, String organisation) {
}
