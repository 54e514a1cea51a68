package city.renewal.matter;

/**
 * What an installation decides about matters.
 *
 * @param reopenDays days after an answer in which the resident may open the matter again
 * @param phoneDays  days after the end of a matter after which its telephone number and its photos are forgotten
 */
public record MatterSettings(int reopenDays, int phoneDays) {
}
