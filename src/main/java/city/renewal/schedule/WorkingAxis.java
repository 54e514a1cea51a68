package city.renewal.schedule;

/**
 * The working time of one calendar as a line of ticks without gaps. A position on it that falls between two working
 * days is both the end of the first and the start of the second; {@link #finishAt} and {@link #startAt} tell them
 * apart.
 */
final class WorkingAxis {

    private final WorkingDays days;
    private final int ticksPerDay;

    WorkingAxis(WorkCalendar calendar, int ticksPerDay) {
        this.days = calendar.days();
        this.ticksPerDay = ticksPerDay;
    }

    /** @return the working time before the moment; also the earliest position to start from at or after it */
    long position(long moment) {
        long day = Moment.day(moment);
        long number = days.numberAt(day);
        long whole = number * ticksPerDay;
        return days.numberAt(day + 1) == number ? whole : whole + Moment.tick(moment);
    }

    /** @return the moment at which work begins that starts here: never the end of a day */
    long startAt(long position) {
        long number = dayNumber(position);
        return Moment.of(days.dayOf(number), position - number * ticksPerDay);
    }

    /** @return the moment at which work ends that finishes here: never the start of a day */
    long finishAt(long position) {
        long number = dayNumber(position - 1);
        return Moment.of(days.dayOf(number), position - number * ticksPerDay);
    }

    /** @return the earliest position to finish at that is not before the moment, in days as well as in working time */
    long firstFinish(long moment) {
        long position = position(moment);
        return Moment.startsItsDay(moment) || days.isWorking(Moment.day(moment)) ? position : position + 1;
    }

    /** @return the last position whose work begins at or before the moment */
    long lastStart(long moment) {
        long position = position(moment);
        return Moment.tick(moment) < ticksPerDay && days.isWorking(Moment.day(moment)) ? position : position - 1;
    }

    /** @return whether a working day begins at the moment */
    boolean opensDay(long moment) {
        return Moment.startsItsDay(moment) && days.isWorking(Moment.day(moment));
    }

    /** @return the moment itself on a working day, else the start of the next working day */
    long onOrAfter(long moment) {
        return days.isWorking(Moment.day(moment)) ? moment : startAt(position(moment));
    }

    /** @return the moment itself on a working day, else the end of the last working day before it */
    long onOrBefore(long moment) {
        return days.isWorking(Moment.day(moment)) ? moment : finishAt(position(moment));
    }

    /** @return the start of the last working day that is not after the day */
    long lastDayStart(long epochDay) {
        return (days.numberAt(epochDay + 1) - 1) * ticksPerDay;
    }

    /** Division is dear, and most plans count in whole days. */
    private long dayNumber(long position) {
        return ticksPerDay == 1 ? position : Math.floorDiv(position, ticksPerDay);
    }
}
