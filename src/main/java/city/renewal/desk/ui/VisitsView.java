package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterSummary;
import city.renewal.project.Projects;
import city.renewal.visit.VisitServices;
import city.renewal.visit.Visits;
import city.renewal.visit.ui.DueCard;
import city.renewal.visit.ui.PhoneCard;
import city.renewal.visit.ui.RemainingCard;
import city.renewal.visit.ui.UnreportedCard;
import city.renewal.visit.ui.VisitContext;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appointments of a project: what remains to be done, what needs somebody or a report, booking by telephone. */
@Route(value = "desk/visits/:code?", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR, Role.Names.ENGINEER,
    Role.Names.OFFICER, Role.Names.VIEWER})
public final class VisitsView extends VisitPart {

    private final transient HouseholdRegister register;
    private @Nullable RemainingCard remaining;
    private @Nullable DueCard due;
    private @Nullable UnreportedCard unreported;

    VisitsView(Projects projects, VisitServices services, HouseholdRegister register, Messages messages,
               ChangeFeed feed, Clock clock) {
        super(projects, services, register, messages, feed, clock);
        this.register = register;
    }

    @Override
    void show(BeforeEnterEvent event, VisitContext context, Div into) {
        due = null;
        unreported = null;
        remaining = new RemainingCard(context);
        if (Visits.mayHandle(actor())) {
            due = new DueCard(context);
            into.add(due);
        }
        if (Visits.maySee(actor())) {
            unreported = new UnreportedCard(context, null);
            into.add(unreported);
        }
        into.add(remaining);
        if (Visits.mayHandle(actor())) {
            List<RegisterSummary> summary = register.summary(context.project().id());
            into.add(new PhoneCard(context, summary));
        }
    }

    @Override
    void changed() {
        refresh();
    }

    @Override
    void refresh() {
        if (remaining != null) {
            remaining.show();
        }
        if (due != null) {
            due.refresh();
        }
        if (unreported != null) {
            unreported.refresh();
        }
    }
}
