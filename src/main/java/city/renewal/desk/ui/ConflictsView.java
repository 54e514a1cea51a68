package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Plans;
import city.renewal.plan.conflict.RoadConflict;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.plan.conflict.ui.ConflictCards;
import city.renewal.plan.conflict.ui.RoadPositions;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where works of the programme get in each other's way. Its address can name a project: {@code ?project=PN01}. */
@Route(value = "desk/conflicts", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/conflicts.css")
public final class ConflictsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Parameter with a project's code, or a part of a name, to show only its conflicts. */
    static final String PROJECT = "project";

    private final transient RoadConflicts conflicts;
    private final transient Formats formats;
    private final Select<RoadConflict.Kind> kind = new Select<>();
    private final TextField filter = new TextField();
    private final Div list = new Div();
    private transient List<RoadConflict> found = List.of();

    ConflictsView(RoadConflicts conflicts, Plans plans, Messages messages) {
        this.conflicts = conflicts;
        formats = new Formats(messages, getLocale(), plans.today());
        addClassNames("desk-page", "conflicts-view");
        kind.setLabel(getTranslation("conflict.kind"));
        kind.setItems(RoadConflict.Kind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("conflict.kind.any"));
        kind.setItemLabelGenerator(each -> each == null ? getTranslation("conflict.kind.any") : name(each));
        kind.addValueChangeListener(change -> show());
        filter.setLabel(getTranslation("conflict.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> show());
        Div filters = new Div(kind, filter);
        filters.addClassName("conflict-fields");
        list.getElement().setAttribute("aria-live", "polite");
        add(new H1(getTranslation("conflict.title")), new Paragraph(getTranslation("conflict.intro")), filters, list);
        Actor actor = SignedIn.required();
        if (actor.is(Role.PLANNER, Role.ADMINISTRATOR)) {
            add(new Details(getTranslation("conflict.road.title"),
                    new RoadPositions(conflicts, actor, messages, this::search)));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.setValue(event.getLocation().getQueryParameters().getSingleParameter(PROJECT).orElse(""));
        search();
    }

    private void search() {
        found = conflicts.all();
        show();
    }

    private void show() {
        List<RoadConflict> shown = found.stream()
                .filter(conflict -> kind.isEmpty() || conflict.kind() == kind.getValue())
                .filter(conflict -> mentions(conflict, filter.getValue().strip().toLowerCase(Locale.ROOT)))
                .toList();
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new Paragraph(getTranslation(found.isEmpty() ? "conflict.none" : "conflict.none.filtered")));
        } else {
            list.add(new Paragraph(getTranslation("conflict.count", shown.size())), new ConflictCards(shown, formats));
        }
    }

    private boolean mentions(RoadConflict conflict, String text) {
        return Stream.of(conflict.later(), conflict.earlier())
                .flatMap(work -> Stream.of(work.projectCode(), work.projectNames().zh(),
                        work.projectNames().in(getLocale()), work.road() == null ? "" : work.road(),
                        work.road() == null ? "" : formats.name(work.road())))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text));
    }

    private String name(RoadConflict.Kind each) {
        return getTranslation("conflict.kind." + each.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conflict.title");
    }
}
