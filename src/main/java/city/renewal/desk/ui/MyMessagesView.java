package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ApiToken;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.subscription.MailAddress;
import city.renewal.subscription.QueueAddress;
import city.renewal.subscription.StaffMessages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Where a member of staff says to which address the morning's queue is sent; for an administrator, how sending goes. */
@Route(value = "desk/messages", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/site.css")
public final class MyMessagesView extends Main implements HasDynamicTitle {

    /** As wide as an address is, and no wider than a telephone. */
    private static final String WIDTH = "min(26rem, 100%)";

    private final transient StaffMessages staff;
    private final transient QueueAddress addresses;
    private final transient Formats formats;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final Div own = new Div();
    private final EmailField address = new EmailField(getTranslation("my-messages.address"));
    private final Select<Locale> language = new Select<>();
    private final Div queue = new Div();

    MyMessagesView(StaffMessages staff, QueueAddress addresses, Messages messages, Clock clock) {
        this.staff = staff;
        this.addresses = addresses;
        this.clock = clock;
        this.formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        addClassNames("desk-page", "messages");
        add(new H1(getTranslation("my-messages.title")), quiet("my-messages.about"),
                quiet("my-messages.about." + actor.role().name().toLowerCase(Locale.ROOT)));
        if (staff.offered()) {
            own.setId("own-address");
            add(own, form());
            show();
        } else {
            Paragraph off = new Paragraph(getTranslation("my-messages.off"));
            off.setId("off");
            add(off);
            if (actor.is(Role.ADMINISTRATOR)) {
                add(new Paragraph(getTranslation("my-messages.off.how")));
            }
        }
        queue.addClassName("card");
        queue.setId("queue-address");
        add(queue);
        showQueue();
        if (staff.offered() && actor.is(Role.ADMINISTRATOR)) {
            showSending(staff.sending(actor));
        }
    }

    private Paragraph quiet(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }

    private Div form() {
        address.setId("address");
        address.setWidth(WIDTH);
        address.setMaxLength(MailAddress.LONGEST);
        address.setHelperText(getTranslation("my-messages.address.help"));
        language.setLabel(getTranslation("subscription.language"));
        language.setItems(Messages.LOCALES);
        language.setItemLabelGenerator(each -> getTranslation(
                each.equals(Locale.ENGLISH) ? "subscription.language.en" : "subscription.language.zh"));
        language.setValue(Messages.nearest(getLocale()));
        language.setWidth(WIDTH);
        Button send = new Button(getTranslation("my-messages.send"), click -> give());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(new Div(address), new Div(language), send);
        form.addClassName("card");
        return form;
    }

    private void give() {
        address.setInvalid(false);
        try {
            staff.give(actor, address.getValue(), language.getValue());
            address.clear();
            Notification.show(getTranslation("my-messages.asked"));
            show();
        } catch (Refusal refused) {
            address.setInvalid(true);
            address.setErrorMessage(getTranslation(refused.key(), refused.parameters()));
        }
    }

    private void show() {
        own.removeAll();
        staff.own(actor).ifPresentOrElse(this::show, () -> own.add(new Paragraph(getTranslation("my-messages.none"))));
    }

    private void show(StaffMessages.Own known) {
        Span name = new Span(known.address());
        name.addClassName("token-name");
        Button stop = new Button(getTranslation("my-messages.stop"), click -> ask("my-messages.stop",
                "my-messages.stop.sure", () -> {
                    staff.stop(actor);
                    show();
                }));
        stop.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        Div head = new Div(name, switch (known.standing()) {
            case WAITING -> new StateBadge(Tone.WARNING, getTranslation("my-messages.waiting"));
            case CONFIRMED -> new StateBadge(Tone.GOOD, getTranslation("my-messages.confirmed"));
            case PAUSED -> new StateBadge(Tone.LATE, getTranslation("my-messages.paused"));
        }, stop);
        head.addClassName("report-line");
        own.add(head);
    }

    private void ask(String what, String sure, Runnable end) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation(what), getTranslation(sure), getTranslation(what),
                yes -> end.run());
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.open();
    }

    /** Says whether there is an address for calendars; the address itself is shown once, when it is made. */
    private void showQueue() {
        Optional<ApiToken> standing = addresses.standing(actor);
        Button make = new Button(getTranslation(standing.isEmpty() ? "queue-address.make" : "queue-address.renew"),
                click -> make());
        Div buttons = new Div(make);
        buttons.addClassName("desk-row");
        queue.removeAll();
        queue.add(new H2(getTranslation("queue-address.title")), quiet("queue-address.about"),
                new Paragraph(standing.map(token -> getTranslation("queue-address.until", token.expiresOn() == null ? ""
                        : formats.date(token.expiresOn()))).orElseGet(() -> getTranslation("queue-address.none"))),
                buttons);
        standing.ifPresent(token -> {
            Button stop = new Button(getTranslation("queue-address.stop"), click -> ask("queue-address.stop",
                    "queue-address.stop.sure", () -> {
                        addresses.stop(actor);
                        showQueue();
                    }));
            stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
            buttons.add(stop);
        });
    }

    private void make() {
        try {
            String made = reached() + addresses.make(actor, getLocale());
            showQueue();
            String language = "?lang=" + Messages.nearest(getLocale()).getLanguage();
            queue.add(quiet("queue-address.once"), address("queue-address.calendar", made + ".ics" + language),
                    address("queue-address.feed", made + ".atom" + language));
        } catch (Refusal refused) {
            Notification.show(getTranslation(refused.key(), refused.parameters()));
        }
    }

    private TextField address(String label, String value) {
        TextField shown = new TextField(getTranslation(label));
        shown.setValue(value);
        shown.setReadOnly(true);
        shown.setAutoselect(true);
        shown.setWidthFull();
        return shown;
    }

    /** As this browser reaches the server. */
    private static String reached() {
        return VaadinServletRequest.getCurrent() == null ? ""
                : VaadinServletRequest.getCurrent().getRequestURL().toString().replaceFirst("^(https?://[^/]+)/.*$", "$1");
    }

    private void showSending(StaffMessages.Sending sending) {
        Div card = new Div(new H2(getTranslation("my-messages.sending")),
                new Paragraph(getTranslation("my-messages.sending.server", sending.host(), sending.from())),
                new Paragraph(getTranslation("my-messages.sending.readers", sending.readers(), sending.waiting(),
                        sending.paused())),
                new Paragraph(getTranslation("my-messages.sending.mails", sending.queued(), sending.sent(),
                        sending.failed(), sending.expired())));
        if (sending.oldestAt() != null) {
            card.add(new Paragraph(getTranslation("my-messages.sending.oldest",
                    formats.moment(sending.oldestAt(), clock.getZone()))));
        }
        if (sending.unreachable() != null) {
            Paragraph away = new Paragraph(getTranslation("my-messages.sending.unreachable", sending.unreachable()));
            away.addClassName("late");
            card.add(away);
        }
        if (sending.error() != null) {
            card.add(new Paragraph(getTranslation("my-messages.sending.error", sending.error())));
        }
        card.addClassName("card");
        card.setId("sending");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my-messages.title");
    }
}
