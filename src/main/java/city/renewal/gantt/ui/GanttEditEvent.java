package city.renewal.gantt.ui;

import com.vaadin.flow.component.ComponentEvent;

/**
 * Somebody asked for a change of the plan on the chart. The chart shows it as asked for, not as done, until it is
 * answered with {@link #accept} or {@link #refuse}. A listener answers before it returns, or says
 * {@link #answerLater} and answers in a later request or push; an edit that nobody answers is refused with a general
 * reason. The first answer counts. On the UI thread.
 */
public abstract class GanttEditEvent extends ComponentEvent<GanttChart> {

    private final int edit;
    private boolean answered;
    private boolean postponed;

    GanttEditEvent(GanttChart source, int edit) {
        super(source, true);
        this.edit = edit;
    }

    /**
     * The change was made.
     *
     * @param changes everything that is different now, the edited row or link included; what is not in it is shown as
     *                it was before the edit
     */
    public void accept(GanttChanges changes) {
        if (!answered) {
            answered = true;
            getSource().accept(edit, changes);
        }
    }

    /**
     * The change was not made; the chart goes back to what it was.
     *
     * @param reason why, in the reader's language; shown beside the place of the edit and read out by screen readers
     */
    public void refuse(String reason) {
        if (!answered) {
            answered = true;
            getSource().refuse(edit, reason);
        }
    }

    /** The answer comes after the listener has returned, because somebody has to be asked first. */
    public void answerLater() {
        postponed = true;
    }

    boolean isUnanswered() {
        return !answered && !postponed;
    }
}
