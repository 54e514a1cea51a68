package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.consent.Household;
import city.renewal.consent.RegisterSummary;
import city.renewal.consent.ui.DoorFields;
import city.renewal.visit.VisitOffer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;

/** Books, moves and cancels for a household that telephones. */
public final class PhoneCard extends DeskCard {

    private final transient VisitContext context;
    private final DoorFields whose;
    private final Div found = new Div();

    /** @param summary buildings of the register */
    public PhoneCard(VisitContext context, List<RegisterSummary> summary) {
        super(context.text("visit.phone.title"), context.messages());
        this.context = context;
        setId("visit-telephone");
        whose = new DoorFields(summary);
        Button find = new Button(getTranslation("visit.phone.find"), click -> attempt(() -> {
            show(whose.find(context.register(), context.actor(), context.project().id()));
            return "";
        }));
        Paragraph about = new Paragraph(getTranslation("visit.phone.about"));
        about.addClassName("secondary");
        whose.add(find);
        add(about, whose, found);
    }

    private void show(Household household) {
        found.removeAll();
        List<VisitOffer> offers = context.services().offers().to(context.actor(), household);
        if (offers.isEmpty()) {
            found.add(new Paragraph(getTranslation("visit.phone.nothing")));
        }
        offers.forEach(offer -> found.add(new HouseholdOffer(context, household, offer, work -> change(household, work))));
    }

    private void change(Household household, Supplier<String> work) {
        attempt(() -> {
            String said = work.get();
            show(household);
            context.changed().run();
            return said;
        });
    }
}
