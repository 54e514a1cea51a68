package city.renewal.resident.ui;

import city.renewal.plan.Baseline;
import city.renewal.resident.PlanAdjustment;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** How often the plan was promised anew: the first promise, then each adjustment with its number, day and reason. */
final class AdjustmentsCard extends Section {

    /** Where the facts at the head of the page lead to. */
    static final String ID = "adjustments";

    /** @param page of a project whose plan was adjusted at least once */
    AdjustmentsCard(ResidentPage page, Reader reader) {
        addClassNames("card", "adjustments");
        setId(ID);
        OrderedList list = new OrderedList();
        Baseline first = page.plan() == null ? null : page.plan().promise();
        if (first != null) {
            list.add(item(reader.text("resident.adjustments.first"), reader.day(first.takenAt()),
                    reader.text("resident.finish", reader.date(first.finishOn())), ""));
        }
        for (PlanAdjustment adjustment : page.adjustments()) {
            list.add(item(reader.text("resident.adjustments.number", adjustment.number()),
                    reader.day(adjustment.takenAt()),
                    reader.text("resident.finish", reader.date(adjustment.finishOn())),
                    adjustment.reason() == null
                            ? reader.text("resident.adjustments.no-reason")
                            : reader.words(adjustment.reason())));
        }
        Paragraph note = new Paragraph(reader.text("resident.adjustments.note"));
        note.addClassName("secondary");
        add(new H2(reader.text("resident.adjustments.title")), list, note);
    }

    private static ListItem item(String what, String day, String finish, String reason) {
        Span when = new Span(what + " · " + day);
        when.addClassName("secondary");
        Div until = new Div(finish);
        until.addClassName("adjusted-finish");
        ListItem item = new ListItem(when, until);
        if (!reason.isEmpty()) {
            item.add(new Div(reason));
        }
        return item;
    }
}
