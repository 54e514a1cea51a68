package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.WindowWidth;
import city.renewal.plan.Plans;
import city.renewal.project.Kinds;
import city.renewal.site.ConfirmationQueue;
import city.renewal.site.ManyConfirmed;
import city.renewal.site.OpenReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoMatch;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoStrip;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor's queue: what was reported and does not count yet, oldest day first, each project's together. Its
 * address keeps the project and the day that are looked at.
 */
@Route(value = "desk/confirm", layout = DeskLayout.class)
@RolesAllowed(Role.Names.SUPERVISOR)
@CssImport("./styles/site.css")
public final class ConfirmationView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    /** Key of the column with what was reported. */
    static final String REPORT = "report";
    /** Key of the column with the buttons. */
    static final String DECISION = "decision";
    private static final int SHOWN_MILLIS = 3_000;
    /** A refusal is longer and takes longer to read. */
    private static final int REFUSED_MILLIS = 8_000;

    private final transient SiteReports reports;
    private final transient ConfirmationQueue queue;
    private final transient Photos photos;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Formats formats;
    private final Actor actor = SignedIn.required();
    private final QueueFilter filter;
    private final Grid<OpenReport> grid = new Grid<>();
    private final Button confirmChosen = new Button();
    private final ZoneId zone;
    /** Of the reports that the grid asked for last; the grid draws them right after. */
    private transient Map<Long, List<Photo>> taken = Map.of();
    private transient Map<Long, List<PhotoMatch>> matches = Map.of();
    private final transient Set<Long> firstOfDay = new HashSet<>();
    private transient @Nullable OpenReport focused;
    private boolean phone;

    ConfirmationView(SiteReports reports, ConfirmationQueue queue, Photos photos, Kinds kinds, Messages messages,
                     Plans plans, ChangeFeed feed, Clock clock) {
        this.reports = reports;
        this.queue = queue;
        this.photos = photos;
        this.zone = clock.getZone();
        this.kinds = kinds;
        this.messages = messages;
        this.formats = new Formats(messages, getLocale(), plans.today());
        addClassNames("desk-page", "confirmation");
        filter = new QueueFilter(formats, this::refresh);
        confirmChosen.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirmChosen.addClickListener(click -> confirmChosen());
        Div tools = new Div(filter, confirmChosen);
        tools.addClassName("queue-tools");
        Span keys = new Span(getTranslation("confirmation.keys"));
        keys.addClassNames("secondary", "queue-keys");
        Grid.Column<OpenReport> decisions = setUpGrid();
        add(new H1(getTranslation("confirmation.title")), tools, keys, grid);
        WindowWidth.listen(this, isPhone -> {
            phone = isPhone;
            decisions.setVisible(!phone);
            grid.getDataProvider().refreshAll();
        });
        listenToKeys();
        showChosen();
        ChangeSubscription.keep(this, feed, change -> refresh());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter.show(event.getLocation().getQueryParameters(), queue.days(actor));
    }

    private Grid.Column<OpenReport> setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItemSelectableProvider(open -> !own(open.report()));
        grid.addSelectionListener(change -> showChosen());
        grid.addComponentColumn(this::what).setKey(REPORT).setHeader(getTranslation("confirmation.report")).setFlexGrow(4);
        Grid.Column<OpenReport> decisions = grid.addComponentColumn(this::decision).setKey(DECISION)
                .setHeader(getTranslation("confirmation.decision")).setAutoWidth(true).setFlexGrow(0);
        grid.setItems(new CallbackDataProvider<>(
                query -> waiting(query.getLimit(), query.getOffset()).stream(),
                query -> filter.size(),
                open -> open.report().id()));
        grid.setEmptyStateText(getTranslation("confirmation.empty"));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.setSizeFull();
        return decisions;
    }

    /** The keys work while the focus is in the list, so that nobody confirms by typing into a field. */
    private void listenToKeys() {
        onKey(Key.KEY_C, open -> confirm(open.report()));
        onKey(Key.KEY_L, open -> confirmLess(open.report()));
        onKey(Key.KEY_R, open -> giveBack(open.report()));
        onKey(Key.KEY_X, open -> {
            if (grid.getSelectedItems().contains(open)) {
                grid.deselect(open);
            } else {
                grid.select(open);
            }
        });
        Shortcuts.addShortcutListener(grid, this::confirmChosen, Key.ENTER, KeyModifier.CONTROL).listenOn(grid);
    }

    private void onKey(Key key, Consumer<OpenReport> action) {
        Shortcuts.addShortcutListener(grid, () -> {
            if (focused != null && !own(focused.report())) {
                action.accept(focused);
            }
        }, key).listenOn(grid);
    }

    private List<OpenReport> waiting(int limit, int offset) {
        boolean beginning = offset == 0;
        List<OpenReport> found = queue.page(actor, filter.value(), beginning ? limit : limit + 1, beginning ? 0 : offset - 1);
        List<OpenReport> page = new ArrayList<>();
        OpenReport before = null;
        for (OpenReport open : found) {
            if (before == null && !beginning) {
                before = open;
                continue;
            }
            if (before == null || !sameDay(before.report(), open.report())) {
                firstOfDay.add(open.report().id());
            }
            page.add(open);
            before = open;
        }
        taken = photos.ofReports(page.stream().map(open -> open.report().id()).toList());
        matches = photos.matches(taken.keySet());
        return page;
    }

    private static boolean sameDay(SiteReport one, SiteReport other) {
        return one.projectId() == other.projectId() && one.reportOn().equals(other.reportOn());
    }

    private Component what(OpenReport open) {
        SiteReport report = open.report();
        Div what = new Div();
        if (firstOfDay.contains(report.id())) {
            what.add(dayHead(report));
        }
        boolean photographed = taken.containsKey(report.id());
        what.add(new OpenReportCard(open, kinds.unit(report.unit()), formats, photographed));
        if (photographed) {
            what.add(PhotoStrip.forStaff(taken.get(report.id()), matches, formats, zone));
        }
        if (phone) {
            what.add(decision(open));
        }
        return what;
    }

    private Component dayHead(SiteReport report) {
        Span day = new Span(getTranslation("confirmation.day", report.project().in(getLocale()),
                formats.date(report.reportOn()), filter.count(report.projectId(), report.reportOn())));
        Button choose = new Button(getTranslation("confirmation.choose-day"), click -> grid.asMultiSelect().select(
                queue.page(actor, new ConfirmationQueue.Filter(report.projectId(), report.reportOn()),
                                SiteReports.MOST_AT_ONCE, 0).stream()
                        .filter(open -> !own(open.report())).toList()));
        choose.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div head = new Div(day, choose);
        head.addClassName("queue-day");
        return head;
    }

    private Component decision(OpenReport open) {
        SiteReport report = open.report();
        Button confirm = new Button(getTranslation("confirmation.confirm"), click -> confirm(report));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button less = new Button(getTranslation("confirmation.less"), click -> confirmLess(report));
        Button giveBack = new Button(getTranslation("confirmation.return"), click -> giveBack(report));
        less.setEnabled(report.quantity().signum() > 0);
        List.of(less, giveBack).forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_SMALL));
        HorizontalLayout buttons = new HorizontalLayout(confirm, less, giveBack);
        buttons.addClassName("queue-decision");
        if (own(report)) {
            List.of(confirm, less, giveBack).forEach(button -> button.setEnabled(false));
            Div both = new Div(buttons, new Span(getTranslation("report.own")));
            both.addClassName("secondary");
            return both;
        }
        return buttons;
    }

    private boolean own(SiteReport report) {
        return report.authorId() == actor.accountId();
    }

    private void confirm(SiteReport report) {
        reports.confirm(actor, report.id());
        say(getTranslation("confirmation.confirmed"), SHOWN_MILLIS);
    }

    private void confirmLess(SiteReport report) {
        DecisionDialog.confirmLess(report, kinds.unit(report.unit()), getLocale(), (quantity, reason) -> {
            reports.confirmLess(actor, report.id(), quantity, reason);
            say(getTranslation("confirmation.confirmed-less", formats.quantity(quantity, kinds.unit(report.unit()))),
                    SHOWN_MILLIS);
        }, this::words);
    }

    private void giveBack(SiteReport report) {
        DecisionDialog.giveBack(report, getLocale(), reason -> {
            reports.giveBack(actor, report.id(), reason);
            say(getTranslation("confirmation.returned"), SHOWN_MILLIS);
        }, this::words);
    }

    private void confirmChosen() {
        List<Long> chosen = grid.getSelectedItems().stream().map(open -> open.report().id()).sorted().toList();
        if (chosen.isEmpty()) {
            return;
        }
        ManyConfirmed outcome = reports.confirmAll(actor, chosen);
        grid.deselectAll();
        if (outcome.refused().isEmpty()) {
            say(getTranslation("confirmation.confirmed-many", outcome.confirmed().size()), SHOWN_MILLIS);
        } else {
            say(getTranslation("confirmation.confirmed-some", outcome.confirmed().size(), outcome.refused().size(),
                    words(outcome.refused().values().iterator().next())), REFUSED_MILLIS);
        }
    }

    private String words(Refusal refused) {
        return refused.in(messages, getLocale());
    }

    private void showChosen() {
        int chosen = grid.getSelectedItems().size();
        confirmChosen.setText(getTranslation("confirmation.confirm-chosen", chosen));
        confirmChosen.setEnabled(chosen > 0);
    }

    private void refresh() {
        firstOfDay.clear();
        filter.fill(queue.days(actor));
        grid.getDataProvider().refreshAll();
    }

    private void say(String text, int millis) {
        refresh();
        Notification.show(text, millis, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("confirmation.title");
    }
}
