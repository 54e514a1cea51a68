package city.renewal.site.signoff.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.plan.Task;
import city.renewal.site.SiteReports;
import city.renewal.site.signoff.Signoff;
import city.renewal.site.signoff.SignoffRule;
import city.renewal.site.signoff.Signoffs;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Whether a task is signed off, by whom and on what; for supervisors the list to tick and the signature. */
public final class SignoffCard extends Section {

    private static final int SHOWN_MILLIS = 3_000;

    private final transient Signoffs signoffs;
    private final transient Formats formats;
    private final ZoneId zone;
    private final Actor actor;
    private final transient Function<Refusal, String> words;

    /** @param words says a refusal in the reader's language */
    public SignoffCard(Signoffs signoffs, Formats formats, ZoneId zone, Actor actor, Function<Refusal, String> words) {
        this.signoffs = signoffs;
        this.formats = formats;
        this.zone = zone;
        this.actor = actor;
        this.words = words;
        addClassName("signoff");
        setId("signoff");
    }

    /** Shows nothing for work that nobody signs off. */
    public void show(Task task, boolean summary) {
        removeAll();
        Optional<SignoffRule> found = summary ? Optional.empty() : signoffs.rule(task);
        setVisible(found.isPresent());
        found.ifPresent(rule -> show(task, rule));
    }

    private void show(Task task, SignoffRule rule) {
        add(new H2(getTranslation(rule.concealed() ? "signoff.title.concealed" : "signoff.title")));
        Optional<Signoff> signed = signoffs.of(task.id());
        if (signed.isPresent()) {
            showSigned(signed.get(), rule);
        } else if (!task.finished()) {
            add(new Paragraph(getTranslation(rule.blocks() ? "signoff.later.blocks" : "signoff.later")));
        } else if (actor.is(Role.SUPERVISOR)) {
            add(form(task, rule));
        } else {
            add(new Paragraph(getTranslation(rule.blocks() ? "signoff.waits.blocks" : "signoff.waits")));
        }
    }

    private void showSigned(Signoff signed, SignoffRule rule) {
        Span state = new Span(getTranslation("signoff.signed-by", formats.name(signed.signer()),
                formats.moment(signed.signedAt(), zone)));
        state.addClassNames("state", "state-confirmed");
        UnorderedList list = new UnorderedList();
        signed.ticked().forEach(id -> list.add(new ListItem("✓ " + rule.checks().stream()
                .filter(check -> check.id().equals(id)).findFirst()
                .map(check -> check.words().in(formats.locale())).orElse(id))));
        add(state, list);
        if (signed.remark() != null) {
            add(new Paragraph(signed.remark()));
        }
    }

    private Div form(Task task, SignoffRule rule) {
        CheckboxGroup<SignoffRule.Check> checks = new CheckboxGroup<>(getTranslation("signoff.checks"));
        checks.setItems(rule.checks());
        checks.setItemLabelGenerator(check -> check.words().in(formats.locale()));
        TextArea remark = new TextArea(getTranslation("report.remark"));
        remark.setMaxLength(SiteReports.LONGEST_REMARK);
        remark.setWidthFull();
        Button sign = new Button(getTranslation("signoff.sign"), click -> {
            try {
                signoffs.sign(actor, task.id(),
                        checks.getValue().stream().map(SignoffRule.Check::id).toList(), remark.getValue());
                show(task, false);
                Notification.show(getTranslation("signoff.done"), SHOWN_MILLIS,
                        Notification.Position.BOTTOM_CENTER);
            } catch (Refusal refused) {
                checks.setInvalid(true);
                checks.setErrorMessage(words.apply(refused));
            }
        });
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph once = new Paragraph(getTranslation("signoff.once"));
        once.addClassName("secondary");
        return new Div(checks, remark, once, sign);
    }
}
