package city.renewal.notice.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** Text that no longer holds, readable all the same. */
@Tag("del")
final class Struck extends HtmlContainer {

    Struck() {
        super();
    }

    Struck(String text) {
        setText(text);
    }
}
