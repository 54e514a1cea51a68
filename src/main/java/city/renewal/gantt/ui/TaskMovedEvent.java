package city.renewal.gantt.ui;

import java.time.LocalDate;

/** A bar was dragged, or moved with the keyboard. */
public final class TaskMovedEvent extends GanttEditEvent {

    /** What was done to the bar. */
    public enum Kind {
        /** Both ends moved by the same number of days. */
        MOVE,
        /** The first day was moved. */
        RESIZE_START,
        /** The last day was moved. */
        RESIZE_FINISH
    }

    private final long id;
    private final LocalDate start;
    private final LocalDate finish;
    private final Kind kind;

    TaskMovedEvent(GanttChart source, int edit, long id, LocalDate start, LocalDate finish, Kind kind) {
        super(source, edit);
        this.id = id;
        this.start = start;
        this.finish = finish;
        this.kind = kind;
    }

    /** @return the row's id */
    public long id() {
        return id;
    }

    /** @return the first day that was asked for; it may be a day off */
    public LocalDate start() {
        return start;
    }

    /** @return the last day that was asked for, inclusive; not before {@link #start}; it may be a day off */
    public LocalDate finish() {
        return finish;
    }

    public Kind kind() {
        return kind;
    }
}
