package city.renewal.desk.ui;

import city.renewal.plan.Dependants;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Asks before tasks are removed, and says what depends on them. */
final class RemoveDialog extends ConfirmDialog {

    private static final int NAMED = 6;

    RemoveDialog(Dependants dependants, Runnable remove) {
        setHeader(dependants.names().size() == 1
                ? getTranslation("plan.remove.one", dependants.names().getFirst())
                : getTranslation("plan.remove.several", dependants.names().size()));
        Div facts = new Div();
        if (dependants.names().size() > 1) {
            facts.add(new Paragraph(named(dependants.names())));
        }
        if (dependants.below() > 0) {
            facts.add(new Paragraph(getTranslation("plan.remove.below", dependants.below())));
        }
        if (!dependants.successors().isEmpty()) {
            facts.add(new Paragraph(getTranslation("plan.remove.successors", named(dependants.successors()))));
        }
        if (dependants.reports() > 0) {
            facts.add(new Paragraph(getTranslation("plan.remove.reports", dependants.reports())));
        }
        facts.add(new Paragraph(getTranslation("plan.remove.undo")));
        setText(facts);
        setCancelable(true);
        setCancelText(getTranslation("action.cancel"));
        setConfirmText(getTranslation("plan.remove"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(event -> remove.run());
    }

    private String named(List<String> names) {
        String first = String.join(getTranslation("plan.remove.and"), names.stream().limit(NAMED).toList());
        return names.size() <= NAMED ? first : getTranslation("plan.remove.more", first, names.size());
    }
}
