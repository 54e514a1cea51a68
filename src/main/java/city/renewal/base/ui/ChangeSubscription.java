package city.renewal.base.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Keeps a view up to date while it is open: other people's changes are pushed to it. */
public final class ChangeSubscription {

    private ChangeSubscription() {
    }

    /** Calls the handler on the UI thread for every change from when the view is attached until it is detached. */
    public static void keep(Component view, ChangeFeed feed, Consumer<ProjectChange> handler) {
        view.addAttachListener(attach -> {
            UI ui = attach.getUI();
            Runnable end = feed.subscribe(change -> ui.access(() -> handler.accept(change)));
            view.addDetachListener(detach -> {
                end.run();
                detach.unregisterListener();
            });
        });
    }
}
