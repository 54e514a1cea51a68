package city.renewal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a view whether it is shown on a phone, at first and whenever the window is resized. */
public final class WindowWidth {

    /** Widest window in pixels that counts as a phone. */
    public static final int PHONE = 600;

    private WindowWidth() {
    }

    /** Calls the listener on the UI thread; an unknown width counts as wide. */
    public static void listen(Component view, Consumer<Boolean> phone) {
        view.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            phone.accept(isPhone(page.getExtendedClientDetails().getWindowInnerWidth()));
            Registration resizing = page.addBrowserWindowResizeListener(
                    resized -> phone.accept(isPhone(resized.getWidth())));
            view.addDetachListener(detach -> {
                resizing.remove();
                detach.unregisterListener();
            });
        });
    }

    private static boolean isPhone(int width) {
        return width > 0 && width <= PHONE;
    }
}
