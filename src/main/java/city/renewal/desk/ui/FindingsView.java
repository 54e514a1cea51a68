package city.renewal.desk.ui;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.WindowWidth;
import city.renewal.site.finding.FindingCount;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.finding.ui.FindingAddress;
import city.renewal.site.finding.ui.FindingCountTable;
import city.renewal.site.finding.ui.FindingFilterBar;
import city.renewal.site.finding.ui.FindingWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;

/**
 * What was found wrong on the sites: as a list, by project, by party. What is asked for stands in the page's address.
 */
@Route(value = "desk/findings", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/findings.css")
public final class FindingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Key of the column that leads to a finding. */
    static final String WHAT = "what";

    private static final String VIEW = "view";
    private static final String PROJECTS = "projects";
    private static final String PARTIES = "parties";

    private final transient Findings findings;
    private final transient FindingWords words;
    private final transient Formats formats;
    private final FindingFilterBar filters;
    private final Span count = new Span();
    private final Tab list = new Tab(getTranslation("finding.view.list"));
    private final Tab byProject = new Tab(getTranslation("finding.view.projects"));
    private final Tab byParty = new Tab(getTranslation("finding.view.parties"));
    private final Tabs tabs = new Tabs(list, byProject, byParty);
    private final Grid<SiteFinding> grid = new Grid<>();
    private final Div tables = new Div();
    private transient FindingFilter filter = FindingFilter.OPEN;
    /** How many the filter finds, kept from when the page was shown last. */
    private int found;

    FindingsView(Findings findings, FindingRules rules, Messages messages, ChangeFeed feed) {
        this.findings = findings;
        formats = new Formats(messages, getLocale(), findings.today());
        words = new FindingWords(rules, formats);
        filters = new FindingFilterBar(rules, formats, wanted -> go(wanted, tab()));
        addClassNames("desk-page", "findings-page");
        count.addClassName("secondary");
        count.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("finding.title")), count);
        head.addClassName("findings-head");
        if (Findings.mayRaise(SignedIn.required())) {
            head.add(new RouterLink(getTranslation("finding.raise"), NewFindingView.class));
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter, tab());
            }
        });
        setUpGrid();
        add(head, filters, tabs, grid, tables);
        ChangeSubscription.keep(this, feed, change -> show());
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Grid.Column<SiteFinding> card = grid.addComponentColumn(this::card).setHeader(getTranslation("finding.title"));
        List<Grid.Column<SiteFinding>> columns = List.of(
                grid.addColumn(finding -> String.valueOf(finding.id())).setHeader(getTranslation("finding.id"))
                        .setAutoWidth(true).setFlexGrow(0),
                grid.addComponentColumn(this::what).setKey(WHAT).setHeader(getTranslation("finding.what"))
                        .setFlexGrow(4).setResizable(true),
                grid.addColumn(words::where).setHeader(getTranslation("finding.where")).setFlexGrow(3)
                        .setResizable(true),
                grid.addColumn(finding -> finding.organisation() == null ? getTranslation("finding.party.none")
                                : formats.name(finding.organisation()))
                        .setHeader(getTranslation("finding.party")).setFlexGrow(3).setResizable(true),
                grid.addColumn(finding -> formats.date(finding.dueOn())).setHeader(getTranslation("finding.due"))
                        .setAutoWidth(true).setFlexGrow(0),
                grid.addComponentColumn(this::badges).setHeader(getTranslation("finding.state")).setWidth("200px")
                        .setFlexGrow(0));
        grid.setEmptyStateText(getTranslation("finding.none"));
        grid.setSizeFull();
        grid.setDataProvider(new CallbackDataProvider<SiteFinding, Void>(
                query -> findings.page(filter, query.getLimit(), query.getOffset()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return found;
                }, SiteFinding::id));
        WindowWidth.listen(this, phone -> {
            card.setVisible(phone);
            columns.forEach(column -> column.setVisible(!phone));
        });
    }

    private Component what(SiteFinding finding) {
        Span sort = new Span(words.sort(finding));
        sort.addClassName("secondary");
        Div what = new Div(new RouterLink(formats.name(finding.what()), FindingView.class, finding.id()), sort);
        what.addClassName("finding-line");
        return what;
    }

    private Div badges(SiteFinding finding) {
        Div badges = new Div(words.state(finding));
        badges.addClassName("finding-badges");
        words.overdue(finding).ifPresent(badges::add);
        return badges;
    }

    /** One finding as a phone shows it. */
    private Component card(SiteFinding finding) {
        Span where = new Span(words.where(finding) + " · " + getTranslation("finding.due.is",
                formats.date(finding.dueOn())));
        where.addClassName("secondary");
        Div card = new Div(what(finding), where, badges(finding));
        card.addClassName("finding-line");
        return card;
    }

    private String tab() {
        return tabs.getSelectedTab() == byProject ? PROJECTS : tabs.getSelectedTab() == byParty ? PARTIES : "";
    }

    /** Makes what is asked for the page's address; {@link #beforeEnter} then shows it. */
    private static void go(FindingFilter wanted, String tab) {
        QueryParameters query = FindingAddress.write(wanted);
        UI.getCurrent().navigate(FindingsView.class, tab.isEmpty() ? query : query.merging(VIEW, tab));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        filter = FindingAddress.read(query);
        String view = query.getSingleParameter(VIEW).orElse("");
        tabs.setSelectedTab(view.equals(PROJECTS) ? byProject : view.equals(PARTIES) ? byParty : list);
        show();
    }

    private void show() {
        List<FindingCount> counts = findings.counts();
        filters.show(filter, counts);
        boolean listed = tabs.getSelectedTab() == list;
        filters.setVisible(listed);
        grid.setVisible(listed);
        tables.removeAll();
        if (listed) {
            found = findings.count(filter);
            count.setText(getTranslation("finding.count", found));
            grid.getDataProvider().refreshAll();
            return;
        }
        count.setText("");
        if (counts.isEmpty()) {
            tables.add(new Paragraph(getTranslation("finding.none")));
        } else if (tabs.getSelectedTab() == byProject) {
            tables.add(new FindingCountTable(getTranslation("column.project"), counts, FindingCount::projectCode,
                    line -> link(line.project().in(getLocale()), new FindingFilter(line.projectCode(),
                            FindingFilter.OPEN.states(), null, null, FindingFilter.OPEN.level()))));
        } else {
            tables.add(new FindingCountTable(getTranslation("finding.party"), counts,
                    line -> Objects.requireNonNullElse(line.organisation(), ""), this::party));
        }
    }

    private Component party(FindingCount line) {
        return line.organisation() == null ? new Span(getTranslation("finding.party.none"))
                : link(formats.name(line.organisation()), new FindingFilter(null, FindingFilter.OPEN.states(), null,
                        line.organisation(), FindingFilter.OPEN.level()));
    }

    private static RouterLink link(String text, FindingFilter to) {
        RouterLink link = new RouterLink(text, FindingsView.class);
        link.setQueryParameters(FindingAddress.write(to));
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("finding.title");
    }
}
