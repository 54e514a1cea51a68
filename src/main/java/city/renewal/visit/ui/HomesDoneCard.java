package city.renewal.visit.ui;

import city.renewal.base.Refusal;
import city.renewal.base.ui.DeskCard;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.visit.HomesDone;
import city.renewal.visit.HomesDone.Slip;
import city.renewal.visit.WorkTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;

/** The homes that were done on a day, to be reported for the tasks of the plan that they belong to. */
public final class HomesDoneCard extends DeskCard {

    /** The refusal after which somebody has to say why more is done than planned. */
    private static final String OVER = "report.quantity.over";

    private final transient VisitContext context;
    private final transient LocalDate day;
    private final Div content = new Div();
    private transient List<HomesDone> shown = List.of();

    /** @throws Refusal when the reader may not see the project's homes */
    public HomesDoneCard(VisitContext context, LocalDate day) {
        super(context.text("visit.report.title"), context.messages());
        this.context = context;
        this.day = day;
        setId("visit-reports");
        add(content);
        setVisible(false);
        show();
    }

    /** Shows what was marked or decided meanwhile; a page calls it when the project changed. */
    public void refresh() {
        try {
            show();
        } catch (Refusal refused) {
            say(text(refused), false);
        }
    }

    private void show() {
        List<HomesDone> now = context.services().reports().of(context.actor(), context.project().id(), day);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        content.removeAll();
        shown.forEach(this::show);
        setVisible(!shown.isEmpty());
    }

    private void show(HomesDone homes) {
        content.add(new H3(homes.work().titles().in(getLocale())));
        WorkTask task = homes.task();
        if (task == null) {
            content.add(new Paragraph(getTranslation("visit.report.task")));
        } else {
            Paragraph where = new Paragraph(new Span(getTranslation("visit.report.for") + " "),
                    new Anchor("desk/task/" + task.id(), task.names().in(getLocale())));
            content.add(where, new Paragraph(getTranslation("visit.report.state", homes.done(),
                    homes.done() - homes.left(), homes.reported())));
        }
        if (task != null && homes.left() > 0) {
            content.add(SiteReports.mayReport(context.actor()) ? offer(homes)
                    : new Paragraph(getTranslation("visit.report.by-engineer", homes.left())));
        }
        homes.slips().forEach(slip -> content.add(slip(slip)));
    }

    private Div offer(HomesDone homes) {
        TextField over = new TextField(getTranslation("visit.report.over"));
        over.setMaxLength(SiteReports.LONGEST_REMARK);
        over.setVisible(false);
        Button add = new Button(getTranslation("visit.report.add", homes.left()));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.addClickListener(click -> attempt(() -> {
            try {
                SiteReport made = context.services().reports().report(context.actor(), homes.work().id(), day,
                        over.isEmpty() ? null : over.getValue(), context.words().formats());
                show();
                return getTranslation("visit.report.added", made.quantity());
            } catch (Refusal refused) {
                over.setVisible(over.isVisible() || refused.key().equals(OVER));
                throw refused;
            }
        }));
        Div row = new Div(over, add);
        row.addClassName("desk-row");
        return row;
    }

    private Div slip(Slip slip) {
        Div row = new Div(new Paragraph(getTranslation(
                slip.confirmed() ? "visit.report.slip" : "visit.report.slip.waits", slip.quantity(), slip.done())));
        if (slip.confirmed() && SiteReports.mayReport(context.actor())) {
            row.add(new Button(getTranslation("visit.report.correct", slip.done()), click -> attempt(() -> {
                context.services().reports().correct(context.actor(), slip.reportId(), context.words().formats());
                show();
                return getTranslation("visit.report.corrected");
            })));
        }
        return row;
    }
}
