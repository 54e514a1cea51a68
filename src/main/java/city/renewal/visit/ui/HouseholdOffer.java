package city.renewal.visit.ui;

import city.renewal.consent.Household;
import city.renewal.visit.Contact;
import city.renewal.visit.Slot;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitOffer;
import city.renewal.visit.VisitState;
import city.renewal.visit.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One work of one household at the desk: books, moves or cancels for it. */
final class HouseholdOffer extends Div {

    private final transient VisitContext context;
    private final transient Household household;
    private final transient Consumer<Supplier<String>> attempt;
    private final Select<Slot> time = new Select<>();

    /** @param attempt does something that may be refused, and says what became of it */
    HouseholdOffer(VisitContext context, Household household, VisitOffer offer, Consumer<Supplier<String>> attempt) {
        this.context = context;
        this.household = household;
        this.attempt = attempt;
        addClassName("visit-offer");
        add(new H3(offer.work().titles().in(getLocale())));
        Visit visit = offer.visit();
        if (visit != null) {
            add(new Paragraph(getTranslation("visit.desk.now", context.words().state(visit.state()),
                    context.words().when(visit), context.name(visit.crew()))));
        }
        if (offer.bar() != null) {
            Paragraph barred = new Paragraph(getTranslation("visit.desk.barred", context.words().bar(offer.bar())));
            barred.addClassName("visit-barred");
            add(barred);
        }
        if (offer.in(VisitState.DONE)) {
            return;
        }
        time.setLabel(getTranslation("visit.desk.time"));
        time.setItems(offer.times());
        time.setItemLabelGenerator(slot -> slot == null ? "" : getTranslation("visit.desk.slot",
                context.words().when(slot), context.name(slot.crew()), slot.free()));
        if (offer.times().isEmpty()) {
            time.setEnabled(false);
            time.setHelperText(getTranslation("visit.desk.no-times"));
        }
        if (visit != null && offer.in(VisitState.BOOKED)) {
            change(visit, !offer.times().isEmpty());
        } else {
            book(!offer.times().isEmpty());
        }
    }

    private void book(boolean possible) {
        TextField remark = new TextField(getTranslation("visit.remark"));
        remark.setMaxLength(Contact.LONGEST_REMARK);
        TextField phone = new TextField(getTranslation("visit.phone"));
        phone.setMaxLength(Contact.LONGEST_PHONE);
        Button book = new Button(getTranslation("visit.desk.book"), click -> withTime(slot -> {
            Visit made = context.services().visits().bookFor(context.actor(), household, slot.id(),
                    new Contact(remark.getValue(), phone.getValue()));
            return getTranslation("visit.made", made.titles().in(getLocale()), context.words().when(made));
        }));
        book.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        book.setEnabled(possible);
        add(row(time, remark, phone, book));
    }

    private void change(Visit visit, boolean possible) {
        TextField reason = new TextField(getTranslation("visit.desk.reason"));
        reason.setMaxLength(Visits.LONGEST_REASON);
        Button move = new Button(getTranslation("visit.desk.move"), click -> withTime(slot -> {
            Visit moved = context.services().visits().moveFor(context.actor(), visit.id(), slot.id(),
                    reason.getValue());
            return getTranslation("visit.moved", moved.titles().in(getLocale()), context.words().when(moved));
        }));
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        move.setEnabled(possible);
        Button cancel = new Button(getTranslation("visit.cancel"), click -> attempt.accept(() -> {
            Visit cancelled = context.services().visits().cancelFor(context.actor(), visit.id(), reason.getValue());
            return getTranslation("visit.cancelled", cancelled.titles().in(getLocale()),
                    context.words().when(cancelled));
        }));
        add(row(time, reason, move, cancel));
    }

    private interface Done {
        String with(Slot slot);
    }

    private void withTime(Done work) {
        time.setInvalid(time.getValue() == null);
        if (time.getValue() == null) {
            time.setErrorMessage(getTranslation("visit.time.missing"));
            return;
        }
        attempt.accept(() -> work.with(time.getValue()));
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("desk-row");
        return row;
    }
}
