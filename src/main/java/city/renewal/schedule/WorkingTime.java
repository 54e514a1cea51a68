package city.renewal.schedule;

/** The unit in which durations, lags and floats are counted. */
public final class WorkingTime {

    /** Working minutes in one working day, the same in every calendar. */
    public static final int MINUTES_PER_DAY = 480;

    private WorkingTime() {
    }

    /** @return the working minutes of so many whole days; throws {@link ArithmeticException} beyond an int. */
    public static int days(int days) {
        return Math.multiplyExact(days, MINUTES_PER_DAY);
    }
}
