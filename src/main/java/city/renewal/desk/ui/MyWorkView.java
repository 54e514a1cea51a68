package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.WindowWidth;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterRules;
import city.renewal.matter.Repair;
import city.renewal.matter.Repairs;
import city.renewal.matter.ui.MatterFilterBar;
import city.renewal.matter.ui.MatterWords;
import city.renewal.matter.ui.RepairWords;
import city.renewal.plan.DueTask;
import city.renewal.plan.Plans;
import city.renewal.plan.forecast.DelayNeed;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.project.Kinds;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.handover.WarrantyWords;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.finding.ui.FindingAddress;
import city.renewal.site.finding.ui.FindingWords;
import city.renewal.site.http.PhonePages;
import city.renewal.site.signoff.Signoffs;
import city.renewal.site.signoff.UnsignedTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first view after signing in: what waits for me, what is due, what is late. */
@Route(value = "desk", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/findings.css")
public final class MyWorkView extends Main implements HasDynamicTitle {

    private static final int DAYS_AHEAD = 7;
    private static final int RETURNED_SHOWN = 20;
    private static final int NEEDS_SHOWN = 10;
    private static final int UNSIGNED_SHOWN = 10;
    private static final int FINDINGS_SHOWN = 8;
    private static final int REPAIRS_SHOWN = 8;

    private final transient Plans plans;
    private final transient Delays delays;
    private final transient SiteReports reports;
    private final transient Signoffs signoffs;
    private final transient Findings findings;
    private final transient FindingWords findingWords;
    private final transient MatterDesk matters;
    private final transient Repairs repairs;
    private final transient RepairWords repairWords;
    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient ForecastWords words;
    private final Actor actor = SignedIn.required();
    private final Div waiting = new Div();
    private final Grid<DueTask> grid = new Grid<>();
    private final Tab due = new Tab(getTranslation("my-work.due"));
    private final Tab late = new Tab(getTranslation("my-work.late"));
    private final Tabs tabs = new Tabs(due, late);

    MyWorkView(Plans plans, Delays delays, SiteReports reports, Signoffs signoffs, Findings findings,
               FindingRules findingRules, MatterDesk matters, Repairs repairs, MatterRules matterRules,
               WarrantyRules warranties, Kinds kinds, Messages messages, ChangeFeed feed, Clock clock) {
        this.plans = plans;
        this.delays = delays;
        this.reports = reports;
        this.signoffs = signoffs;
        this.findings = findings;
        this.matters = matters;
        this.kinds = kinds;
        this.formats = new Formats(messages, getLocale(), plans.today());
        this.words = new ForecastWords(messages, formats);
        this.findingWords = new FindingWords(findingRules, formats);
        this.repairs = repairs;
        this.repairWords = new RepairWords(new MatterWords(matterRules, formats, clock.getZone()),
                new WarrantyWords(warranties, formats));
        addClassNames("desk-page", "my-work");
        waiting.addClassName("waiting");
        tabs.addSelectedChangeListener(change -> grid.getDataProvider().refreshAll());
        setUpGrid();
        add(new H1(getTranslation("my-work.title")), waiting, tabs, grid);
        showWaiting();
        ChangeSubscription.keepWithMatters(this, feed, change -> {
            showWaiting();
            grid.getDataProvider().refreshAll();
        });
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        Grid.Column<DueTask> card = grid.addComponentColumn(this::card).setHeader(getTranslation("column.task"));
        List<Grid.Column<DueTask>> columns = List.of(
                grid.addComponentColumn(this::taskLink).setHeader(getTranslation("column.task")).setFlexGrow(3)
                        .setResizable(true),
                grid.addComponentColumn(this::projectLink).setHeader(getTranslation("column.project")).setFlexGrow(2)
                        .setResizable(true),
                grid.addColumn(task -> formats.date(task.startOn())).setHeader(getTranslation("column.start"))
                        .setAutoWidth(true).setFlexGrow(0),
                grid.addColumn(task -> formats.date(task.finishOn())).setHeader(getTranslation("column.finish"))
                        .setAutoWidth(true).setFlexGrow(0),
                grid.addComponentColumn(this::variance).setHeader(getTranslation("column.variance"))
                        .setAutoWidth(true).setFlexGrow(0),
                grid.addColumn(this::quantity).setHeader(getTranslation("column.quantity")).setFlexGrow(3));
        grid.setItems(query -> plans.due(DAYS_AHEAD, tabs.getSelectedTab() == late, query.getLimit(),
                query.getOffset()).stream());
        grid.setEmptyStateText(getTranslation("my-work.empty"));
        grid.setSizeFull();
        WindowWidth.listen(this, phone -> {
            card.setVisible(phone);
            columns.forEach(column -> column.setVisible(!phone));
        });
    }

    /** One task as a phone shows it. */
    private Component card(DueTask task) {
        Span where = new Span(task.project().in(getLocale()) + " · " + formats.date(task.finishOn()));
        where.addClassName("secondary");
        Span quantity = new Span(quantity(task));
        quantity.addClassName("secondary");
        Div card = new Div(taskLink(task), variance(task), where, quantity);
        card.addClassName("task-card");
        return card;
    }

    private Span variance(DueTask task) {
        return DeskParts.variance(task.promisedFinishOn() == null ? null : task.daysLate(), this::getTranslation);
    }

    private Component taskLink(DueTask task) {
        return new RouterLink(task.task().in(getLocale()), TaskView.class, task.taskId());
    }

    private Component projectLink(DueTask task) {
        return new RouterLink(task.project().in(getLocale()), PlanView.class, PlanPages.of(task.projectCode()));
    }

    private String quantity(DueTask task) {
        String done = formats.number(task.doneQuantity()) + " / "
                + formats.quantity(task.plannedQuantity(), kinds.unit(task.unit()));
        return task.submittedQuantity().signum() == 0
                ? done
                : done + " " + getTranslation("report.waiting", formats.number(task.submittedQuantity()));
    }

    private void showWaiting() {
        waiting.removeAll();
        if (actor.is(Role.SUPERVISOR)) {
            int count = reports.countWaiting(actor);
            waiting.add(card(getTranslation("my-work.to-confirm", count),
                    count == 0 ? null : new RouterLink(getTranslation("my-work.to-confirm.go"),
                            ConfirmationView.class)));
            showUnsigned();
        }
        if (actor.is(Role.COMMUNITY)) {
            showMatters();
        }
        if (actor.is(Role.ENGINEER)) {
            // A page of its own, which the router must not look for among the views.
            Anchor sheet = new Anchor(PhonePages.PATH, getTranslation("my-work.sheet.go"));
            sheet.setRouterIgnore(true);
            waiting.add(card(getTranslation("my-work.sheet"), sheet));
            showRepairs();
        }
        if (actor.is(Role.PLANNER)) {
            showNeeds();
        }
        showFindings();
        List<SiteReport> returned = reports.returnedTo(actor.accountId(), RETURNED_SHOWN);
        if (!returned.isEmpty()) {
            Div card = card(getTranslation("my-work.returned", returned.size()), null);
            returned.forEach(report -> {
                Span why = new Span(report.decision() == null ? "" : formats.name(report.decision()));
                why.addClassName("secondary");
                card.add(new Div(new RouterLink(formats.date(report.reportOn()) + " " + report.task().in(getLocale()),
                        TaskView.class, report.taskId()), why));
            });
            waiting.add(card);
        }
    }

    private void showMatters() {
        int overdue = matters.count(actor, new MatterFilter(MatterFilter.Whose.MINE, MatterFilter.Standing.OVERDUE, null,
                null));
        Div card = card(getTranslation("my-work.matters", matters.count(actor, MatterFilter.MINE)),
                new RouterLink(getTranslation("matter.desk.title"), MattersView.class));
        card.setId("matters");
        if (overdue > 0) {
            Span late = new Span(getTranslation("my-work.matters.overdue", overdue));
            late.addClassNames("badge", "badge-late");
            card.add(late);
        }
        MatterFilter replied = new MatterFilter(MatterFilter.Whose.MINE, MatterFilter.Standing.REPLIED, null, null);
        int replies = matters.count(actor, replied);
        if (replies > 0) {
            RouterLink firms = new RouterLink(getTranslation("my-work.matters.replied", replies), MattersView.class);
            firms.setQueryParameters(MatterFilterBar.query(replied));
            firms.setId("replied");
            card.add(new Div(firms));
        }
        waiting.add(card);
    }

    /** What was given to the person's firm under its warranty. */
    private void showRepairs() {
        List<Repair> open = repairs.queue(actor).stream().filter(Repair::open).toList();
        if (open.isEmpty()) {
            return;
        }
        Div card = card(getTranslation("repair.todo", open.size()),
                new RouterLink(getTranslation("repair.title"), RepairsView.class));
        card.setId("repairs");
        card.add(new RepairList(open.stream().limit(REPAIRS_SHOWN).toList(), repairWords));
        waiting.add(card);
    }

    /** The finished processes that others wait for. */
    private void showUnsigned() {
        List<UnsignedTask> unsigned = signoffs.waiting(UNSIGNED_SHOWN);
        if (unsigned.isEmpty()) {
            return;
        }
        Div card = card(getTranslation("my-work.to-sign"), null);
        card.setId("to-sign");
        unsigned.forEach(task -> {
            Span where = new Span(task.project().in(getLocale()) + " · " + formats.date(task.finishedOn()));
            where.addClassName("secondary");
            card.add(new Div(new RouterLink(task.task().in(getLocale()), TaskView.class, task.taskId()), where));
        });
        waiting.add(card);
    }

    /** The findings that wait for the person, by role: to re-check or assign, to put right, risen this far. */
    private void showFindings() {
        switch (actor.role()) {
            case SUPERVISOR -> showFindings("my-work.findings.check",
                    FindingFilter.OPEN.withStates(Set.of(FindingState.RAISED, FindingState.RECTIFIED)));
            case ENGINEER -> showFindings("my-work.findings.rectify",
                    FindingFilter.OPEN.withStates(Set.of(FindingState.ASSIGNED)));
            case PLANNER -> showFindings("my-work.findings.manager",
                    FindingFilter.OPEN.withLevel(FindingLevel.MANAGER));
            case OFFICER, VIEWER, ADMINISTRATOR -> showFindings("my-work.findings.officer",
                    FindingFilter.OPEN.withLevel(FindingLevel.OFFICER));
            default -> { }
        }
    }

    private void showFindings(String titleKey, FindingFilter waitingFor) {
        List<SiteFinding> first = findings.mine(actor, waitingFor, FINDINGS_SHOWN);
        if (first.isEmpty()) {
            return;
        }
        RouterLink all = new RouterLink(getTranslation("my-work.findings.all"), FindingsView.class);
        all.setQueryParameters(FindingAddress.write(waitingFor));
        Div card = card(getTranslation(titleKey), null);
        card.setId("findings");
        first.forEach(finding -> {
            Span where = new Span(findingWords.where(finding) + " · " + findingWords.sort(finding));
            where.addClassName("secondary");
            Div line = new Div(new RouterLink(formats.name(finding.what()), FindingView.class, finding.id()), where);
            findingWords.overdue(finding).ifPresentOrElse(line::add, () -> line.add(findingWords.state(finding)));
            line.addClassName("finding-waiting");
            card.add(line);
        });
        card.add(all);
        waiting.add(card);
    }

    /** The late finishes that a planner still has to speak about. */
    private void showNeeds() {
        List<DelayNeed> needs = delays.needs();
        if (needs.isEmpty()) {
            return;
        }
        Div card = card(getTranslation("my-work.to-explain", needs.size()), null);
        card.setId("to-explain");
        needs.stream().limit(NEEDS_SHOWN).forEach(need -> need.why(plans.today()).ifPresent(why -> {
            Span what = new Span(words.need(need, why));
            what.addClassName("secondary");
            card.add(new Div(new RouterLink(need.projectName(), StatusView.class,
                    PlanPages.of(need.projectCode())), what));
        }));
        waiting.add(card);
    }

    private static Div card(String title, @Nullable Component link) {
        Div card = new Div(new H2(title));
        card.addClassName("card");
        if (link != null) {
            card.add(link);
        }
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my-work.title");
    }
}
