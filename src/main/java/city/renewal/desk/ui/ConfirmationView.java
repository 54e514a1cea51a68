package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.WindowWidth;
import city.renewal.plan.Plans;
import city.renewal.project.Kinds;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoMatch;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoStrip;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The supervisor's queue: what was reported and does not count yet, oldest day first. */
@Route(value = "desk/confirm", layout = DeskLayout.class)
@RolesAllowed(Role.Names.SUPERVISOR)
public final class ConfirmationView extends Main implements HasDynamicTitle {

    /** Key of the column with the buttons. */
    static final String DECISION = "decision";
    private static final int SHOWN_MILLIS = 3_000;

    private final transient SiteReports reports;
    private final transient Photos photos;
    private final transient Kinds kinds;
    private final transient Formats formats;
    private final Actor actor = SignedIn.required();
    private final Grid<SiteReport> grid = new Grid<>();
    private final ZoneId zone;
    /** Of the reports that the grid asked for last; the grid draws them right after. */
    private transient Map<Long, List<Photo>> taken = Map.of();
    private transient Map<Long, List<PhotoMatch>> matches = Map.of();
    private boolean phone;

    ConfirmationView(SiteReports reports, Photos photos, Kinds kinds, Messages messages, Plans plans,
                     ChangeFeed feed, Clock clock) {
        this.reports = reports;
        this.photos = photos;
        this.zone = clock.getZone();
        this.kinds = kinds;
        this.formats = new Formats(messages, getLocale(), plans.today());
        addClassNames("desk-page", "confirmation");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(this::what).setHeader(getTranslation("confirmation.report")).setFlexGrow(4);
        Grid.Column<SiteReport> decisions = grid.addComponentColumn(this::decision).setKey(DECISION).setHeader(getTranslation("confirmation.decision"))
                .setAutoWidth(true).setFlexGrow(0);
        grid.setItems(query -> waiting(query.getLimit(), query.getOffset()).stream());
        grid.setEmptyStateText(getTranslation("confirmation.empty"));
        grid.setSizeFull();
        add(new H1(getTranslation("confirmation.title")), grid);
        WindowWidth.listen(this, isPhone -> {
            phone = isPhone;
            decisions.setVisible(!phone);
            grid.getDataProvider().refreshAll();
        });
        ChangeSubscription.keep(this, feed, change -> grid.getDataProvider().refreshAll());
    }

    private List<SiteReport> waiting(int limit, int offset) {
        List<SiteReport> page = reports.waiting(limit, offset);
        taken = photos.ofReports(page.stream().map(SiteReport::id).toList());
        matches = photos.matches(taken.keySet());
        return page;
    }

    private Component what(SiteReport report) {
        Span quantity = new Span("+" + formats.quantity(report.quantity(), kinds.unit(report.unit())));
        quantity.addClassName("quantity");
        Div first = new Div(new RouterLink(report.task().in(getLocale()), TaskView.class, report.taskId()), quantity);
        first.addClassName("report-line");
        Span facts = new Span(getTranslation("confirmation.facts", report.project().in(getLocale()),
                formats.date(report.reportOn()), formats.name(report.authorName())));
        facts.addClassName("secondary");
        Div what = new Div(first, facts);
        for (String said : new String[] {report.remark(), report.overReason()}) {
            if (said != null) {
                Span words = new Span(formats.name(said));
                words.addClassName("said");
                what.add(words);
            }
        }
        if (taken.containsKey(report.id())) {
            what.add(PhotoStrip.forStaff(taken.get(report.id()), matches, formats, zone));
        }
        if (phone) {
            what.add(decision(report));
        }
        return what;
    }

    private Component decision(SiteReport report) {
        Button confirm = new Button(getTranslation("confirmation.confirm"), click -> {
            reports.confirm(actor, report.id());
            say("confirmation.confirmed");
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button giveBack = new Button(getTranslation("confirmation.return"), click -> askWhy(report));
        giveBack.addThemeVariants(ButtonVariant.LUMO_SMALL);
        boolean own = report.authorId() == actor.accountId();
        confirm.setEnabled(!own);
        giveBack.setEnabled(!own);
        return new HorizontalLayout(confirm, giveBack);
    }

    private void askWhy(SiteReport report) {
        Dialog dialog = new Dialog(getTranslation("confirmation.return.title", report.task().in(getLocale())));
        TextArea reason = new TextArea(getTranslation("confirmation.return.reason"));
        reason.setMaxLength(SiteReports.LONGEST_REMARK);
        reason.setWidthFull();
        Button send = new Button(getTranslation("confirmation.return"), click -> {
            reason.setInvalid(reason.getValue().isBlank());
            reason.setErrorMessage(getTranslation("report.return.reason.missing"));
            if (!reason.isInvalid()) {
                reports.giveBack(actor, report.id(), reason.getValue());
                dialog.close();
                say("confirmation.returned");
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(reason);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), send);
        dialog.open();
        reason.focus();
    }

    private void say(String key) {
        grid.getDataProvider().refreshAll();
        Notification.show(getTranslation(key), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("confirmation.title");
    }
}
