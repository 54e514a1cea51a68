package city.renewal.desk.ui;

import city.renewal.matter.Repair;
import city.renewal.matter.ui.RepairWords;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Matters that a firm repairs, a line each: what, where, and where it stands. */
final class RepairList extends Div {

    RepairList(List<Repair> repairs, RepairWords words) {
        addClassName("repair-list");
        repairs.forEach(repair -> {
            Span where = new Span(repair.line().number() + " · " + words.matters().place(repair.line()));
            where.addClassName("secondary");
            Div line = new Div(new RouterLink(words.what(repair), RepairView.class,
                    new RouteParameters("number", repair.line().number())), where, words.badge(repair));
            line.addClassName("finding-waiting");
            add(line);
        });
    }
}
