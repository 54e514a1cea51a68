package city.renewal.matter.ui;

import city.renewal.matter.MatterAct;
import city.renewal.matter.MatterStep;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What happened to a matter, oldest first. */
public final class MatterHistory extends OrderedList {

    public MatterHistory(List<MatterStep> steps, MatterWords words) {
        addClassName("matter-history");
        steps.forEach(step -> add(item(step, words)));
    }

    private static ListItem item(MatterStep step, MatterWords words) {
        Span what = new Span(words.act(step.act())
                + (step.dayOn() == null ? "" : " · " + words.formats().date(step.dayOn())));
        what.addClassName("matter-act");
        Span when = new Span(words.moment(step.takenAt())
                + (step.actor() == null ? "" : " · " + words.formats().name(step.actor())));
        when.addClassName("secondary");
        ListItem item = new ListItem(what, when);
        if (step.remark() != null) {
            Paragraph remark = new Paragraph(step.act() == MatterAct.RATED
                    ? words.text("matter.star." + step.remark()) : words.formats().name(step.remark()));
            remark.addClassName("matter-text");
            item.add(remark);
        }
        return item;
    }
}
