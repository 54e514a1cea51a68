package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.visit.CrewLine;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitState;
import city.renewal.visit.Visits;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day's list by crew, to be printed, and to say what the crew found. */
public final class DayListCard extends DeskCard {

    private final transient VisitContext context;
    private final transient LocalDate day;
    private final transient @Nullable String crew;
    private final Div content = new Div();

    /** @param crew null for all */
    public DayListCard(VisitContext context, LocalDate day, @Nullable String crew) {
        super(context.text("visit.list.title", context.words().day(day)), context.messages());
        this.context = context;
        this.day = day;
        this.crew = crew;
        setId("visit-day");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        List<CrewLine> lines = context.services().board().day(context.actor(), context.project(), day, crew);
        if (lines.isEmpty()) {
            content.add(new Paragraph(getTranslation("visit.list.none")));
            return;
        }
        content.add(print());
        Map<String, List<CrewLine>> crews = new LinkedHashMap<>();
        lines.forEach(line -> crews.computeIfAbsent(line.visit().crew(), none -> new ArrayList<>()).add(line));
        crews.forEach((name, homes) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("visit-list");
            homes.forEach(line -> list.add(line(line)));
            content.add(new H3(getTranslation("visit.sheet.crew", context.name(name), homes.size())), list);
        });
    }

    private Anchor print() {
        Anchor print = new Anchor(DownloadHandler.fromInputStream(asked -> {
            byte[] pdf = context.services().sheet().print(context.actor(), context.project(), day, crew,
                    context.words().formats());
            return new DownloadResponse(new ByteArrayInputStream(pdf), context.project().code() + "-visits-" + day
                    + ".pdf", "application/pdf", pdf.length);
        }), AttachmentType.INLINE, getTranslation("visit.list.print"));
        print.setTarget("_blank");
        print.setId("visit-print");
        return print;
    }

    private ListItem line(CrewLine line) {
        Visit visit = line.visit();
        Span hours = new Span(visit.hours(context.words().zone()));
        hours.addClassName("visit-hours");
        Span door = new Span(getTranslation("visit.line.door", visit.buildings().in(getLocale()), visit.stairwell(),
                line.door()));
        door.addClassName("visit-door");
        Div head = new Div(hours, door, new Span(visit.titles().in(getLocale())), badge(line));
        if (line.owner() != null) {
            head.add(new Span(line.owner()));
        }
        head.addClassName("visit-head");
        ListItem item = new ListItem(head);
        if (line.bar() != null) {
            item.add(new Paragraph(getTranslation("visit.desk.barred", context.words().bar(line.bar()))));
        }
        if (line.remark() != null) {
            item.add(new Paragraph(getTranslation("visit.line.remark", context.name(line.remark()))));
        }
        if (line.reason() != null) {
            item.add(new Paragraph(getTranslation("visit.line.reason", context.name(line.reason()))));
        }
        if (visit.bookedBy() != null) {
            Paragraph by = new Paragraph(getTranslation("visit.line.by", context.name(visit.bookedBy())));
            by.addClassName("secondary");
            item.add(by);
        }
        item.add(new PhoneLine(context, line));
        if (!day.isAfter(context.words().formats().today())) {
            item.add(outcome(line));
        }
        return item;
    }

    private StateBadge badge(CrewLine line) {
        if (line.bar() != null) {
            return new StateBadge(Tone.LATE, getTranslation("visit.due.barred"));
        }
        Visit visit = line.visit();
        Tone tone = switch (visit.state()) {
            case DONE -> Tone.GOOD;
            case NOT_HOME -> Tone.WARNING;
            default -> Tone.QUIET;
        };
        return new StateBadge(tone, context.words().state(visit.state()));
    }

    /** Where no crew was to come, nobody can have missed it. */
    private Div outcome(CrewLine line) {
        Visit visit = line.visit();
        List<VisitState> outcomes = line.bar() != null ? List.of(VisitState.DONE)
                : List.of(VisitState.DONE, VisitState.NOT_HOME, VisitState.DECLINED);
        TextField reason = new TextField(getTranslation("visit.mark.reason"));
        reason.setMaxLength(Visits.LONGEST_REASON);
        Div row = new Div(reason);
        for (VisitState outcome : outcomes) {
            if (visit.state() != outcome) {
                row.add(new Button(context.words().state(outcome), click -> attempt(() -> {
                    context.services().marks().mark(context.actor(), visit.id(), outcome, reason.getValue());
                    show();
                    return getTranslation("visit.marked");
                })));
            }
        }
        row.addClassName("desk-row");
        return row;
    }
}
