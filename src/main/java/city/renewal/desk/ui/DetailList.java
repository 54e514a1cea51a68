package city.renewal.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** What is known of one thing, each detail under its name. */
@CssImport("./styles/findings.css")
final class DetailList extends DescriptionList {

    DetailList() {
        addClassName("finding-facts");
    }

    /** @param key of the detail's name */
    void add(String key, Component value) {
        Term term = new Term(getTranslation(key));
        term.addClassName("label");
        add(new Div(term, new Description(value)));
    }
}
