package city.renewal.matter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

/** A part of a page about matters. */
public class MatterCard extends Section {

    /** @param heading in the reader's language, null for none */
    public MatterCard(@Nullable String heading, Component... parts) {
        addClassNames("card", "matter-card");
        if (heading != null) {
            add(new H2(heading));
        }
        add(parts);
    }
}
