package city.renewal.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that a project has changed. Services publish after their commit; a listener is called on the
 * publisher's thread and must return at once (a view only asks its session for access).
 */
public final class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();

    /** @return what ends the subscription; harmless when called twice */
    public Runnable subscribe(Consumer<ProjectChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Calls every listener; one that fails does not keep the news from the others. */
    public void publish(ProjectChange change) {
        for (Consumer<ProjectChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException failed) {
                LOG.warn("A listener failed on {}", change, failed);
            }
        }
    }
}
