package city.renewal.desk.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** A row of figures above a chart, each with what it means. */
final class FactList extends DescriptionList {

    FactList() {
        addClassName("chart-facts");
    }

    void add(String name, String value, String meaning) {
        DescriptionList.Description note = new DescriptionList.Description(meaning);
        note.addClassName("note");
        add(new Div(new DescriptionList.Term(name), new DescriptionList.Description(value), note));
    }
}
