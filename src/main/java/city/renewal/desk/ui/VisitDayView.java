package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.visit.VisitServices;
import city.renewal.visit.ui.DayListCard;
import city.renewal.visit.ui.HomesDoneCard;
import city.renewal.visit.ui.UnreportedCard;
import city.renewal.visit.ui.VisitContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of one day, of one crew or all, at an address that says which. */
@Route(value = "desk/visits/:code/day", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR, Role.Names.ENGINEER})
public final class VisitDayView extends VisitPart {

    private static final String DAY = "on";
    private static final String CREW = "crew";

    private final transient VisitServices services;
    private final transient Clock clock;
    private @Nullable DayListCard list;
    private @Nullable HomesDoneCard done;
    private @Nullable UnreportedCard unreported;

    VisitDayView(Projects projects, VisitServices services, HouseholdRegister register, Messages messages,
                 ChangeFeed feed, Clock clock) {
        super(projects, services, register, messages, feed, clock);
        this.services = services;
        this.clock = clock;
    }

    @Override
    void show(BeforeEnterEvent event, VisitContext context, Div into) {
        QueryParameters query = event.getLocation().getQueryParameters();
        LocalDate day = query.getSingleParameter(DAY).map(this::day).orElse(LocalDate.now(clock));
        String crew = query.getSingleParameter(CREW).filter(name -> !name.isBlank()).orElse(null);
        into.add(filters(context.project(), day, crew));
        list = null;
        done = null;
        unreported = null;
        try {
            list = new DayListCard(context, day, crew);
            done = new HomesDoneCard(context, day);
            unreported = new UnreportedCard(context, day);
            into.add(unreported, list, done);
        } catch (Refusal refused) {
            into.add(new Paragraph(refused.in(messages(), getLocale())));
        }
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return LocalDate.now(clock);
        }
    }

    private Div filters(Project project, LocalDate day, @Nullable String crew) {
        DateField dayField = new DateField(getTranslation("visit.list.day"), getLocale());
        dayField.setValue(day);
        dayField.setId("visit-list-day");
        dayField.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(project, change.getValue(), crew);
            }
        });
        ComboBox<String> crewField = new ComboBox<>(getTranslation("visit.crew"));
        crewField.setItems(services.board().crews(project.id()));
        crewField.setPlaceholder(getTranslation("visit.list.all-crews"));
        crewField.setClearButtonVisible(true);
        crewField.setValue(crew);
        crewField.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(project, day, change.getValue());
            }
        });
        Div row = new Div(dayField, crewField);
        row.addClassName("desk-row");
        return row;
    }

    private void go(Project project, LocalDate day, @Nullable String crew) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(DAY, day.toString());
        if (crew != null) {
            query.put(CREW, crew);
        }
        UI.getCurrent().navigate(VisitDayView.class, new RouteParameters("code", project.code()),
                QueryParameters.simple(query));
    }

    @Override
    void changed() {
        // Each part has shown its own, and hears of the other's like of everybody's.
    }

    @Override
    void refresh() {
        if (list != null) {
            list.refresh();
        }
        if (done != null) {
            done.refresh();
        }
        if (unreported != null) {
            unreported.refresh();
        }
    }
}
