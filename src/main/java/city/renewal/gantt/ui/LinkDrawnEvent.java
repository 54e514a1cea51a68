package city.renewal.gantt.ui;

import city.renewal.schedule.LinkType;

/** A link was drawn from one bar to another. */
public final class LinkDrawnEvent extends GanttEditEvent {

    private final long predecessor;
    private final long successor;
    private final LinkType type;

    LinkDrawnEvent(GanttChart source, int edit, long predecessor, long successor, LinkType type) {
        super(source, edit);
        this.predecessor = predecessor;
        this.successor = successor;
        this.type = type;
    }

    /** @return id of the row where the link begins */
    public long predecessor() {
        return predecessor;
    }

    /** @return id of the row where the link ends; never that of the predecessor */
    public long successor() {
        return successor;
    }

    public LinkType type() {
        return type;
    }
}
