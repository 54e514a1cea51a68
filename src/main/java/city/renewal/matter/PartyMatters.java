package city.renewal.matter;

/**
 * How many matters under warranty a party was named for.
 *
 * @param open    of them, neither answered nor closed
 * @param overdue of those, late
 */
public record PartyMatters(String organisation, int matters, int open, int overdue) {
}
