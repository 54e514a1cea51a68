package city.renewal.visit.ui;

import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import city.renewal.visit.CrewLine;
import city.renewal.visit.Visits;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A telephone number with its middle starred; whoever handles the appointment opens it, and the audit trail says so. */
final class PhoneLine extends Div {

    PhoneLine(VisitContext context, CrewLine line) {
        addClassName("visit-phone");
        if (line.phone() == null) {
            setVisible(false);
            return;
        }
        Span number = new Span(getTranslation("visit.line.phone", line.phone()));
        add(number);
        if (Visits.mayHandle(context.actor())) {
            Button open = new Button(getTranslation("visit.line.phone.open"));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            open.addClickListener(click -> {
                open.setVisible(false);
                try {
                    String phone = context.services().board().phone(context.actor(), line.visit().id());
                    number.removeAll();
                    number.add(new Anchor("tel:" + Telephone.dial(phone), phone));
                } catch (Refusal refused) {
                    number.setText(refused.in(context.messages(), getLocale()));
                }
            });
            add(open);
        }
    }
}
