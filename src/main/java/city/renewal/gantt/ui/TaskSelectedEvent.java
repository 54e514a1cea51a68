package city.renewal.gantt.ui;

import com.vaadin.flow.component.ComponentEvent;

/** A row was chosen, by a person or by {@link GanttChart#select}. */
public final class TaskSelectedEvent extends ComponentEvent<GanttChart> {

    private final long id;

    TaskSelectedEvent(GanttChart source, boolean fromClient, long id) {
        super(source, fromClient);
        this.id = id;
    }

    /** @return the row's id */
    public long id() {
        return id;
    }
}
