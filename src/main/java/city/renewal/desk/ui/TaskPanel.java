package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoMatch;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoField;
import city.renewal.site.photo.ui.PhotoStrip;
import city.renewal.site.signoff.Signoffs;
import city.renewal.site.signoff.ui.SignoffCard;
import city.renewal.site.ui.ReportForm;
import city.renewal.site.ui.ReportHistory;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one task: its facts, a new report for those who may write one, every report behind its percent. */
final class TaskPanel extends Div {

    private static final int SHOWN_MILLIS = 3_000;
    private static final String NO_BREAK = "\u00a0";

    private final transient SiteReports reports;
    private final transient Photos photos;
    private final transient Messages messages;
    private final transient Kinds kinds;
    private final transient Formats formats;
    private final ZoneId zone;
    private final Actor actor;
    private final Div facts = new Div();
    private final Div why = new Div();
    private final Div history = new Div();
    private final SignoffCard signoff;
    private @Nullable ReportForm form;
    private @Nullable Details formDetails;
    private @Nullable PhotoField photoField;
    private @Nullable Task shown;
    private @Nullable Details editor;
    private @Nullable TaskFactsForm taskForm;

    TaskPanel(SiteReports reports, Photos photos, Signoffs signoffs, Kinds kinds, Messages messages,
              Formats formats, ZoneId zone, Actor actor) {
        this.reports = reports;
        this.photos = photos;
        this.messages = messages;
        this.kinds = kinds;
        this.formats = formats;
        this.zone = zone;
        this.actor = actor;
        signoff = new SignoffCard(signoffs, formats, zone, actor, refused -> refused.in(messages, formats.locale()));
        addClassName("task-panel");
        facts.addClassName("task-facts");
    }

    /**
     * Shows a task. What was typed into the report form stays when the same task is shown again.
     *
     * @param summary whether other tasks lie below it, so that nothing is reported on it itself
     */
    void show(Task task, boolean summary) {
        boolean same = shown != null && shown.id() == task.id();
        shown = task;
        Words unit = kinds.unit(task.input().unit());
        showFacts(task, summary);
        signoff.show(task, summary);
        history.removeAll();
        if (!summary) {
            List<SiteReport> written = reports.ofTask(task.id());
            history.add(new ReportHistory(written, task.progress().openingQuantity(), unit, formats, zone,
                    strips(written), actor.is(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR) ? this::correct : null));
        }
        if (same) {
            return;
        }
        removeAll();
        add(facts, why);
        if (editor != null) {
            add(editor);
        }
        if (!summary && actor.is(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR)) {
            form = new ReportForm(task, unit, formats.today(), formats.locale(), this::submit);
            photoField = new PhotoField(photos, messages, actor);
            form.addBeforeButton(photoField);
            Details details = new Details(getTranslation("report.new"), form);
            details.setOpened(actor.is(Role.ENGINEER));
            details.setId("report-new");
            formDetails = details;
            add(details);
        }
        add(signoff);
        if (!summary) {
            add(new H2(getTranslation("report.history.title")), history);
        }
    }

    /** Shows below the task's facts why it starts on its day. */
    void explain(WhyThisDay reasons) {
        why.removeAll();
        why.add(reasons);
    }

    /** Lets the reader change the task's facts from now on. */
    void setForm(TaskFactsForm newForm) {
        taskForm = newForm;
        editor = new Details(getTranslation("plan.edit-task"), newForm);
        editor.setId("task-edit");
    }

    /** Fills the form for the task's facts where there is one; what is being typed stays while the task is the same. */
    void showForm(Task task, PlanSnapshot plan) {
        if (taskForm != null) {
            taskForm.show(task, plan.isSummary(task.id()), plan);
        }
    }

    private Map<Long, PhotoStrip> strips(List<SiteReport> written) {
        Map<Long, List<Photo>> taken = photos.ofReports(written.stream().map(SiteReport::id).toList());
        Map<Long, List<PhotoMatch>> matches = photos.matches(taken.keySet());
        Map<Long, PhotoStrip> strips = new HashMap<>();
        taken.forEach((report, each) -> strips.put(report, PhotoStrip.forStaff(each, matches, formats, zone)));
        return strips;
    }

    private void correct(SiteReport report) {
        if (form != null && formDetails != null) {
            formDetails.setOpened(true);
            form.correct(report, getTranslation("report.corrects", formats.date(report.reportOn()),
                    formats.quantity(report.quantity(), kinds.unit(report.unit()))));
        }
    }

    private void submit(NewReport report) {
        SiteReport stored = reports.submit(actor, report);
        if (photoField != null) {
            photoField.attachTo(stored.id());
            photoField.clear();
        }
        if (form != null) {
            form.clear();
        }
        Notification.show(getTranslation("report.submitted"), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    /** Shows what an edit of the plan may have changed of the task that is shown. */
    void showFacts(Task task, boolean summary) {
        Words unit = kinds.unit(task.input().unit());
        facts.removeAll();
        H2 name = new H2(task.names().in(formats.locale()));
        facts.add(name);
        fact("column.start", formats.date(task.dates().startOn()));
        fact("column.finish", formats.date(task.dates().finishOn()));
        fact("task.promised", task.dates().promisedFinishOn() == null
                ? getTranslation("variance.none")
                : formats.date(task.dates().promisedFinishOn()));
        Div variance = new Div(label("column.variance"), DeskParts.variance(task.dates().daysLate(),
                this::getTranslation));
        facts.add(variance);
        if (!summary) {
            fact("column.quantity", quantity(task, unit)).addClassName("task-quantity");
            if (task.progress().submittedQuantity().signum() > 0) {
                fact("report.state.submitted", formats.quantity(task.progress().submittedQuantity(), unit));
            }
        }
        if (task.input().notes() != null) {
            fact("task.notes", task.input().notes());
        }
    }

    /** @return such as {@code 25 / 100 m · 25%}, which breaks, if at all, before the slash or the percent */
    private String quantity(Task task, Words unit) {
        String planned = ("/ " + formats.quantity(task.input().plannedQuantity(), unit)).replace(" ", NO_BREAK);
        return formats.number(task.progress().done()) + " " + planned
                + (task.input().unit().equals(TaskInput.PERCENT) ? "" : NO_BREAK + "· " + formats.percent(task.doneShare()));
    }

    private Div fact(String key, String text) {
        Div fact = new Div(label(key), new Span(text));
        facts.add(fact);
        return fact;
    }

    private Span label(String key) {
        Span label = new Span(getTranslation(key));
        label.addClassName("label");
        return label;
    }
}
