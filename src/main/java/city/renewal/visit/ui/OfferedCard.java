package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.visit.Bar;
import city.renewal.visit.Slot;
import city.renewal.visit.VisitWork;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The times that are offered from today on, day by day, with what is booked; those that nobody booked can go. */
public final class OfferedCard extends DeskCard {

    private final transient VisitContext context;
    private final Div content = new Div();

    public OfferedCard(VisitContext context) {
        super(context.text("visit.offered.title"), context.messages());
        this.context = context;
        setId("visit-offered");
        add(content);
        show();
    }

    /** Reads the times anew; a page calls it when the project changed. */
    public void show() {
        content.removeAll();
        Map<Long, VisitWork> works = context.services().works().of(context.project().id()).stream()
                .collect(Collectors.toMap(VisitWork::id, work -> work));
        List<Bar> bars = context.services().board().bars(context.project());
        List<Slot> slots = context.services().board().slots(context.project().id());
        if (slots.isEmpty()) {
            content.add(new Paragraph(getTranslation("visit.offered.none")));
        }
        Map<LocalDate, List<Slot>> days = slots.stream().collect(Collectors.groupingBy(
                slot -> slot.day(context.words().zone()), TreeMap::new, Collectors.toList()));
        days.forEach((day, offered) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("visit-list");
            offered.forEach(slot -> list.add(line(slot, day, works.get(slot.workId()), bars)));
            content.add(new H3(context.words().day(day)), list);
        });
    }

    private ListItem line(Slot slot, LocalDate day, VisitWork work, List<Bar> bars) {
        Span hours = new Span(slot.hours(context.words().zone()));
        hours.addClassName("visit-hours");
        Div head = new Div(hours, new Span(getTranslation("visit.sheet.stairwell", slot.buildings().in(getLocale()),
                slot.stairwell())), new Span(work.titles().in(getLocale())), new Span(context.name(slot.crew())),
                new StateBadge(slot.free() == 0 ? Tone.GOOD : Tone.QUIET,
                        getTranslation("visit.offered.taken", slot.taken(), slot.capacity())));
        Optional<Bar> bar = bars.stream().filter(each -> each.covers(day, slot.workType())).findFirst();
        bar.ifPresent(each -> head.add(new StateBadge(Tone.WARNING,
                getTranslation("visit.offered.barred", each.words().in(getLocale())))));
        head.addClassName("visit-head");
        if (slot.taken() == 0) {
            Button withdraw = new Button(getTranslation("visit.offered.withdraw"), click -> attempt(() -> {
                context.services().planning().withdraw(context.actor(), slot.id());
                show();
                return getTranslation("visit.offered.withdrawn");
            }));
            withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            withdraw.setAriaLabel(getTranslation("visit.offered.withdraw.which", context.words().when(slot),
                    slot.crew()));
            head.add(withdraw);
        }
        return new ListItem(head);
    }
}
