package city.renewal.visit.ui;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.visit.Bar;
import city.renewal.visit.VisitPlanning;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;

/** Days without visits: those of the plan, which are declared there, and those set by hand. */
public final class BarsCard extends DeskCard {

    private final transient VisitContext context;
    private final UnorderedList list = new UnorderedList();
    private final DateField first = new DateField(getTranslation("visit.slots.first"), getLocale());
    private final DateField last = new DateField(getTranslation("visit.slots.last"), getLocale());
    private final TextField words = new TextField(getTranslation("visit.bars.words"));
    private final TextField wordsEn = new TextField(getTranslation("visit.bars.words-en"));

    public BarsCard(VisitContext context) {
        super(context.text("visit.bars.title"), context.messages());
        this.context = context;
        setId("visit-bars");
        Paragraph about = new Paragraph(getTranslation("visit.bars.about"));
        about.addClassName("secondary");
        list.addClassName("visit-list");
        words.setMaxLength(VisitPlanning.LONGEST_WORDS);
        wordsEn.setMaxLength(2 * VisitPlanning.LONGEST_WORDS);
        Button save = new Button(getTranslation("visit.bars.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(first, last, words, wordsEn, save);
        fields.addClassName("desk-fields");
        add(about, list, fields);
        show();
    }

    private void show() {
        list.removeAll();
        context.services().board().bars(context.project()).forEach(bar -> list.add(line(bar)));
    }

    private ListItem line(Bar bar) {
        Span origin = new Span(getTranslation(bar.blackoutId() == null ? "visit.bars.plan" : "visit.bars.hand"));
        origin.addClassName("secondary");
        Div head = new Div(new Span(context.words().bar(bar)), origin);
        head.addClassName("visit-head");
        Long id = bar.blackoutId();
        if (id != null) {
            Button remove = new Button(getTranslation("visit.bars.remove"), click -> attempt(() -> {
                context.services().planning().unbar(context.actor(), id);
                show();
                context.changed().run();
                return getTranslation("visit.bars.removed");
            }));
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            head.add(remove);
        }
        return new ListItem(head);
    }

    private void save() {
        attempt(() -> {
            if (first.getValue() == null || last.getValue() == null) {
                throw new Refusal("visit.blackout.unusable", VisitPlanning.LONGEST_BLACKOUT,
                        VisitPlanning.HORIZON_DAYS);
            }
            int hit = context.services().planning().bar(context.actor(), context.project().id(), first.getValue(),
                    last.getValue(), new Words(words.getValue().strip(),
                            wordsEn.getValue().isBlank() ? null : wordsEn.getValue().strip()));
            words.clear();
            wordsEn.clear();
            show();
            context.changed().run();
            return getTranslation("visit.bars.saved", hit);
        });
    }
}
