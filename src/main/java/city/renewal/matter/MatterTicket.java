package city.renewal.matter;

import java.time.OffsetDateTime;

/**
 * What a resident gets for a report, once.
 *
 * @param number   what the matter is called
 * @param key      opens the page on which it can be followed; nobody can look it up again
 * @param answerBy by when it is answered
 */
public record MatterTicket(String number, String key, OffsetDateTime answerBy) {
}
