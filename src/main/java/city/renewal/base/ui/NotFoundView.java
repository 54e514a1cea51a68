package city.renewal.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What a reader sees under an address that leads nowhere: a friendly word and the way to the overview. */
@AnonymousAllowed
@ParentLayout(PublicLayout.class)
public final class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        addClassName("message-page");
        // A view says what it did not find; of an address without a view only the framework speaks, in its own words.
        boolean said = RouteConfiguration.forSessionScope().getRoute(event.getLocation().getPath()).isPresent()
                && !parameter.getCustomMessage().isEmpty();
        add(new H1(getTranslation("not-found.title")),
                new Paragraph(said ? parameter.getCustomMessage() : getTranslation("not-found.text")),
                new Anchor("/", getTranslation("not-found.back")));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("not-found.title");
    }
}
