package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.consent.ConsentLetters;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.LetterKind;
import city.renewal.consent.RegisterSummary;
import city.renewal.consent.ui.LettersCard;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Projects;
import city.renewal.visit.VisitServices;
import city.renewal.visit.ui.BarsCard;
import city.renewal.visit.ui.OfferedCard;
import city.renewal.visit.ui.SlotsCard;
import city.renewal.visit.ui.VisitContext;
import city.renewal.visit.ui.WorksCard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is offered to households: works, times of crews, days without visits, letters with codes. */
@Route(value = "desk/visits/:code/plan", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
public final class VisitPlanView extends VisitPart {

    private final transient HouseholdRegister register;
    private final transient ConsentLetters letters;
    private final transient WorkTypes types;
    private final Div slots = new Div();
    private transient @Nullable VisitContext context;
    private @Nullable OfferedCard offered;

    VisitPlanView(Projects projects, VisitServices services, HouseholdRegister register, ConsentLetters letters,
                  WorkTypes types, Messages messages, ChangeFeed feed, Clock clock) {
        super(projects, services, register, messages, feed, clock);
        this.register = register;
        this.letters = letters;
        this.types = types;
    }

    @Override
    void show(BeforeEnterEvent event, VisitContext with, Div into) {
        context = with;
        offered = null;
        List<RegisterSummary> summary = register.summary(with.project().id());
        if (summary.isEmpty()) {
            RouterLink votes = new RouterLink(getTranslation("consent.desk.title"), ConsentView.class,
                    new RouteParameters("code", with.project().code()));
            into.add(new Paragraph(getTranslation("visit.plan.no-register")), votes);
            return;
        }
        OfferedCard list = new OfferedCard(with);
        offered = list;
        WorksCard works = new WorksCard(with, types, summary, this::showSlots);
        into.add(works, slots, list, new BarsCard(with), new LettersCard(register, letters, LetterKind.VISIT, summary,
                actor(), with.project(), messages(), with.words().formats(), () -> { }));
        showSlots();
    }

    /** The form for times knows the works that there are. */
    private void showSlots() {
        slots.removeAll();
        if (context != null) {
            slots.add(new SlotsCard(context, register.stairwells(context.project().id())));
        }
    }

    @Override
    void changed() {
        refresh();
    }

    @Override
    void refresh() {
        if (offered != null) {
            offered.show();
        }
    }
}
