package city.renewal.gantt.ui;

import com.vaadin.flow.component.ComponentEvent;

/** Somebody wants to see where the front line ran before, or no longer. Answer with {@link GanttChart#setEarlier}. */
public final class EarlierAskedEvent extends ComponentEvent<GanttChart> {

    private final boolean shown;

    EarlierAskedEvent(GanttChart chart, boolean shown) {
        super(chart, true);
        this.shown = shown;
    }

    /** @return whether the lines are wanted */
    public boolean shown() {
        return shown;
    }
}
