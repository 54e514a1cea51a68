package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Messages;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * The head of every page of one project's plan: whose plan it is, what one may do here, the way to the other pages.
 * Their addresses name the project's code.
 */
final class PlanPages extends Header {

    private static final String CODE = "code";

    /** In the order in which they are shown. */
    private static final List<Page> PAGES = List.of(
            new Page("plan.page.chart", PlanView.class),
            new Page("plan.page.list", PlanListView.class),
            new Page("plan.page.look-ahead", LookAheadView.class),
            new Page("plan.page.status", StatusView.class),
            new Page("plan.page.critical", CriticalView.class),
            new Page("plan.page.s-curve", SCurveView.class),
            new Page("plan.page.milestones", MilestonesView.class),
            new Page("plan.page.time-location", TimeLocationView.class),
            new Page("plan.page.baselines", BaselinesView.class),
            new Page("plan.page.what-if", SandboxesView.class),
            new Page("plan.page.calendars", CalendarsView.class),
            new Page("plan.page.photos", PhotosView.class),
            new Page("plan.page.papers", PapersView.class));

    /** @param key its name in the bundles */
    private record Page(String key, Class<? extends Component> view) {

        /** @return whether the person may enter it, so that nobody is shown a door that stays closed */
        private boolean openTo(Actor actor) {
            RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
            return roles == null || List.of(roles.value()).contains(actor.role().name());
        }
    }

    private final Div actions = new Div();

    /** @param current the page that is open */
    PlanPages(Project project, Class<? extends Component> current) {
        addClassName("plan-head");
        actions.addClassName("plan-actions");
        Div title = new Div(new H1(project.names().in(getLocale())), actions);
        title.addClassName("plan-title");
        Nav pages = new Nav();
        pages.addClassName("plan-pages");
        pages.getElement().setAttribute("aria-label", getTranslation("plan.pages"));
        for (Page page : PAGES) {
            if (!page.openTo(SignedIn.required())) {
                continue;
            }
            RouterLink link = new RouterLink(getTranslation(page.key()), page.view(), of(project));
            link.setHighlightCondition((any, event) -> false);
            if (page.view() == current) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pages.add(link);
        }
        RouterLink findings = new RouterLink(getTranslation("finding.title"), FindingsView.class);
        findings.setQueryParameters(QueryParameters.of("project", project.code()));
        findings.setHighlightCondition((any, event) -> false);
        pages.add(findings);
        RouterLink notices = new RouterLink(getTranslation("notice.title"), NoticesView.class);
        notices.setQueryParameters(QueryParameters.of(NoticesView.PROJECT, project.code()));
        notices.setHighlightCondition((any, event) -> false);
        pages.add(notices);
        RouterLink handover = new RouterLink(getTranslation("handover.title"), HandoverView.class, of(project));
        handover.setHighlightCondition((any, event) -> false);
        pages.add(handover);
        pages.add(new Anchor("/project/" + project.code(), getTranslation("plan.public-page")));
        add(title, pages);
    }

    /** Puts what one may do on this page beside the project's name. */
    void addActions(Component... components) {
        actions.add(components);
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
