package city.renewal.base.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what went wrong: a refusal in its own words, anything else calmly and with the id under which the log has it.
 */
public final class FailureNotice implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotice.class);
    private static final int SHOWN_MILLIS = 8_000;

    private final transient Messages messages;

    public FailureNotice(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Messages.LOCALES.getFirst() : ui.getLocale();
        if (event.getThrowable() instanceof Refusal refusal) {
            show(ui, refusal.in(messages, locale));
            return;
        }
        if (readerLeft(event.getThrowable())) {
            LOG.debug("The reader left before the answer", event.getThrowable());
            return;
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}", id, event.getThrowable());
        show(ui, messages.text(locale, "error.unexpected", id));
    }

    /** A browser that closes its connection is no failure of ours. */
    private static boolean readerLeft(Throwable failure) {
        return failure instanceof EOFException
                || failure.getCause() != null && failure.getCause() != failure && readerLeft(failure.getCause());
    }

    private static void show(@Nullable UI ui, String text) {
        if (ui != null) {
            Notification notice = Notification.show(text, SHOWN_MILLIS, Notification.Position.TOP_CENTER);
            notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
            notice.setAssertive(true);
        }
    }
}
