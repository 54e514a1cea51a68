package city.renewal.gantt.ui;

import com.vaadin.flow.component.ComponentEvent;

/** A row was opened with a double click, a double tap or the Enter key. */
public final class TaskOpenedEvent extends ComponentEvent<GanttChart> {

    private final long id;

    TaskOpenedEvent(GanttChart source, long id) {
        super(source, true);
        this.id = id;
    }

    /** @return the row's id */
    public long id() {
        return id;
    }
}
