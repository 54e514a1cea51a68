package city.renewal.visit.ui;

import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.consent.RegisterStairwell;
import city.renewal.visit.NewSlots;
import city.renewal.visit.NewSlots.Offered;
import city.renewal.visit.NewSlots.Span;
import city.renewal.visit.VisitPlanning;
import city.renewal.visit.VisitWork;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Offers times of a crew at a stairwell, the same on each of several days. */
public final class SlotsCard extends DeskCard {

    private static final int USUAL_HOMES = 3;
    private static final String USUAL_HOURS = "09:00-11:00, 14:00-16:00";
    /** As people type it, with any dash and with a colon of either width. */
    private static final Pattern SPAN =
            Pattern.compile("\\s*(\\d{1,2})[:\uff1a](\\d{2})\\s*[-\u2013\u2014~\uff5e\u81f3]\\s*(\\d{1,2})[:\uff1a](\\d{2})\\s*");

    private final transient VisitContext context;
    private final ComboBox<VisitWork> work = new ComboBox<>(getTranslation("visit.slots.work"));
    private final ComboBox<RegisterStairwell> stairwell = new ComboBox<>(getTranslation("visit.slots.stairwell"));
    private final ComboBox<String> crew = new ComboBox<>(getTranslation("visit.crew"));
    private final DateField first = new DateField(getTranslation("visit.slots.first"), getLocale());
    private final DateField last = new DateField(getTranslation("visit.slots.last"), getLocale());
    private final TextField hours = new TextField(getTranslation("visit.slots.hours"));
    private final IntegerField homes = new IntegerField(getTranslation("visit.slots.homes"));
    private final Checkbox weekends = new Checkbox(getTranslation("visit.slots.weekends"));

    public SlotsCard(VisitContext context, List<RegisterStairwell> stairwells) {
        super(context.text("visit.slots.title"), context.messages());
        this.context = context;
        setId("visit-slots");
        long project = context.project().id();
        List<VisitWork> works = context.services().works().of(project);
        work.setItems(works);
        work.setItemLabelGenerator(each -> each.titles().in(getLocale()));
        works.stream().findFirst().ifPresent(work::setValue);
        stairwell.setItems(stairwells);
        stairwell.setItemLabelGenerator(each -> getTranslation("visit.slots.at", each.buildings().in(getLocale()),
                each.stairwell(), each.households()));
        List<String> crews = new ArrayList<>(context.services().board().crews(project));
        crew.setItems(crews);
        crew.setAllowCustomValue(true);
        crew.addCustomValueSetListener(typed -> {
            crews.add(typed.getDetail());
            crew.setItems(crews);
            crew.setValue(typed.getDetail());
        });
        crew.setHelperText(getTranslation("visit.slots.crew.help"));
        LocalDate tomorrow = context.words().formats().today().plusDays(1);
        first.setValue(tomorrow);
        last.setValue(tomorrow);
        hours.setValue(USUAL_HOURS);
        hours.setHelperText(getTranslation("visit.slots.hours.help"));
        homes.setValue(USUAL_HOMES);
        homes.setMin(1);
        homes.setMax(NewSlots.MOST_HOMES);
        homes.setStepButtonsVisible(true);
        Button offer = new Button(getTranslation("visit.slots.offer"), click -> offer());
        offer.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(work, stairwell, crew, first, last, hours, homes, weekends, offer);
        fields.addClassName("desk-fields");
        Paragraph about = new Paragraph(getTranslation("visit.slots.about"));
        about.addClassName("secondary");
        List<Component> parts = works.isEmpty() ? List.of(new Paragraph(getTranslation("visit.slots.no-work")))
                : List.of(about, fields);
        add(parts);
    }

    private void offer() {
        attempt(() -> {
            if (work.getValue() == null || stairwell.getValue() == null) {
                throw new Refusal("visit.stairwell.unknown");
            }
            if (first.getValue() == null || last.getValue() == null) {
                throw new Refusal("visit.days.unusable", NewSlots.MOST_DAYS,
                        VisitPlanning.HORIZON_DAYS);
            }
            Offered offered = context.services().planning().offer(context.actor(), new NewSlots(work.getValue().id(),
                    stairwell.getValue().placeId(), stairwell.getValue().stairwell(),
                    Objects.requireNonNullElse(crew.getValue(), ""), first.getValue(), last.getValue(),
                    weekends.getValue(), spans(hours.getValue()), Objects.requireNonNullElse(homes.getValue(), 0)));
            context.changed().run();
            return said(offered);
        });
    }

    private String said(Offered offered) {
        String made = getTranslation("visit.slots.offered", offered.made());
        return offered.leftOut().isEmpty() ? made : made + " " + getTranslation("visit.slots.left-out",
                offered.leftOut().stream()
                        .map(each -> getTranslation("visit.bar.day", context.words().formats().date(each.day()),
                                each.bar().words().in(getLocale())))
                        .collect(Collectors.joining(getTranslation("list.separator"))));
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split("[,;\uff0c\uff1b\u3001\n]")) {
            Matcher span = SPAN.matcher(part);
            if (part.isBlank()) {
                continue;
            }
            if (!span.matches()) {
                throw new Refusal("visit.span.unusable", NewSlots.MOST_SPANS);
            }
            try {
                spans.add(new Span(LocalTime.of(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))),
                        LocalTime.of(Integer.parseInt(span.group(3)), Integer.parseInt(span.group(4)))));
            } catch (DateTimeException noHour) {
                throw new Refusal("visit.span.unusable", NewSlots.MOST_SPANS);
            }
        }
        return spans;
    }
}
