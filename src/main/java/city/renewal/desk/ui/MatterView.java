package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterDisclosures;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterPage;
import city.renewal.matter.MatterRules;
import city.renewal.matter.MatterState;
import city.renewal.matter.MatterWarranty;
import city.renewal.matter.Mediation;
import city.renewal.matter.ui.MatterCard;
import city.renewal.matter.ui.MatterHistory;
import city.renewal.matter.ui.MatterPhotoStrip;
import city.renewal.matter.ui.MatterRepairCard;
import city.renewal.matter.ui.MatterWarrantyCard;
import city.renewal.matter.ui.MatterWords;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One matter: what it is, what its handler may do now, the record of a dispute, and all that happened. */
@Route(value = "desk/matter/:number", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.ADMINISTRATOR})
@CssImport("./styles/findings.css")
@CssImport("./styles/matters.css")
public final class MatterView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN_MILLIS = 6_000;

    private final transient MatterDesk desk;
    private final transient MatterHandling handling;
    private final transient MatterDisclosures disclosures;
    private final transient MatterRules rules;
    private final transient WarrantyRules warranties;
    private final transient Messages messages;
    private final transient MatterWords words;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final H1 title = new H1();
    private final Div body = new Div();
    private String number = "";
    /** The telephone number, once its handler has opened it; as long as the page stands. */
    private @Nullable String phone;
    /** What the resident wrote with its numbers, once its handler has opened it; as long as the page stands. */
    private @Nullable String whole;
    /** Whether the handler wanted to see the photos; each look is an entry in the audit trail. */
    private boolean photosOpen;
    private transient @Nullable MatterPage shown;

    MatterView(MatterDesk desk, MatterHandling handling, MatterDisclosures disclosures, MatterRules rules,
               WarrantyRules warranties, Messages messages, ChangeFeed feed, Clock clock) {
        this.desk = desk;
        this.handling = handling;
        this.disclosures = disclosures;
        this.rules = rules;
        this.warranties = warranties;
        this.messages = messages;
        this.clock = clock;
        words = new MatterWords(rules, new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        addClassNames("desk-page", "matter-page");
        body.addClassName("matter-body");
        add(new RouterLink("‹ " + getTranslation("matter.desk.title"), MattersView.class), title, body);
        ChangeSubscription.keepWithMatters(this, feed, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        phone = null;
        whole = null;
        photosOpen = false;
        show(desk.page(actor, number).orElseThrow(() -> new NotFoundException(getTranslation("matter.unknown"))));
    }

    /** Other matters of the project are news too; the page is left alone then, with what has the focus and its photos. */
    private void changed(ProjectChange change) {
        if (shown != null && change.projectId() == shown.projectId()) {
            MatterPage now = desk.page(actor, number).orElseThrow();
            if (!now.equals(shown)) {
                show(now);
            }
        }
    }

    private void show() {
        show(desk.page(actor, number).orElseThrow());
    }

    private void show(MatterPage page) {
        shown = page;
        MatterLine line = page.line();
        title.setText(line.number() + " · " + words.kind(line.kind()));
        body.removeAll();
        Div badges = new Div(words.badge(line.state()), words.due(line, OffsetDateTime.now(clock)));
        badges.addClassName("finding-badges");
        Paragraph report = new Paragraph(line.report() == null ? getTranslation("matter.desk.closed")
                : whole == null ? words.formats().name(line.report()) : whole);
        report.addClassName("matter-text");
        report.setId("matter-report");
        body.add(badges, new MatterCard(null, report, numbers(page), photos(page), facts(page)));
        if (page.mergedInto() != null) {
            body.add(new Paragraph(getTranslation("matter.desk.merged")), link(page.mergedInto()));
            if (page.handler()) {
                body.add(button("part", "matter.desk.part", () -> attempt(() ->
                        handling.part(actor, number, page.version()))));
            }
        } else {
            body.add(buttons(page));
        }
        if (page.warranty().standing() != MatterWarranty.Standing.NONE || !page.running().isEmpty()) {
            body.add(new MatterWarrantyCard(page, new WarrantyWords(warranties, words.formats()), warranty ->
                    attempt(() -> handling.nameWarranty(actor, number, page.version(), warranty))));
        }
        if (page.repair() != null) {
            body.add(new MatterRepairCard(page, page.repair(), words, () -> attempt(() ->
                    disclosures.sharePhone(actor, number, page.version()))));
        }
        if (page.answer() != null) {
            Paragraph answer = new Paragraph(words.formats().name(page.answer()));
            answer.addClassName("matter-text");
            body.add(new MatterCard(getTranslation("matter.follow.answer"), answer));
        }
        if (page.publicReport() != null && page.publicAnswer() != null) {
            body.add(new MatterCard(getTranslation("matter.desk.public"),
                    new Paragraph(words.formats().name(page.publicReport())),
                    new Paragraph(words.formats().name(page.publicAnswer()))));
        }
        if (rules.kind(line.kind()).dispute() && page.handler()) {
            body.add(new MatterCard(getTranslation("matter.mediation.title"), mediations(page)));
        }
        body.add(new MatterCard(getTranslation("matter.follow.steps"), new MatterHistory(page.steps(), words)));
    }

    private Component numbers(MatterPage page) {
        Span masked = new Span(getTranslation("matter.desk.numbers"));
        masked.setVisible(page.numbers() && whole == null && page.line().report() != null);
        if (!page.handler()) {
            return masked;
        }
        Button open = new Button(getTranslation("matter.desk.numbers.open"), click -> attempt(() ->
                whole = disclosures.openReport(actor, number)));
        open.setId("open-report");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        Div line = new Div(masked, new Span(" "), open);
        line.setVisible(masked.isVisible());
        return line;
    }

    private Component photos(MatterPage page) {
        if (!photosOpen && !page.photos().isEmpty()) {
            Span closed = new Span(getTranslation("matter.desk.photos", page.photos().size()));
            if (!page.handler()) {
                return closed;
            }
            Button open = new Button(getTranslation("matter.desk.photos.open"), click -> {
                photosOpen = true;
                show();
            });
            open.setId("open-photos");
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            return new Div(closed, new Span(" "), open);
        }
        return new MatterPhotoStrip(page.photos(), getTranslation("matter.desk.photo"));
    }

    private DetailList facts(MatterPage page) {
        MatterLine line = page.line();
        DetailList facts = new DetailList();
        facts.add("matter.fact.place", new Span(words.place(line)));
        facts.add("matter.fact.grid", new Span(line.grid() == null ? getTranslation("matter.desk.no-grid")
                : words.formats().name(line.grid())));
        facts.add("matter.fact.worker", new Span(line.worker() == null ? getTranslation("matter.fact.nobody")
                : words.formats().name(line.worker())));
        facts.add("matter.desk.received", new Span(words.moment(line.receivedAt())));
        facts.add("matter.fact.answer-by", new Span(words.moment(page.answerBy())));
        facts.add("matter.desk.source", new Span(rules.kind(line.kind()).source()));
        facts.add("matter.form.phone", phone(page));
        if (page.rating() != null) {
            facts.add("matter.desk.rating", new Span(words.text("matter.star." + page.rating())));
        }
        if (!page.duplicates().isEmpty()) {
            Div others = new Div();
            page.duplicates().forEach(each -> others.add(link(each), new Span(" ")));
            facts.add("matter.desk.duplicates", others);
        }
        return facts;
    }

    private static RouterLink link(String number) {
        return new RouterLink(number, MatterView.class, new RouteParameters("number", number));
    }

    private Component phone(MatterPage page) {
        if (!page.phone()) {
            return new Span(getTranslation("matter.desk.phone.none"));
        }
        if (phone != null) {
            Span shown = new Span(phone);
            shown.setId("matter-phone");
            return shown;
        }
        Span masked = new Span(getTranslation("matter.desk.phone.masked"));
        masked.setId("matter-phone");
        if (!page.handler()) {
            return masked;
        }
        Button open = new Button(getTranslation("matter.desk.phone.open"), click -> attempt(() ->
                phone = disclosures.openPhone(actor, number)));
        open.setId("open-phone");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return new Div(masked, new Span(" "), open);
    }

    private Div buttons(MatterPage page) {
        MatterSteps steps = new MatterSteps(desk, handling, actor, number, messages, words, this::show);
        Div buttons = new Div();
        buttons.addClassName("finding-buttons");
        MatterLine line = page.line();
        boolean free = line.workerId() == null && actor.is(Role.COMMUNITY);
        if ((page.handler() || free) && (line.state() == MatterState.RECEIVED || line.state() == MatterState.REOPENED)) {
            buttons.add(button("take", "matter.desk.take", () -> attempt(() ->
                    handling.take(actor, number, page.version()))));
        }
        if (page.handler()) {
            if (line.state().open()) {
                buttons.add(button("answer", "matter.desk.answer", () -> steps.answer(page)));
            } else if (!rules.kind(line.kind()).dispute()) {
                buttons.add(button("publish", "matter.desk.publish", () -> steps.publish(page)));
                if (page.publishedAt() != null) {
                    buttons.add(button("withdraw", "matter.desk.withdraw",
                            () -> attempt(() -> handling.withdraw(actor, number, page.version()))));
                }
            }
            buttons.add(button("note", "matter.desk.note", steps::note));
            if (!rules.kind(line.kind()).dispute()) {
                buttons.add(button("merge", "matter.desk.merge", () -> steps.merge(page)));
            } else {
                buttons.add(button("mediate", "matter.mediation.add", steps::mediate));
            }
        }
        if (page.handler() || actor.is(Role.ADMINISTRATOR)) {
            buttons.add(button("hand-over", "matter.desk.hand-over", () -> steps.handOver(page)));
        }
        return buttons;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.setId(id);
        if (id.equals("answer") || id.equals("take")) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            Notification.show(refused.in(messages, getLocale()), SHOWN_MILLIS, Notification.Position.MIDDLE);
        }
        show();
    }

    private Component mediations(MatterPage page) {
        if (page.mediations().isEmpty()) {
            return new Paragraph(getTranslation("matter.mediation.none"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("matter-history");
        for (Mediation each : page.mediations()) {
            Span what = new Span(words.mediation(each.kind()) + " · " + words.formats().date(each.heldOn()));
            what.addClassName("matter-act");
            Span who = new Span(words.moment(each.writtenAt()) + " · " + words.formats().name(each.writtenBy()));
            who.addClassName("secondary");
            Paragraph text = new Paragraph(words.formats().name(each.remark()));
            text.addClassName("matter-text");
            list.add(new ListItem(what, who, text));
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
