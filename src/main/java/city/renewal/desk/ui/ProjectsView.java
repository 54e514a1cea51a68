package city.renewal.desk.ui;

import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;

/** Every project, the way to its plan. */
@Route(value = "desk/projects", layout = DeskLayout.class)
@PermitAll
public final class ProjectsView extends Main implements HasDynamicTitle {

    /** Key of the column that leads to the plan. */
    static final String NAME = "name";

    ProjectsView(Projects projects, Kinds kinds) {
        addClassName("desk-page");
        Grid<Project> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER);
        grid.addColumn(Project::code).setHeader(getTranslation("column.code")).setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(project -> new RouterLink(project.name(), PlanView.class, PlanPages.of(project)))
                .setKey(NAME).setHeader(getTranslation("column.project")).setFlexGrow(3);
        grid.addColumn(project -> kinds.find(project.kind()).map(kind -> kind.name().in(getLocale()))
                .orElse(project.kind())).setHeader(getTranslation("column.kind")).setFlexGrow(2);
        grid.addColumn(Project::street).setHeader(getTranslation("column.street")).setFlexGrow(1);
        grid.setItems(projects.all());
        grid.setEmptyStateText(getTranslation("desk.projects.empty"));
        grid.setSizeFull();
        add(new H1(getTranslation("desk.projects.title")), grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.projects.title");
    }
}
