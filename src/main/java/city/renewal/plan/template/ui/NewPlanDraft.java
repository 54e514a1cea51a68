package city.renewal.plan.template.ui;

import com.vaadin.flow.server.VaadinSession;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was entered into the assistant so far, kept with the reader's session so that a page that is loaded again goes on
 * where the other one was. A second window goes on with a copy, so that two of them never write into one another.
 * To be used under the session's lock, as views are.
 */
final class NewPlanDraft {

    final NewPlanForm form;
    /** The last step that was reached, from 0. */
    int reached;
    /** Takes up what the open step shows and nobody has taken yet; null once its page is gone. */
    @Nullable Runnable unread;

    private NewPlanDraft(NewPlanForm form, int reached) {
        this.form = form;
        this.reached = reached;
    }

    /**
     * @param start proposed as the first day of a new draft
     * @return a draft with what the session has kept, which it keeps from now on instead
     */
    static NewPlanDraft resume(LocalDate start) {
        VaadinSession session = VaadinSession.getCurrent();
        NewPlanDraft kept = session.getAttribute(NewPlanDraft.class);
        if (kept != null && kept.unread != null) {
            kept.unread.run();
        }
        NewPlanDraft draft = kept == null
                ? new NewPlanDraft(new NewPlanForm(start), 0)
                : new NewPlanDraft(new NewPlanForm(kept.form), kept.reached);
        session.setAttribute(NewPlanDraft.class, draft);
        return draft;
    }

    /** Ends the draft: its plan was made, or is not wanted. */
    void forget() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(NewPlanDraft.class) == this) {
            session.setAttribute(NewPlanDraft.class, null);
        }
    }
}
