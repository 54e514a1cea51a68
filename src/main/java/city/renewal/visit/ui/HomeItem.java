package city.renewal.visit.ui;

import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.visit.CrewLine;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitState;
import city.renewal.visit.Visits;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One home on the list of a day, and from that day on what the crew found there. */
final class HomeItem extends ListItem {

    private final transient VisitContext context;
    private final transient CrewLine line;
    private final transient Consumer<Supplier<String>> attempt;
    private final TextField reason = new TextField(getTranslation("visit.mark.reason"));

    /** @param written what was written into it before it was shown anew */
    HomeItem(VisitContext context, CrewLine line, String written, Consumer<Supplier<String>> attempt) {
        this.context = context;
        this.line = line;
        this.attempt = attempt;
        Visit visit = line.visit();
        Span hours = new Span(visit.hours(context.words().zone()));
        hours.addClassName("visit-hours");
        Span door = new Span(getTranslation("visit.line.door", visit.buildings().in(getLocale()), visit.stairwell(),
                line.door()));
        door.addClassName("visit-door");
        Div head = new Div(hours, door, new Span(visit.titles().in(getLocale())), badge());
        if (line.owner() != null) {
            head.add(new Span(line.owner()));
        }
        head.addClassName("visit-head");
        add(head);
        if (line.bar() != null) {
            add(new Paragraph(getTranslation("visit.desk.barred", context.words().bar(line.bar()))));
        }
        if (line.remark() != null) {
            add(new Paragraph(getTranslation("visit.line.remark", context.name(line.remark()))));
        }
        if (line.reason() != null) {
            add(new Paragraph(getTranslation("visit.line.reason", context.name(line.reason()))));
        }
        if (visit.bookedBy() != null) {
            Paragraph by = new Paragraph(getTranslation("visit.line.by", context.name(visit.bookedBy())));
            by.addClassName("secondary");
            add(by);
        }
        add(new PhoneLine(context, line));
        if (!visit.day(context.words().zone()).isAfter(context.words().formats().today())) {
            reason.setMaxLength(Visits.LONGEST_REASON);
            reason.setValue(written);
            add(outcome());
        }
    }

    CrewLine line() {
        return line;
    }

    /** @return what is written of the visit and not stored yet */
    String reason() {
        return reason.getValue();
    }

    private StateBadge badge() {
        if (line.bar() != null) {
            return new StateBadge(Tone.LATE, getTranslation("visit.due.barred"));
        }
        VisitState state = line.visit().state();
        Tone tone = switch (state) {
            case DONE -> Tone.GOOD;
            case NOT_HOME -> Tone.WARNING;
            default -> Tone.QUIET;
        };
        return new StateBadge(tone, context.words().state(state));
    }

    /** Where no crew was to come, nobody can have missed it. */
    private Div outcome() {
        Visit visit = line.visit();
        List<VisitState> outcomes = line.bar() != null ? List.of(VisitState.DONE)
                : List.of(VisitState.DONE, VisitState.NOT_HOME, VisitState.DECLINED);
        Div row = new Div(reason);
        for (VisitState outcome : outcomes) {
            if (visit.state() != outcome) {
                row.add(new Button(context.words().state(outcome), click -> attempt.accept(() -> {
                    context.services().marks().mark(context.actor(), visit.id(), outcome, reason.getValue());
                    reason.clear();
                    return getTranslation("visit.marked");
                })));
            }
        }
        row.addClassNames("desk-row", "visit-outcome");
        return row;
    }
}
