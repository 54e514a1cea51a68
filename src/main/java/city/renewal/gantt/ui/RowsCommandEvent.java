package city.renewal.gantt.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody asked for something to be done to whole rows. */
public final class RowsCommandEvent extends GanttEditEvent {

    /** Characters that are taken from the clipboard. */
    public static final int LONGEST_TEXT = 2_000_000;

    private final RowsCommand command;
    private final List<Long> ids;
    private final @Nullable Long target;
    private final String text;

    RowsCommandEvent(GanttChart source, int edit, RowsCommand command, List<Long> ids, @Nullable Long target,
                     String text) {
        super(source, edit);
        this.command = command;
        this.ids = List.copyOf(ids);
        this.target = target;
        this.text = text;
    }

    public RowsCommand command() {
        return command;
    }

    /** @return the rows it is for, each of them in the chart, from top to bottom */
    public List<Long> ids() {
        return ids;
    }

    /** @return the row behind which something comes, empty for the end of the chart */
    public Optional<Long> target() {
        return Optional.ofNullable(target);
    }

    /** @return the clipboard's text for {@link RowsCommand#PASTE}, else empty */
    public String text() {
        return text;
    }
}
