package city.renewal.plan.template;

/**
 * A stretch of a line and the length of the sections it is worked in, in metres.
 *
 * @param from    chainage of its beginning, 0 and up
 * @param to      chainage of its end, above {@code from}
 * @param section above 0
 */
public record Chainage(int from, int to, int section) {

    public Chainage {
        if (from < 0 || to <= from || section <= 0) {
            throw new IllegalArgumentException("No stretch from " + from + " to " + to + " in sections of " + section);
        }
    }
}
