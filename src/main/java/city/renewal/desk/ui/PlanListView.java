package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.CsvText;
import city.renewal.base.Messages;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every task in a grid: filtered by text, class, crew and state, sorted, in chosen columns, saved as it is shown. */
@Route(value = "desk/plan/:code/list", layout = DeskLayout.class)
@PermitAll
public final class PlanListView extends PlanPageView {

    private static final String TEXT = "q";
    private static final String CLASS = "class";
    private static final String CREW = "crew";
    private static final String STATE = "state";
    private static final String COLUMNS = "columns";
    private static final String SORT = "sort";
    private static final String DESCENDING = "-";
    private static final String SEPARATOR = ".";
    private static final String INDENT_EM = "%.1fem";
    private static final String SEQUENCE = "gantt.legend.sequence";

    private final transient Kinds kinds;
    private final Grid<PlanLine> grid = new Grid<>();
    private final Map<PlanColumn, Grid.Column<PlanLine>> columns = new LinkedHashMap<>();
    private final Span count = new Span();
    private final TextField text = new TextField(getTranslation("list.search"));
    private final Select<String> itemClass = new Select<>();
    private final Select<String> crew = new Select<>();
    private final Select<PlanLine.State> state = new Select<>();
    private transient List<PlanLine> lines = List.of();
    private transient Map<Long, Task> tasks = Map.of();
    private boolean filling;

    PlanListView(Projects projects, Plans plans, Kinds kinds, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.kinds = kinds;
        setUpGrid();
        setUpFilters();
    }

    @Override
    String name() {
        return "list";
    }

    @Override
    String title() {
        return getTranslation("plan.page.list");
    }

    private void setUpGrid() {
        for (PlanColumn column : PlanColumn.values()) {
            Grid.Column<PlanLine> made = switch (column) {
                case NAME -> grid.addComponentColumn(this::name).setFlexGrow(3).setWidth("236px");
                case CREW -> grid.addColumn(line -> column.text(line, formats, kinds)).setFlexGrow(1).setWidth("170px");
                case CLASS -> grid.addColumn(line -> column.text(line, formats, kinds)).setFlexGrow(0).setWidth("112px");
                case VARIANCE -> grid.addComponentColumn(this::variance).setAutoWidth(true).setFlexGrow(0);
                default -> grid.addColumn(line -> column.text(line, formats, kinds)).setAutoWidth(true).setFlexGrow(0);
            };
            made.setHeader(getTranslation(column.key())).setKey(column.name()).setResizable(true)
                    .setSortProperty(column.name()).setSortable(true).setVisible(column.usual());
            columns.put(column, made);
        }
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setItems(query -> shown(query.getSortOrders()).skip(query.getOffset()).limit(query.getLimit()),
                query -> (int) shown(List.of()).count());
        grid.setEmptyStateText(getTranslation("list.none"));
        grid.addClassName("plan-list");
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                keepAsked();
            }
        });
    }

    private void setUpFilters() {
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        itemClass.setLabel(getTranslation("gantt.column.class"));
        itemClass.setItemLabelGenerator(id -> id.isEmpty()
                ? getTranslation("list.any")
                : getTranslation("item-class." + id.toLowerCase(Locale.ROOT)));
        crew.setLabel(getTranslation("list.crew"));
        crew.setItemLabelGenerator(name -> name.isEmpty() ? getTranslation("list.any") : formats.name(name));
        state.setLabel(getTranslation("list.state"));
        state.setItems(PlanLine.State.values());
        state.setItemLabelGenerator(each -> getTranslation("list.state." + each.id()));
        text.addValueChangeListener(change -> asked());
        itemClass.addValueChangeListener(change -> asked());
        crew.addValueChangeListener(change -> asked());
        state.addValueChangeListener(change -> asked());
    }

    /** The columns and the order that the address asks for; unknown names in it are passed over. */
    private void arrange() {
        List<PlanColumn> asked = named(parameter(COLUMNS)).toList();
        columns.forEach((column, shown) -> shown.setVisible(
                asked.isEmpty() ? column.usual() : asked.contains(column)));
        String sort = parameter(SORT);
        boolean descending = sort.startsWith(DESCENDING);
        grid.sort(named(descending ? sort.substring(DESCENDING.length()) : sort).limit(1)
                .map(column -> new GridSortOrder<>(columns.get(column),
                        descending ? SortDirection.DESCENDING : SortDirection.ASCENDING))
                .toList());
    }

    private static Stream<PlanColumn> named(String ids) {
        List<String> asked = List.of(ids.split(Pattern.quote(SEPARATOR)));
        return Stream.of(PlanColumn.values()).filter(column -> asked.contains(column.id()));
    }

    @Override
    Component[] actions() {
        arrange();
        MenuBar chooser = new MenuBar();
        chooser.addThemeVariants(MenuBarVariant.LUMO_SMALL);
        MenuItem choose = chooser.addItem(getTranslation("list.columns"));
        columns.forEach((column, shown) -> {
            MenuItem item = choose.getSubMenu().addItem(getTranslation(column.key()),
                    click -> {
                        shown.setVisible(click.getSource().isChecked());
                        keepAsked();
                    });
            item.setCheckable(true);
            item.setChecked(shown.isVisible());
            item.setKeepOpen(true);
        });
        Anchor csv = new Anchor(DownloadHandler.fromInputStream(download -> {
            byte[] file = csv(download.getSession());
            return new DownloadResponse(new ByteArrayInputStream(file), project().code() + "-tasks.csv",
                    "text/csv;charset=utf-8", file.length);
        }), getTranslation("chart.csv"));
        return new Component[] {chooser, csv};
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        lines = PlanLine.of(plan);
        tasks = plan.byId();
        filling = true;
        choose(itemClass, lines.stream().map(line -> line.task().input().itemClass()), CLASS);
        choose(crew, lines.stream().map(line -> line.task().input().crew()), CREW);
        state.setValue(Stream.of(PlanLine.State.values()).filter(each -> each.id().equals(parameter(STATE)))
                .findFirst().orElse(PlanLine.State.ALL));
        text.setValue(parameter(TEXT));
        filling = false;
        Div filters = new Div(text, itemClass, crew, state, count);
        filters.addClassName("plan-filters");
        into.add(filters, grid);
        refresh();
    }

    private void choose(Select<String> field, Stream<@Nullable String> found, String parameter) {
        List<String> choices = Stream.concat(Stream.of(""), found.filter(Objects::nonNull).sorted().distinct()).toList();
        field.setItems(choices);
        field.setVisible(choices.size() > 1);
        String asked = parameter(parameter);
        field.setValue(choices.contains(asked) ? asked : "");
    }

    private void asked() {
        if (!filling) {
            refresh();
        }
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        count.setText(getTranslation("list.count", shown(List.of()).count(), lines.size()));
        keepAsked();
    }

    /** Keeps filters, columns and order in the address without leaving the page. */
    private void keepAsked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(TEXT, text.getValue());
        asked.put(CLASS, itemClass.getValue());
        asked.put(CREW, crew.getValue());
        asked.put(STATE, state.getValue() == PlanLine.State.ALL ? "" : state.getValue().id());
        asked.put(COLUMNS, chosen().equals(Stream.of(PlanColumn.values()).filter(PlanColumn::usual).toList())
                ? "" : chosen().stream().map(PlanColumn::id).collect(Collectors.joining(SEPARATOR)));
        asked.put(SORT, grid.getSortOrder().stream()
                .map(order -> (order.getDirection() == SortDirection.DESCENDING ? DESCENDING : "")
                        + PlanColumn.valueOf(order.getSorted().getKey()).id())
                .collect(Collectors.joining(SEPARATOR)));
        asked.values().removeIf(value -> value == null || value.isEmpty());
        keep(QueryParameters.simple(asked));
    }

    private Stream<PlanLine> shown(List<QuerySortOrder> orders) {
        Stream<PlanLine> asked = lines.stream()
                .filter(line -> line.has(text.getValue()))
                .filter(line -> any(itemClass) || itemClass.getValue().equals(line.task().input().itemClass()))
                .filter(line -> any(crew) || crew.getValue().equals(line.task().input().crew()))
                .filter(line -> line.is(state.getValue(), formats.today()));
        Comparator<PlanLine> order = null;
        for (QuerySortOrder each : orders) {
            Comparator<PlanLine> next = PlanColumn.valueOf(each.getSorted()).order();
            next = each.getDirection() == SortDirection.DESCENDING ? next.reversed() : next;
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? asked : asked.sorted(order);
    }

    private List<PlanColumn> chosen() {
        return columns.entrySet().stream().filter(column -> column.getValue().isVisible()).map(Map.Entry::getKey).toList();
    }

    private static boolean any(Select<String> field) {
        return field.getValue() == null || field.getValue().isEmpty();
    }

    private Component name(PlanLine line) {
        RouterLink link = new RouterLink(line.task().names().in(formats.locale()), TaskView.class, line.task().id());
        link.getStyle().set("padding-inline-start", String.format(Locale.ROOT, INDENT_EM, line.level() * 1.2));
        if (line.summary()) {
            link.addClassName("plan-list-summary");
        }
        return line.passed().isEmpty() ? link : new Div(link, outOfSequence(line));
    }

    private String passed(PlanLine line) {
        ForecastWords words = new ForecastWords(formats.messages(), formats);
        return line.passed().stream().map(link -> words.passed(link, tasks)).collect(Collectors.joining(" "));
    }

    private Span outOfSequence(PlanLine line) {
        String how = passed(line);
        Span mark = new Span(getTranslation(SEQUENCE));
        mark.addClassNames("badge", "tone-warning", "plan-list-mark");
        mark.setTitle(how);
        mark.getElement().setAttribute("aria-label", how);
        mark.getElement().setAttribute("role", "note");
        return mark;
    }

    private Component variance(PlanLine line) {
        return DeskParts.variance(line.task().dates().daysLate(), this::getTranslation);
    }

    /** A download is answered beside the page, so that it waits for its turn to look at it. */
    private byte[] csv(VaadinSession session) {
        session.lock();
        try {
            return csv();
        } finally {
            session.unlock();
        }
    }

    private byte[] csv() {
        List<PlanColumn> chosen = chosen();
        CsvText file = new CsvText().row(Stream.concat(chosen.stream().map(PlanColumn::key), Stream.of(SEQUENCE))
                .map(key -> formats.messages().text(formats.locale(), key)).toList());
        List<QuerySortOrder> orders = grid.getSortOrder().stream()
                .map(order -> new QuerySortOrder(order.getSorted().getKey(), order.getDirection()))
                .toList();
        shown(orders).forEach(line -> file.row(Stream.concat(
                chosen.stream().map(column -> column.value(line, formats)), Stream.of(passed(line))).toList()));
        return file.bytes();
    }
}
