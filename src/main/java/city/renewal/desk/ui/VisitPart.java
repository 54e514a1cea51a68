package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.visit.VisitServices;
import city.renewal.visit.VisitWords;
import city.renewal.visit.Visits;
import city.renewal.visit.ui.VisitContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the pages of appointments have in common: the project that is chosen, and the way between them. */
@CssImport("./styles/visits.css")
abstract class VisitPart extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String CODE = "code";

    private final transient Projects projects;
    private final transient VisitServices services;
    private final transient HouseholdRegister register;
    private final transient Messages messages;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final ComboBox<Project> chosen = new ComboBox<>(getTranslation("consent.project"));
    private final Nav ways = new Nav();
    private final Div parts = new Div();
    private @Nullable Project project;

    VisitPart(Projects projects, VisitServices services, HouseholdRegister register, Messages messages,
              ChangeFeed feed, Clock clock) {
        this.projects = projects;
        this.services = services;
        this.register = register;
        this.messages = messages;
        this.clock = clock;
        addClassNames("desk-page", "visits-view");
        ways.addClassName("visits-nav");
        ways.getElement().setAttribute("aria-label", getTranslation("visit.desk.title"));
        chosen.setItems(projects.all().stream().filter(each -> each.kind().equals("compound")).toList());
        chosen.setItemLabelGenerator(each -> each.names().in(getLocale()));
        chosen.setWidthFull();
        chosen.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrent().navigate(getClass(), new RouteParameters(CODE, change.getValue().code()));
            }
        });
        add(new H1(getTranslation("visit.desk.title")), chosen, ways, parts);
        ChangeSubscription.keep(this, feed, change -> {
            if (project != null && change.projectId() == project.id()) {
                refresh();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = event.getRouteParameters().get(CODE).flatMap(projects::find).orElse(null);
        chosen.setValue(project);
        parts.removeAll();
        ways.removeAll();
        if (project == null) {
            parts.add(new Paragraph(getTranslation("visit.desk.choose")));
            return;
        }
        way("visit.way.overview", VisitsView.class, project);
        if (Visits.maySee(actor)) {
            way("visit.way.day", VisitDayView.class, project);
        }
        if (Visits.mayHandle(actor)) {
            way("visit.way.plan", VisitPlanView.class, project);
        }
        VisitWords words = new VisitWords(new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        show(event, new VisitContext(services, register, actor, project, messages, words, this::changed), parts);
    }

    private void way(String key, Class<? extends VisitPart> to, Project of) {
        RouterLink link = new RouterLink(getTranslation(key), to, new RouteParameters(CODE, of.code()));
        link.setHighlightCondition((any, event) -> false);
        if (to == getClass()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        ways.add(link);
    }

    /** Fills the page for the project that was chosen. */
    abstract void show(BeforeEnterEvent event, VisitContext context, Div into);

    /** Shows elsewhere on the page what one part of it changed. */
    abstract void changed();

    /** Shows what others changed. */
    abstract void refresh();

    final Actor actor() {
        return actor;
    }

    final Messages messages() {
        return messages;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("visit.desk.title");
    }
}
