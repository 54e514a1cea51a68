package city.renewal.desk.ui;

import city.renewal.base.Messages;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** The pages of one project's plan, and the way from each to the others. Their addresses name the project's code. */
final class PlanPages extends Nav {

    private static final String CODE = "code";

    /** In the order in which they are shown. */
    private static final List<Page> PAGES = List.of(
            new Page("plan.page.chart", PlanView.class));

    /** @param key its name in the bundles */
    private record Page(String key, Class<? extends Component> view) {
    }

    /** @param current the page that is open */
    PlanPages(Project project, Class<? extends Component> current) {
        addClassName("plan-pages");
        getElement().setAttribute("aria-label", getTranslation("plan.pages"));
        for (Page page : PAGES) {
            RouterLink link = new RouterLink(getTranslation(page.key()), page.view(), of(project));
            link.setHighlightCondition((any, event) -> false);
            if (page.view() == current) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }

    /** @return the parameters in the address of a project's pages */
    static RouteParameters of(Project project) {
        return of(project.code());
    }

    /** @return the parameters in the address of the pages of the project with this code */
    static RouteParameters of(String code) {
        return new RouteParameters(CODE, code);
    }

    /**
     * @return the project that the address names
     * @throws NotFoundException in the reader's language, when there is none
     */
    static Project project(BeforeEnterEvent event, Projects projects, Messages messages) {
        String code = event.getRouteParameters().get(CODE).orElse("");
        return projects.find(code).orElseThrow(() -> new NotFoundException(
                messages.text(event.getUI().getLocale(), "project.unknown", code)));
    }
}
