package city.renewal.schedule;

/**
 * A moment packed into a long: the epoch day and a tick within that day. Ticks count the day's working time from 0, its
 * start, to the number of ticks in a day, its end. The end of a day and the start of the next are different moments, so
 * that a milestone which closes a day stays on it. Moments compare as plain numbers.
 */
final class Moment {

    /** Later than every moment; stands for "not limited". */
    static final long UNBOUNDED = Long.MAX_VALUE / 2;
    /** Earlier than every moment; stands for "nothing asks for it". */
    static final long NONE = Long.MIN_VALUE / 2;

    private static final int TICK_BITS = 9;
    private static final int TICK_MASK = (1 << TICK_BITS) - 1;

    private Moment() {
    }

    static long of(long day, long tick) {
        return (day << TICK_BITS) + tick;
    }

    static long day(long moment) {
        return moment >> TICK_BITS;
    }

    static int tick(long moment) {
        return (int) moment & TICK_MASK;
    }

    /** @return the end of the day before, if the moment starts its day; any other moment itself */
    static long closing(long moment, int ticksPerDay) {
        return startsItsDay(moment) ? of(day(moment) - 1, ticksPerDay) : moment;
    }

    static boolean startsItsDay(long moment) {
        return tick(moment) == 0;
    }
}
