package city.renewal.desk.ui;

import city.renewal.base.Telephone;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyState;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A warranty as the desk lists it, with what one may do. */
final class WarrantyItem extends ListItem {

    /** @param title what stands first, such as the work or a link to the project */
    WarrantyItem(Component title, Warranty warranty, WarrantyWords words, List<? extends Component> actions) {
        addClassName("warranty-item");
        WarrantyState state = warranty.state(words.formats().today());
        Div head = new Div(title, new StateBadge(switch (state) {
            case RUNNING -> Tone.GOOD;
            case ENDING -> Tone.WARNING;
            case OVER -> Tone.QUIET;
        }, words.state(state)));
        head.addClassName("warranty-head");
        Div term = new Div(words.text("warranty.from", words.formats().date(warranty.startsOn())) + " · "
                + words.until(warranty.untilOn()));
        Div who = new Div(words.text("warranty.repairs") + " " + words.who(warranty) + " ");
        if (warranty.phone() != null) {
            who.add(new Anchor("tel:" + Telephone.dial(warranty.phone()), warranty.phone()));
        }
        add(head, term, who);
        if (warranty.why() != null) {
            add(quiet(words.text("warranty.why", warranty.why())));
        }
        if (warranty.checkedOn() != null) {
            add(quiet(words.text(Boolean.TRUE.equals(warranty.faultless()) ? "warranty.checked.good"
                    : "warranty.checked.bad", words.formats().date(warranty.checkedOn()))
                    + (warranty.checkRemark() == null ? "" : " · " + words.formats().name(warranty.checkRemark()))));
        } else if (state == WarrantyState.ENDING) {
            add(quiet(words.text("warranty.check.due")));
        }
        words.rules().find(warranty.work()).ifPresent(work ->
                add(quiet(work.source().in(words.formats().locale()))));
        if (!actions.isEmpty()) {
            Div buttons = new Div();
            buttons.addClassName("finding-buttons");
            actions.forEach(buttons::add);
            add(buttons);
        }
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassNames("secondary", "warranty-quiet");
        return quiet;
    }
}
