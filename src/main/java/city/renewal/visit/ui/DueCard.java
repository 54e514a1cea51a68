package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.consent.Household;
import city.renewal.visit.CrewLine;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitBoard;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Appointments that need somebody: overtaken by days without visits, without a word of the crew, nobody at home. */
public final class DueCard extends DeskCard {

    private final transient VisitContext context;
    private final Div content = new Div();
    private transient List<CrewLine> shown = List.of();
    private boolean opened;

    public DueCard(VisitContext context) {
        super(context.text("visit.due.title"), context.messages());
        this.context = context;
        setId("visit-due");
        add(content);
        show();
    }

    /** Shows what came up meanwhile, unless somebody is just seeing to one of them. */
    public void refresh() {
        if (!opened) {
            show();
        }
    }

    private void show() {
        content.removeAll();
        opened = false;
        List<VisitBoard.Due> due = context.services().board().due(context.actor(), context.project(), shown);
        shown = due.stream().map(VisitBoard.Due::line).toList();
        if (due.isEmpty()) {
            content.add(new Paragraph(getTranslation("visit.due.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("visit-list");
        due.forEach(each -> list.add(line(each)));
        content.add(list);
    }

    private ListItem line(VisitBoard.Due due) {
        CrewLine line = due.line();
        Visit visit = line.visit();
        Span why = due.bar() != null ? new StateBadge(Tone.LATE, getTranslation("visit.due.barred"))
                : due.unmarked() ? new StateBadge(Tone.WARNING, getTranslation("visit.due.unmarked"))
                        : new StateBadge(Tone.WARNING, context.words().state(visit.state()));
        Span where = new Span(getTranslation("visit.line.door", visit.buildings().in(getLocale()), visit.stairwell(),
                line.door()));
        where.addClassName("visit-door");
        Div head = new Div(why, where, new Span(visit.titles().in(getLocale())), new Span(context.words().when(visit)));
        head.addClassName("visit-head");
        ListItem item = new ListItem(head);
        if (due.bar() != null) {
            item.add(secondary(getTranslation("visit.desk.barred", context.words().bar(due.bar()))));
        } else if (line.reason() != null) {
            item.add(secondary(context.name(line.reason())));
        }
        Div place = new Div();
        Button open = new Button(getTranslation(due.unmarked() ? "visit.due.change" : "visit.due.offer"));
        open.addClickListener(click -> {
            open.setVisible(false);
            opened = true;
            offer(place, visit);
        });
        item.add(new PhoneLine(context, line), open, place);
        return item;
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }

    private void offer(Div place, Visit visit) {
        attempt(() -> {
            Household household = context.register().get(context.actor(), visit.householdId());
            context.services().offers().to(context.actor(), household).stream()
                    .filter(offer -> offer.work().id() == visit.workId())
                    .forEach(offer -> place.add(new HouseholdOffer(context, household, offer, work -> attempt(() -> {
                        String said = work.get();
                        show();
                        context.changed().run();
                        return said;
                    }))));
            return "";
        });
    }
}
