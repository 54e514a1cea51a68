package city.renewal.base.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps a view up to date while it is open: other people's changes are pushed to it. */
public final class ChangeSubscription {

    private ChangeSubscription() {
    }

    /**
     * Calls the handler on the UI thread for every change from when the view is attached until it is detached, but not for
     * {@link ProjectChange#matters}.
     */
    public static void keep(Component view, ChangeFeed feed, Consumer<ProjectChange> handler) {
        keep(view, feed, change -> !change.matters(), handler);
    }

    /** As {@link #keep}, for views that show residents' matters too. */
    public static void keepWithMatters(Component view, ChangeFeed feed, Consumer<ProjectChange> handler) {
        keep(view, feed, change -> true, handler);
    }

    private static void keep(Component view, ChangeFeed feed, Predicate<ProjectChange> concerns,
                             Consumer<ProjectChange> handler) {
        view.addAttachListener(attach -> {
            UI ui = attach.getUI();
            Runnable end = feed.subscribe(change -> {
                if (concerns.test(change)) {
                    ui.access(() -> handler.accept(change));
                }
            });
            view.addDetachListener(detach -> {
                end.run();
                detach.unregisterListener();
            });
        });
    }
}
