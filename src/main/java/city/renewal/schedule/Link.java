package city.renewal.schedule;

/**
 * A dependency between two activities. Either end may be a summary. As a predecessor it starts with its first and
 * finishes with its last work. As a successor, a link to its start holds back all work below it, a link to its finish
 * only the summary's own finish and what follows it.
 *
 * @param predecessor id of the activity that drives
 * @param successor   id of the activity that is driven
 * @param type        which ends are tied
 * @param lagMinutes  working minutes of the successor's calendar to wait, negative for a lead; with {@code elapsedLag}
 *                    480 stand for one calendar day, holidays included
 * @param elapsedLag  whether the lag runs on days off too, as for the curing of concrete
 */
public record Link(long predecessor, long successor, LinkType type, int lagMinutes, boolean elapsedLag) {

    /** A finish-to-start link without lag. */
    public static Link finishToStart(long predecessor, long successor) {
        return new Link(predecessor, successor, LinkType.FINISH_TO_START, 0, false);
    }
}
