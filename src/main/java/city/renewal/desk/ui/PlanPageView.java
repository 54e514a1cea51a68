package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page that shows one project's plan in its own way, and shows it anew when somebody changes it. */
abstract class PlanPageView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    final transient Plans plans;
    final transient Formats formats;
    private final transient Projects projects;
    private final transient Messages messages;
    private final Div body = new Div();
    private transient @Nullable Project project;
    private transient QueryParameters query = QueryParameters.empty();

    PlanPageView(Projects projects, Plans plans, Messages messages, ChangeFeed feed) {
        this.projects = projects;
        this.plans = plans;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), plans.today());
        addClassNames("plan-page", name() + "-page");
        body.addClassName("plan-body");
        ChangeSubscription.keep(this, feed, change -> {
            if (project != null && change.projectId() == project.id()) {
                showPlan();
            }
        });
    }

    /** @return the page's name in its address and in the bundles, below {@code plan.page.} */
    abstract String name();

    /** Shows the plan, which has at least one task; whatever was shown before is gone. */
    abstract void show(PlanSnapshot plan, Div into);

    /** @return what one may do on this page, shown beside the project's name */
    Component[] actions() {
        return new Component[0];
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        query = event.getLocation().getQueryParameters();
        removeAll();
        PlanPages head = new PlanPages(project, getClass());
        head.addActions(actions());
        add(head, body);
        showPlan();
    }

    private void showPlan() {
        body.removeAll();
        try {
            PlanSnapshot plan = plans.read(project().id());
            if (!plan.tasks().isEmpty()) {
                show(plan, body);
                return;
            }
        } catch (Refusal none) {
            body.add(new Paragraph(none.in(messages, getLocale())));
        }
        Paragraph empty = new Paragraph(getTranslation("plan.page.empty"));
        empty.addClassName("plan-empty");
        body.add(empty, new RouterLink(getTranslation("plan.page.chart"), PlanView.class, PlanPages.of(project())));
    }

    /** Shows the plan as it is now. */
    final void reload() {
        showPlan();
    }

    final Project project() {
        return Objects.requireNonNull(project);
    }

    /** @return the parameter in the address, empty when it is not there */
    final String parameter(String name) {
        return query.getSingleParameter(name).orElse("");
    }

    /** @return the parameter as a whole number, the usual one when it is none or lies outside */
    final int number(String name, int least, int most, int usual) {
        String text = parameter(name);
        try {
            int number = text.isEmpty() ? usual : Integer.parseInt(text);
            return number < least || number > most ? usual : number;
        } catch (NumberFormatException notOne) {
            return usual;
        }
    }

    /** Goes to this page with another parameter in its address. */
    final void goTo(QueryParameters parameters) {
        getUI().ifPresent(ui -> ui.navigate(getClass(), PlanPages.of(project()), parameters));
    }

    /** Notes in the address what is shown, without going anywhere. */
    final void keep(QueryParameters parameters) {
        query = parameters;
        String code = project().code();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                new Location("desk/plan/" + code + "/" + name(), parameters)));
    }

    @Override
    public final String getPageTitle() {
        return project == null ? "" : getTranslation("plan.page.title", project.names().in(getLocale()), title());
    }

    /** @return the page's own name in the reader's language */
    abstract String title();
}
