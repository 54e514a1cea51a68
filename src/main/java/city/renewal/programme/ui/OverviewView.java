package city.renewal.programme.ui;

import city.renewal.base.ui.PublicLayout;
import city.renewal.project.Projects;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The public overview of the programme. */
@Route(value = "", layout = PublicLayout.class)
@AnonymousAllowed
public final class OverviewView extends Main implements HasDynamicTitle {

    OverviewView(Projects projects) {
        add(new H1(getTranslation("overview.title")), new Paragraph(getTranslation("overview.text")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.title");
    }
}
