package city.renewal.account.ui;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in in the session at hand. Call on a UI thread or while a request is served. */
public final class SignedIn {

    private static final String ATTRIBUTE = "city.renewal.actor";

    private SignedIn() {
    }

    /** @return the person of the current session, if one signed in */
    public static Optional<Actor> now() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null ? Optional.empty() : of(session.getSession());
    }

    /** @throws Refusal when nobody is signed in, as after the session has ended */
    public static Actor required() {
        return now().orElseThrow(() -> new Refusal("refused.signed-out"));
    }

    /** @return the person whose session a request outside of Vaadin belongs to */
    public static Optional<Actor> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Actor) session.getAttribute(ATTRIBUTE));
    }

    /** Remembers where to go after the sign-in that follows, for a page outside of Vaadin. @param path without slash before */
    public static void comeBackTo(HttpServletRequest request, String path) {
        request.getSession().setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT, path);
    }

    static Optional<Actor> of(VaadinRequest request) {
        return of(request.getWrappedSession(false));
    }

    private static Optional<Actor> of(@Nullable WrappedSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((Actor) session.getAttribute(ATTRIBUTE));
    }

    /** Begins a signed-in session under a new id, so that an id known before is worth nothing. */
    static void begin(Actor actor) {
        VaadinService.reinitializeSession(VaadinService.getCurrentRequest());
        VaadinSession.getCurrent().getSession().setAttribute(ATTRIBUTE, actor);
    }

    /** Ends the session and goes to the public overview. */
    public static void end(UI ui) {
        ui.getPage().setLocation("/");
        ui.getSession().getSession().invalidate();
    }
}
