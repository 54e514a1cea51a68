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
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterRules;
import city.renewal.matter.RepairPage;
import city.renewal.matter.Repairs;
import city.renewal.matter.ui.MatterCard;
import city.renewal.matter.ui.MatterHistory;
import city.renewal.matter.ui.MatterPhotoStrip;
import city.renewal.matter.ui.MatterWords;
import city.renewal.matter.ui.RepairWords;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.handover.WarrantyWords;
import city.renewal.site.photo.Photos;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A matter as the firm reads it that repairs: place, words and photos, and what it may say to the handler. */
@Route(value = "desk/repair/:number", layout = DeskLayout.class)
@RolesAllowed(Role.Names.ENGINEER)
@CssImport("./styles/findings.css")
@CssImport("./styles/matters.css")
public final class RepairView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN_MILLIS = 6_000;

    private final transient Repairs repairs;
    private final transient Photos photos;
    private final transient Messages messages;
    private final transient RepairWords words;
    private final Actor actor = SignedIn.required();
    private final H1 title = new H1();
    private final Div body = new Div();
    private String number = "";
    /** The telephone number, once somebody of the firm has opened it; as long as the page stands. */
    private @Nullable String phone;
    private transient @Nullable RepairPage shown;

    RepairView(Repairs repairs, Photos photos, MatterRules rules, WarrantyRules warranties, Messages messages,
               ChangeFeed feed, Clock clock) {
        this.repairs = repairs;
        this.photos = photos;
        this.messages = messages;
        Formats formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        words = new RepairWords(new MatterWords(rules, formats, clock.getZone()), new WarrantyWords(warranties, formats));
        addClassNames("desk-page", "matter-page");
        body.addClassName("matter-body");
        add(new RouterLink("‹ " + getTranslation("repair.title"), RepairsView.class), title, body);
        ChangeSubscription.keepWithMatters(this, feed, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        phone = null;
        show(repairs.page(actor, number).orElseThrow(() -> new NotFoundException(getTranslation("repair.foreign"))));
    }

    /** Other matters of the project are news too; the page is left alone then, with what has the focus and its photos. */
    private void changed(ProjectChange change) {
        if (shown != null && change.projectId() == shown.projectId()
                && !repairs.page(actor, number).equals(Optional.of(shown))) {
            show();
        }
    }

    private void show() {
        repairs.page(actor, number).ifPresentOrElse(this::show, this::showTaken);
    }

    /** Given to another firm while the page was open. */
    private void showTaken() {
        shown = null;
        phone = null;
        body.removeAll();
        body.add(new Paragraph(getTranslation("repair.foreign")));
    }

    private void show(RepairPage page) {
        shown = page;
        body.removeAll();
        MatterLine line = page.repair().line();
        title.setText(line.number() + " · " + words.what(page.repair()));
        Div badges = new Div(words.badge(page.repair()));
        badges.addClassName("finding-badges");
        MatterWords matters = words.matters();
        Paragraph report = new Paragraph(line.report() == null ? "" : matters.formats().name(line.report()));
        report.addClassName("matter-text");
        body.add(badges, new MatterCard(null, report,
                new MatterPhotoStrip(page.photos(), getTranslation("matter.desk.photo")),
                facts(page)));
        if (page.repair().open()) {
            body.add(buttons());
        }
        body.add(new MatterCard(getTranslation("matter.follow.steps"), new MatterHistory(page.steps(), matters),
                new MatterPhotoStrip(page.ownPhotos(), getTranslation("repair.photo"))));
    }

    private DetailList facts(RepairPage page) {
        MatterLine line = page.repair().line();
        DetailList facts = new DetailList();
        facts.add("matter.fact.place", new Span(words.matters().place(line)));
        facts.add("matter.warranty.title", new Span(words.warranties().work(page.repair().work()) + " · "
                + words.warranties().until(page.repair().untilOn())));
        facts.add("matter.fact.worker", new Span(line.worker() == null ? getTranslation("matter.fact.nobody")
                : words.matters().formats().name(line.worker())));
        facts.add("matter.desk.received", new Span(words.matters().moment(line.receivedAt())));
        if (line.duplicates() > 0) {
            facts.add("matter.desk.duplicates", new Span(getTranslation("matter.desk.more", line.duplicates())));
        }
        facts.add("matter.form.phone", phone(page));
        return facts;
    }

    private Component phone(RepairPage page) {
        if (!page.phone()) {
            return new Span(getTranslation("matter.desk.phone.none"));
        }
        Span shown = new Span(page.phoneOpen() && phone != null ? phone : getTranslation("matter.desk.phone.masked"));
        shown.setId("repair-phone");
        if (!page.phoneOpen()) {
            return new Div(shown, new Span(" " + getTranslation("repair.phone.ask")));
        }
        if (phone != null) {
            return shown;
        }
        Button open = new Button(getTranslation("matter.desk.phone.open"), click -> attempt(() ->
                phone = repairs.openPhone(actor, number)));
        open.setId("open-phone");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return new Div(shown, new Span(" "), open);
    }

    private Div buttons() {
        RepairForms forms = new RepairForms(repairs, photos, actor, number, messages, words.matters(), this::show);
        Button plan = new Button(getTranslation("repair.plan"), click -> forms.plan());
        plan.setId("repair-plan");
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button mended = new Button(getTranslation("repair.mended"), click -> forms.mended());
        mended.setId("repair-mended");
        Button refuse = new Button(getTranslation("repair.refuse"), click -> forms.refuse());
        refuse.setId("repair-refuse");
        Div buttons = new Div(plan, mended, refuse);
        buttons.addClassName("finding-buttons");
        return buttons;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            Notification.show(refused.in(messages, getLocale()), SHOWN_MILLIS, Notification.Position.MIDDLE);
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
