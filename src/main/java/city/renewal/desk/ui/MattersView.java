package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.WindowWidth;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterRules;
import city.renewal.matter.ui.MatterFilterBar;
import city.renewal.matter.ui.MatterWords;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The worker's queue of residents' matters, due first. What is looked at stands in the page's address. */
@Route(value = "desk/matters", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.ADMINISTRATOR})
@CssImport("./styles/findings.css")
@CssImport("./styles/matters.css")
public final class MattersView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Key of the column that leads to a matter. */
    static final String WHAT = "what";
    /** Characters of a report that the list shows. */
    private static final int SHOWN = 80;

    private final transient MatterDesk desk;
    private final transient MatterWords words;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final MatterFilterBar filters;
    private final Span count = new Span();
    private final Grid<MatterLine> grid = new Grid<>();
    private transient MatterFilter filter = MatterFilter.MINE;
    private int found;

    MattersView(MatterDesk desk, MatterRules rules, Projects projects, Messages messages, ChangeFeed feed, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        words = new MatterWords(rules, new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        filters = new MatterFilterBar(words, projects.all(),
                wanted -> UI.getCurrent().navigate(MattersView.class, MatterFilterBar.query(wanted)));
        addClassNames("desk-page", "matters-page");
        count.addClassName("secondary");
        count.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("matter.desk.title")), count);
        head.addClassName("findings-head");
        if (actor.is(Role.ADMINISTRATOR)) {
            head.add(new RouterLink(getTranslation("grid.title"), GridsView.class));
        }
        setUpGrid();
        add(head, filters, grid);
        ChangeSubscription.keepWithMatters(this, feed, change -> show());
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Grid.Column<MatterLine> card = grid.addComponentColumn(this::card).setHeader(getTranslation("matter.desk.title"));
        List<Grid.Column<MatterLine>> columns = List.of(
                grid.addComponentColumn(this::what).setKey(WHAT).setHeader(getTranslation("matter.desk.what"))
                        .setFlexGrow(5),
                grid.addColumn(words::place).setHeader(getTranslation("matter.fact.place")).setFlexGrow(3)
                        .setResizable(true),
                grid.addColumn(line -> line.worker() == null ? getTranslation("matter.fact.nobody")
                                : words.formats().name(line.worker()))
                        .setHeader(getTranslation("matter.fact.worker")).setAutoWidth(true).setFlexGrow(0),
                grid.addComponentColumn(line -> words.due(line, OffsetDateTime.now(clock)))
                        .setHeader(getTranslation("matter.desk.due")).setWidth("250px").setFlexGrow(0),
                grid.addComponentColumn(line -> words.badge(line.state())).setHeader(getTranslation("matter.filter.state"))
                        .setWidth("120px").setFlexGrow(0));
        grid.setEmptyStateText(getTranslation("matter.desk.empty"));
        grid.setSizeFull();
        grid.setDataProvider(new CallbackDataProvider<MatterLine, Void>(
                query -> desk.queue(actor, filter, query.getLimit(), query.getOffset()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return found;
                }, MatterLine::id));
        WindowWidth.listen(this, phone -> {
            card.setVisible(phone);
            columns.forEach(column -> column.setVisible(!phone));
        });
    }

    private Div what(MatterLine line) {
        RouterLink link = new RouterLink(line.number() + " " + words.kind(line.kind()), MatterView.class,
                new RouteParameters("number", line.number()));
        Span text = new Span(line.report() == null ? getTranslation("matter.desk.closed") : excerpt(line.report()));
        text.addClassName("secondary");
        Div what = new Div(link, text);
        what.addClassName("finding-line");
        if (line.duplicates() > 0) {
            what.add(new Span(getTranslation("matter.desk.more", line.duplicates())));
        }
        return what;
    }

    private String excerpt(String report) {
        String text = words.formats().name(report);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** One matter as a phone shows it. */
    private Component card(MatterLine line) {
        Span where = new Span(words.place(line));
        where.addClassName("secondary");
        Div badges = new Div(words.badge(line.state()), words.due(line, OffsetDateTime.now(clock)));
        badges.addClassName("finding-badges");
        Div card = what(line);
        card.add(where, badges);
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = filters.show(event.getLocation().getQueryParameters(),
                actor.is(Role.COMMUNITY) ? MatterFilter.Whose.MINE : MatterFilter.Whose.ALL);
        show();
    }

    private void show() {
        found = desk.count(actor, filter);
        count.setText(getTranslation("matter.desk.count", found));
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("matter.desk.title");
    }
}
