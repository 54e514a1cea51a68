package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.WindowWidth;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.Programme;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.ProjectLine;
import city.renewal.programme.ui.FilterAddress;
import city.renewal.programme.ui.FilterBar;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.ui.FindingAddress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every project with its progress, promise and state, the most urgent first: the way to its plan. */
@Route(value = "desk/projects", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/overview.css")
public final class ProjectsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Key of the column that leads to the plan. */
    static final String NAME = "name";

    /** Keys of the columns with what is done, and with how that stands. */
    static final String PROGRESS = "progress";
    static final String STATE = "state";

    private final transient Programme programme;
    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient StandingWords standings;
    private final TextField search = new TextField();
    private final FilterBar filters;
    private final Span count = new Span();
    private final Grid<ProjectLine> grid = new Grid<>();
    private transient ProjectFilter filter = ProjectFilter.NONE;

    ProjectsView(Programme programme, Kinds kinds, Messages messages, ChangeFeed feed, Clock clock) {
        this.programme = programme;
        this.kinds = kinds;
        formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        standings = new StandingWords(messages, formats);
        filters = new FilterBar(kinds, formats, ProjectsView.class, this::go);
        addClassNames("desk-page", "desk-projects");
        search.setPlaceholder(getTranslation("desk.projects.search"));
        search.setAriaLabel(getTranslation("desk.projects.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setId("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.withText(change.getValue()));
            }
        });
        count.addClassName("secondary");
        count.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("desk.projects.title")), count, search);
        head.addClassName("desk-projects-head");
        if (SignedIn.required().is(Role.PLANNER, Role.ADMINISTRATOR)) {
            head.add(new RouterLink(getTranslation("new-plan.title"), NewPlanView.class));
        }
        setUpGrid();
        add(head, filters, grid);
        ChangeSubscription.keep(this, feed, change -> show());
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Grid.Column<ProjectLine> card = grid.addComponentColumn(this::card)
                .setHeader(getTranslation("column.project"));
        List<Grid.Column<ProjectLine>> columns = List.of(
                grid.addColumn(ProjectLine::code).setHeader(getTranslation("column.code")).setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addComponentColumn(this::name).setKey(NAME).setHeader(getTranslation("column.project"))
                        .setWidth("190px").setFlexGrow(3).setResizable(true),
                grid.addColumn(this::stage).setHeader(getTranslation("overview.column.stage"))
                        .setWidth("112px").setFlexGrow(0).setResizable(true),
                grid.addComponentColumn(this::progress).setKey(PROGRESS)
                        .setHeader(getTranslation("overview.column.progress")).setWidth("256px").setFlexGrow(1),
                grid.addColumn(line -> date(line.standing().promisedFinishOn()))
                        .setHeader(getTranslation("task.promised")).setAutoWidth(true).setFlexGrow(0),
                grid.addColumn(line -> date(line.standing().finishOn()))
                        .setHeader(getTranslation("column.finish")).setAutoWidth(true).setFlexGrow(0),
                grid.addComponentColumn(this::states).setKey(STATE)
                        .setHeader(getTranslation("overview.column.state")).setWidth("170px").setFlexGrow(0));
        grid.setSizeFull();
        WindowWidth.listen(this, phone -> {
            card.setVisible(phone);
            columns.forEach(column -> column.setVisible(!phone));
        });
    }

    private String date(@Nullable LocalDate day) {
        return day == null ? "" : formats.date(day);
    }

    private Component name(ProjectLine line) {
        Span place = new Span(place(line));
        place.addClassName("secondary");
        Div name = new Div(link(line), place);
        name.addClassName("desk-project");
        return name;
    }

    private RouterLink link(ProjectLine line) {
        return new RouterLink(line.name().in(getLocale()), PlanView.class, PlanPages.of(line.code()));
    }

    private String place(ProjectLine line) {
        return Stream.of(kinds.get(line.kind()).name().in(getLocale()),
                        line.street() == null ? null : formats.name(line.street()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private String stage(ProjectLine line) {
        Kind kind = kinds.get(line.kind());
        return kind.stages().stream().filter(stage -> stage.id().equals(line.stage())).findFirst()
                .map(stage -> stage.name().in(getLocale())).orElse("");
    }

    private Component progress(ProjectLine line) {
        PromiseBar bar = new PromiseBar();
        standings.draw(bar, line.standing());
        Span words = new Span(standings.progress(line.standing().done(), line.standing().due()));
        words.addClassName("secondary");
        Div progress = new Div(bar, words);
        progress.addClassName("desk-project");
        return progress;
    }

    private Component states(ProjectLine line) {
        Div states = new Div();
        states.addClassName("desk-project-states");
        standings.badges(line.standing()).forEach(states::add);
        if (line.overdueFindings() > 0) {
            RouterLink overdue = new RouterLink(getTranslation("finding.overdue.count", line.overdueFindings()),
                    FindingsView.class);
            overdue.setQueryParameters(FindingAddress.write(new FindingFilter(line.code(), FindingState.OPEN, null, null,
                    FindingLevel.HANDLER)));
            overdue.addClassNames("badge", "tone-late");
            states.add(overdue);
        }
        if (line.pause() != null) {
            Span pause = new Span(getTranslation("pause.said", getTranslation("pause." + line.pause().id())));
            pause.addClassName("secondary");
            states.add(pause);
        }
        return states;
    }

    /** One project as a phone shows it. */
    private Component card(ProjectLine line) {
        Span facts = new Span(Stream.of(place(line), stage(line),
                        line.standing().finishOn() == null ? ""
                                : getTranslation("plan.finish", formats.date(line.standing().finishOn())))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · ")));
        facts.addClassName("secondary");
        Div card = new Div(link(line), states(line), facts, progress(line));
        card.addClassName("project-card");
        return card;
    }

    /** Makes the filter the page's address; {@link #beforeEnter} then shows it. */
    private void go(ProjectFilter wanted) {
        if (!wanted.equals(filter)) {
            UI.getCurrent().navigate(ProjectsView.class, FilterAddress.write(wanted));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = FilterAddress.read(event.getLocation().getQueryParameters());
        if (!search.getValue().strip().equals(filter.text())) {
            search.setValue(filter.text());
        }
        show();
    }

    private void show() {
        List<ProjectLine> lines = programme.projects();
        List<ProjectLine> wanted = lines.stream().filter(filter::matches).toList();
        filters.show(filter, lines);
        count.setText(getTranslation("desk.projects.count", wanted.size()));
        grid.setEmptyStateText(getTranslation(lines.isEmpty() ? "desk.projects.empty" : "desk.projects.none"));
        grid.setItems(wanted);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.projects.title");
    }
}
