package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.LookAhead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.ui.ConstraintWords;
import city.renewal.project.Kinds;
import city.renewal.project.Place;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The coming two or four weeks for the meeting on site, week by week and crew by crew; made to be printed. */
@Route(value = "desk/plan/:code/look-ahead", layout = DeskLayout.class)
@PermitAll
public final class LookAheadView extends PlanPageView {

    /** Parameter with the number of weeks. */
    static final String WEEKS = "weeks";
    private static final int SHORT = 2;
    private static final int LONG = 4;

    private final transient Projects projects;
    private final transient Kinds kinds;

    LookAheadView(Projects projects, Plans plans, Kinds kinds, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.projects = projects;
        this.kinds = kinds;
    }

    @Override
    String name() {
        return "look-ahead";
    }

    @Override
    String title() {
        return getTranslation("plan.page.look-ahead");
    }

    @Override
    Component[] actions() {
        Button print = new Button(getTranslation("action.print"), VaadinIcon.PRINT.create(),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return new Component[] {print};
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        int count = number(WEEKS, SHORT, LONG, SHORT) == LONG ? LONG : SHORT;
        into.add(choice(count));
        Map<Long, String> places = projects.places(project().id()).stream()
                .collect(Collectors.toMap(Place::id, this::name));
        for (LookAhead.Week week : LookAhead.of(plan, formats.today(), count).weeks()) {
            into.add(week(week, places));
        }
    }

    private RadioButtonGroup<Integer> choice(int count) {
        RadioButtonGroup<Integer> choice = new RadioButtonGroup<>(getTranslation("look-ahead.weeks"));
        choice.setItems(SHORT, LONG);
        choice.setItemLabelGenerator(weeks -> getTranslation("look-ahead.count", weeks));
        choice.setValue(count);
        choice.addClassName("no-print");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                goTo(QueryParameters.of(WEEKS, String.valueOf(change.getValue())));
            }
        });
        return choice;
    }

    private Section week(LookAhead.Week week, Map<Long, String> places) {
        Section section = new Section(new H2(formats.date(week.first()) + " – " + formats.date(week.last())));
        section.addClassNames("card", "look-ahead-week");
        if (week.items().isEmpty()) {
            section.add(new Paragraph(getTranslation("look-ahead.none")));
        }
        Map<String, List<LookAhead.Item>> crews = week.items().stream().collect(Collectors.groupingBy(
                item -> crew(item.task(), places), () -> new TreeMap<>(Comparator.<String>naturalOrder()),
                Collectors.toCollection(ArrayList::new)));
        crews.forEach((crew, items) -> section.add(
                new H3(crew.isEmpty() ? getTranslation("look-ahead.no-crew") : formats.name(crew)), table(items, places)));
        return section;
    }

    /** Work without a crew goes under its place. */
    private static String crew(Task task, Map<Long, String> places) {
        String crew = task.input().crew();
        return crew != null ? crew : place(task, places);
    }

    private static String place(Task task, Map<Long, String> places) {
        Long place = task.input().placeId();
        return place == null ? "" : places.getOrDefault(place, "");
    }

    private NativeTable table(List<LookAhead.Item> items, Map<Long, String> places) {
        List<String> heads = List.of("column.task", "look-ahead.place", "look-ahead.days", "look-ahead.due",
                "look-ahead.done", "look-ahead.waits");
        NativeTableRow head = new NativeTableRow();
        heads.forEach(key -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        NativeTableHeader header = new NativeTableHeader();
        header.add(head);
        NativeTableBody body = new NativeTableBody();
        for (LookAhead.Item item : items) {
            List<Component> cells = List.of(
                    WhyThisDay.link(project().code(), item.task().id(), item.task().names().in(formats.locale())),
                    new Span(place(item.task(), places)), days(item), new Span(due(item)),
                    new Span(formats.percent(item.task().doneShare())), waits(item));
            NativeTableRow row = new NativeTableRow();
            for (int i = 0; i < cells.size(); i++) {
                NativeTableCell cell = new NativeTableCell(cells.get(i));
                cell.getElement().setAttribute("data-label", getTranslation(heads.get(i)));
                row.add(cell);
            }
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.addClassName("look-ahead");
        table.add(header, body);
        return table;
    }

    private Component days(LookAhead.Item item) {
        Formats f = formats;
        String days = item.first().equals(item.last())
                ? f.date(item.first())
                : f.date(item.first()) + " – " + f.date(item.last());
        Div shown = new Div(new Span(days));
        if (item.starts()) {
            shown.add(badge("look-ahead.starts", "tone-quiet"));
        }
        if (item.finishes()) {
            shown.add(badge("look-ahead.finishes", "tone-good"));
        }
        return shown;
    }

    private Span badge(String key, String tone) {
        Span badge = new Span(getTranslation(key));
        badge.addClassNames("badge", tone);
        return badge;
    }

    private String due(LookAhead.Item item) {
        return item.task().input().milestone()
                ? ""
                : formats.quantity(item.due(), kinds.unit(item.task().input().unit()));
    }

    private Component waits(LookAhead.Item item) {
        Div shown = new Div();
        for (Task before : item.waitsFor()) {
            shown.add(new Div(getTranslation("look-ahead.waits-for", before.names().in(formats.locale()),
                    formats.date(before.dates().finishOn()))));
        }
        ConstraintWords.of(item.task().input(), formats).ifPresent(words -> shown.add(new Div(words)));
        return shown;
    }

    private String name(Place place) {
        @Nullable String english = place.nameEn();
        return english != null && formats.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english
                : place.name();
    }
}
