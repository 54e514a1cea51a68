package city.renewal.gantt.ui;

import java.util.Locale;

/** The unit of the lower line of the time axis. */
public enum GanttZoom {
    DAY, WEEK, MONTH, QUARTER;

    /** @return the name under which the element knows it */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
