package city.renewal.account.ui;

import city.renewal.account.Actor;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import java.security.Principal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets people into views by the annotations on them; a view without one is closed to everybody.
 * The services behind the views check roles again.
 */
public final class AccessControl extends NavigationAccessControl {

    public AccessControl() {
        setLoginView(LoginView.class);
    }

    @Override
    protected @Nullable Principal getPrincipal(VaadinRequest request) {
        return SignedIn.of(request).<Principal>map(actor -> actor::login).orElse(null);
    }

    @Override
    protected Predicate<String> getRolesChecker(VaadinRequest request) {
        return role -> SignedIn.of(request).map(Actor::role).filter(held -> held.name().equals(role)).isPresent();
    }
}
