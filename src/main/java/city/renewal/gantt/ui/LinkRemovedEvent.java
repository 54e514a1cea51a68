package city.renewal.gantt.ui;

/** Somebody chose a link and asked to remove it. */
public final class LinkRemovedEvent extends GanttEditEvent {

    private final long id;

    LinkRemovedEvent(GanttChart source, int edit, long id) {
        super(source, edit);
        this.id = id;
    }

    /** @return the link's id */
    public long id() {
        return id;
    }
}
