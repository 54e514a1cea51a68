package city.renewal.consent;

/**
 * What a household keeps of its vote.
 *
 * @param tag    what the public record calls the ballot
 * @param number of the entry in the record
 * @param hash   of the entry in the record
 */
public record Receipt(long itemId, Choice choice, String tag, int number, String hash) {
}
