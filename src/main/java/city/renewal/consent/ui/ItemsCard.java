package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.ItemState;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The items of a project at the desk: drafts to open, live counts, closing. Who only oversees reads the counts. */
public final class ItemsCard extends DeskCard {

    private final transient Consents consents;
    private final transient ConsentWords words;
    private final transient Formats formats;
    private final Actor actor;
    private final long projectId;
    private final boolean handler;
    private final Div items = new Div();

    public ItemsCard(Consents consents, Actor actor, long projectId, Messages messages, Formats formats) {
        super(messages.text(formats.locale(), "consent.items"), messages);
        this.consents = consents;
        this.actor = actor;
        this.projectId = projectId;
        this.formats = formats;
        words = new ConsentWords(formats);
        handler = HouseholdRegister.mayHandle(actor);
        add(items);
        show();
    }

    /** Reads items and counts anew; a page calls it when the project changed. */
    public void show() {
        items.removeAll();
        List<ConsentItem> found = consents.all(actor, projectId);
        Map<Long, Count> counts = consents.counts(actor, projectId);
        Map<Long, List<Words>> asked = consents.asked(projectId);
        if (found.isEmpty()) {
            items.add(new Paragraph(getTranslation("consent.items.none")));
        }
        if (!counts.isEmpty()) {
            Paragraph rule = new Paragraph(getTranslation("consent.owners.rule"));
            rule.addClassName("secondary");
            items.add(rule);
        }
        found.reversed().forEach(item -> items.add(shown(item, counts.get(item.id()),
                asked.getOrDefault(item.id(), List.of()))));
    }

    private Div shown(ConsentItem item, @Nullable Count count, List<Words> asked) {
        Div head = new Div(new H3(item.titles().in(getLocale())), badge(item));
        head.addClassName("consent-head");
        Paragraph facts = new Paragraph(getTranslation("consent.facts",
                asked.isEmpty() ? getTranslation("consent.facts.all") : asked.stream().map(each -> each.in(getLocale()))
                        .collect(Collectors.joining(getTranslation("list.separator"))),
                formats.name(item.costShare()), formats.name(item.legalBasis())));
        facts.addClassName("secondary");
        Paragraph rule = new Paragraph(words.rule(item));
        rule.addClassName("secondary");
        Div shown = new Div(head, facts, rule);
        shown.addClassName("consent-item");
        if (count != null) {
            Paragraph sentence = new Paragraph(item.state() == ItemState.CLOSED
                    ? words.verdict(item, count) : words.standing(item, count));
            sentence.addClassName("consent-verdict");
            shown.add(sentence, new CountTable(item, count, words));
        }
        if (handler && item.state() == ItemState.DRAFT) {
            shown.add(draft(item));
        } else if (handler && item.state() == ItemState.OPEN) {
            Button close = new Button(getTranslation("consent.close"), click -> attempt(() -> {
                consents.close(actor, item.id());
                show();
                return getTranslation("consent.close.done", item.titles().in(getLocale()));
            }));
            shown.add(close);
        }
        return shown;
    }

    private StateBadge badge(ConsentItem item) {
        return switch (item.state()) {
            case DRAFT -> new StateBadge(Tone.QUIET, getTranslation("consent.state.draft"));
            case OPEN -> new StateBadge(Tone.WARNING, getTranslation("consent.state.open",
                    item.closesOn() == null ? "" : formats.date(item.closesOn())));
            case CLOSED -> Boolean.TRUE.equals(item.passed())
                    ? new StateBadge(Tone.GOOD, getTranslation("consent.adopted"))
                    : new StateBadge(Tone.QUIET, getTranslation("consent.dropped"));
        };
    }

    private Div draft(ConsentItem item) {
        DateField day = new DateField(getTranslation("consent.closes-on"), getLocale());
        day.setValue(formats.today().plusDays(14));
        Button open = new Button(getTranslation("consent.open"), click -> ask(item, day));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button remove = new Button(getTranslation("consent.remove"), click -> attempt(() -> {
            consents.removeDraft(actor, item.id());
            show();
            return getTranslation("consent.removed", item.titles().in(getLocale()));
        }));
        Div row = new Div(day, open, remove);
        row.addClassName("desk-row");
        return row;
    }

    private void ask(ConsentItem item, DateField day) {
        if (day.getValue() == null) {
            day.setInvalid(true);
            return;
        }
        ConfirmDialog sure = new ConfirmDialog(getTranslation("consent.open.sure", item.titles().in(getLocale())),
                getTranslation("consent.open.text", formats.date(day.getValue())), getTranslation("consent.open"),
                yes -> attempt(() -> {
                    consents.open(actor, item.id(), day.getValue());
                    show();
                    return getTranslation("consent.opened", item.titles().in(getLocale()));
                }));
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("action.cancel"));
        sure.open();
    }
}
