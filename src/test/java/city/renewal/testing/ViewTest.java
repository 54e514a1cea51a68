package city.renewal.testing;

import city.renewal.account.Actor;
import city.renewal.app.Routes;
import city.renewal.app.ServiceInstantiator;
import city.renewal.app.Services;
import city.renewal.base.Messages;
import city.renewal.site.photo.PhotoCopies;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.dom.Element;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The whole program on an empty database of its own, and one reader in front of it, signed out and reading Chinese.
 * A test makes what it needs through {@link #services()}, navigates, and looks at the screen with karibu-testing.
 */
public abstract class ViewTest {

    /** A Tuesday. */
    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    protected final TestClock clock = TestClock.at(TODAY);
    private final TestDatabase database = TestDatabase.embedded();
    private final Services services;

    protected ViewTest() {
        this(Map.of());
    }

    /** @param environment variables that set something else than the default */
    protected ViewTest(Map<String, String> environment) {
        services = database.services(clock, environment);
    }

    @BeforeEach
    void openBrowser() {
        read(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void closeEverything() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        services.get(PhotoCopies.class).close();
        database.close();
    }

    protected final Services services() {
        return services;
    }

    protected final <T> T service(Class<T> type) {
        return services.get(type);
    }

    /** Lists the statements that run until it is closed. */
    protected final StatementCount countStatements() {
        return StatementCount.of(database.jdbi());
    }

    /** Opens a new browser whose reader chose this language. */
    protected final void read(Locale language) {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.addCookie(new Cookie("language", language.toLanguageTag()));
            return request;
        });
        MockVaadin.setup(MockedUI::new, new Servlet(services));
    }

    /** The reader is this person from now on; views that are open stay as they are. */
    protected static void signIn(Actor actor) {
        VaadinSession.getCurrent().getSession().setAttribute("city.renewal.actor", actor);
    }

    /** Goes to an address, with its query and without the slash at the beginning. */
    protected static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Lets what other threads pushed to the page arrive. */
    protected static void receivePush() {
        MockVaadin.runUIQueue();
    }

    /** @return the text that a reader finds on the page */
    protected static String page() {
        return UI.getCurrent().getChildren().map(ViewTest::textOf).collect(Collectors.joining(" "));
    }

    /** @return all text below the component that can be seen */
    protected static String textOf(Component component) {
        return text(component.getElement());
    }

    /** @return the component with this id on the page */
    protected static Optional<Component> byId(String id) {
        return find(UI.getCurrent(), id);
    }

    private static Optional<Component> find(Component root, String id) {
        if (root.getId().filter(id::equals).isPresent()) {
            return Optional.of(root);
        }
        return root.getChildren().map(child -> find(child, id)).flatMap(Optional::stream).findFirst();
    }

    private static String text(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.getChildren().filter(child -> child.isTextNode() || child.isVisible()).map(ViewTest::text).filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    protected final String translated(String key, Object... parameters) {
        return service(Messages.class).text(UI.getCurrent().getLocale(), key, parameters);
    }

    /** Karibu's servlet, with views built by our own instantiator as in the real server. */
    private static final class Servlet extends MockVaadinServlet {

        private final transient Services services;

        private Servlet(Services services) {
            super(new com.github.mvysny.kaributesting.v10.Routes(Routes.VIEWS, Routes.ERROR_VIEWS, true));
            this.services = services;
        }

        @Override
        public void init(ServletConfig config) throws ServletException {
            services.putInto(config.getServletContext());
            super.init(config);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            MockService service = new MockService(this, configuration, getUiFactory()) {
                @Override
                protected Optional<Instantiator> loadInstantiators() {
                    return Optional.of(new ServiceInstantiator.Factory().createInstantitor(this));
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }
}
