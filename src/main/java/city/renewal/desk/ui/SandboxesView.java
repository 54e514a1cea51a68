package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Plans;
import city.renewal.plan.sandbox.Sandbox;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is being tried on a plan, by whom and since when; and a new sandbox. */
@Route(value = "desk/plan/:code/what-if", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/baselines.css")
public final class SandboxesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient Sandboxes sandboxes;
    private final transient Messages messages;
    private final transient Formats formats;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final Div head = new Div();
    private final TextField name = new TextField(getTranslation("sandbox.name"));
    private final Grid<Sandbox> grid = new Grid<>();
    private transient @Nullable Project project;

    SandboxesView(Projects projects, Plans plans, Sandboxes sandboxes, Messages messages, Clock clock) {
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.messages = messages;
        this.clock = clock;
        formats = new Formats(messages, getLocale(), plans.today());
        addClassName("sandboxes-view");
        setUpGrid();
        add(head, body());
    }

    private Div body() {
        Paragraph help = new Paragraph(getTranslation("sandbox.help"));
        name.setPlaceholder(getTranslation("sandbox.name.example"));
        name.setMaxLength(Sandbox.LONGEST_NAME);
        Button make = new Button(getTranslation("sandbox.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.addClickShortcut(Key.ENTER).listenOn(name);
        Div form = new Div(name, make);
        form.addClassName("sandbox-form");
        Div body = new Div(help, form, grid);
        body.addClassName("sandbox-body");
        return body;
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(this::link).setHeader(getTranslation("sandbox.name")).setFlexGrow(4);
        grid.addColumn(Sandbox::owner).setHeader(getTranslation("sandbox.owner")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(this::age).setHeader(getTranslation("sandbox.age")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Sandbox::edits).setHeader(getTranslation("sandbox.edits")).setAutoWidth(true).setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText(getTranslation("sandbox.none"));
    }

    private Component link(Sandbox sandbox) {
        return new RouterLink(sandbox.name(), WhatIfView.class, address(Objects.requireNonNull(project), sandbox.id()));
    }

    static RouteParameters address(Project project, long sandboxId) {
        return new RouteParameters(Map.of("code", project.code(), "id", String.valueOf(sandboxId)));
    }

    private String age(Sandbox sandbox) {
        long days = ChronoUnit.DAYS.between(
                sandbox.madeAt().atZoneSameInstant(clock.getZone()).toLocalDate(), formats.today());
        return days <= 0 ? getTranslation("sandbox.age.today") : getTranslation("sandbox.age.days", days);
    }

    private void make() {
        Project current = Objects.requireNonNull(project);
        if (name.getValue().isBlank() || name.getValue().strip().length() > Sandbox.LONGEST_NAME) {
            name.setErrorMessage(getTranslation("sandbox.name.missing", Sandbox.LONGEST_NAME));
            name.setInvalid(true);
            return;
        }
        long id = sandboxes.make(actor, current.id(), name.getValue());
        getUI().ifPresent(ui -> ui.navigate(WhatIfView.class, address(current, id)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        head.removeAll();
        head.add(new PlanPages(project, SandboxesView.class));
        List<Sandbox> found = sandboxes.of(project.id());
        grid.setItems(found);
    }

    @Override
    public String getPageTitle() {
        return project == null ? "" : getTranslation("sandbox.title", project.name());
    }
}
