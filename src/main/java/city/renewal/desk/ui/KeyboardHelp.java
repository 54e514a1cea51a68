package city.renewal.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** Every key that edits a plan, with what it does. */
final class KeyboardHelp extends Dialog {

    /** In the order in which one needs them. */
    static final List<String> KEYS = List.of("type", "next", "leave", "add", "remove", "indent", "outdent", "up", "down",
            "several", "copy", "paste", "undo", "redo", "day", "fold", "zoom", "keys");

    KeyboardHelp() {
        super();
        setHeaderTitle(getTranslation("plan.keys"));
        DescriptionList list = new DescriptionList();
        list.addClassName("keyboard-help");
        for (String key : KEYS) {
            list.add(new DescriptionList.Term(getTranslation("plan.key." + key)),
                    new DescriptionList.Description(getTranslation("plan.keys." + key)));
        }
        add(list);
        getFooter().add(new Button(getTranslation("gantt.close"), click -> close()));
        setWidth("34rem");
    }
}
