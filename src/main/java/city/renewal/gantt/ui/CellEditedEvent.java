package city.renewal.gantt.ui;

/** Somebody typed into a cell of the tree. */
public final class CellEditedEvent extends GanttEditEvent {

    /** Characters that a cell takes. */
    public static final int LONGEST_TEXT = 20_000;

    private final long id;
    private final GanttColumn column;
    private final String text;

    CellEditedEvent(GanttChart source, int edit, long id, GanttColumn column, String text) {
        super(source, edit);
        this.id = id;
        this.column = column;
        this.text = text;
    }

    /** @return the row's id */
    public long id() {
        return id;
    }

    public GanttColumn column() {
        return column;
    }

    /** @return what was typed, as it was typed; at most {@link #LONGEST_TEXT} characters */
    public String text() {
        return text;
    }
}
