package city.renewal.programme.commitment;

/**
 * How many matters of residents are open, of one kind.
 *
 * @param kind    id of the kind
 * @param overdue how many of them are past their time
 */
public record OpenMatters(String kind, int open, int overdue) {
}
