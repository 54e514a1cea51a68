package city.renewal.plan.template.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.template.NewPlans;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What would come of it: the plan as a chart, computed in memory. */
final class PreviewStep extends WizardStep {

    private final transient NewPlans newPlans;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Formats formats;

    PreviewStep(NewPlans newPlans, Kinds kinds, Messages messages, Formats formats) {
        this.newPlans = newPlans;
        this.kinds = kinds;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    void show(NewPlanForm form) {
        removeAll();
        clearFault();
        add(faults());
        try {
            show(form, newPlans.preview(form.wish(kinds.get(form.template().kind()))));
        } catch (Refusal refused) {
            refuse(refused.in(messages, getLocale()));
        }
    }

    private void show(NewPlanForm form, PlanSnapshot plan) {
        LocalDate finish = plan.head().finishOn();
        LocalDate start = plan.head().startOn();
        Paragraph facts = new Paragraph(getTranslation("new-plan.preview.facts", plan.tasks().size(),
                plan.links().size(), start == null ? "" : formats.date(start),
                finish == null ? "" : formats.date(finish), plan.head().workingDays()));
        facts.addClassName("wizard-facts");
        add(facts);
        List<String> warnings = warnings(form, plan);
        if (!warnings.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("wizard-warnings");
            warnings.forEach(text -> list.add(new ListItem(text)));
            add(list);
        }
        GanttChart chart = new GanttChart();
        chart.setModel(new PlanGantt(kinds, formats, this::getTranslation).forStaff(plan));
        chart.setSizeFull();
        Div frame = new Div(chart);
        frame.addClassName("wizard-chart");
        add(frame);
    }

    private List<String> warnings(NewPlanForm form, PlanSnapshot plan) {
        List<String> warnings = new ArrayList<>();
        if (form.start.isBefore(formats.today())) {
            warnings.add(getTranslation("new-plan.warning.past"));
        }
        if (!plan.calendar().calendar().isWorking(form.start)) {
            warnings.add(getTranslation("new-plan.warning.day-off", formats.date(form.start)));
        }
        LocalDate finish = plan.head().finishOn();
        if (form.holidays && finish != null) {
            for (int year = form.start.getYear(); year <= finish.getYear(); year++) {
                if (!newPlans.holidaysPublished(year)) {
                    warnings.add(getTranslation("new-plan.warning.holidays", String.valueOf(year)));
                }
            }
        }
        plan.tasks().stream()
                .filter(task -> plan.days().heating(task.input()) && waits(plan, task))
                .map(task -> task.dates().startOn())
                .min(LocalDate::compareTo)
                .ifPresent(day -> warnings.add(getTranslation("new-plan.warning.heating", formats.date(day))));
        if (!plan.days().windows().isEmpty()) {
            warnings.add(getTranslation("new-plan.warning.windows", plan.days().windows().size()));
        }
        return warnings;
    }

    /** @return whether the day before it begins is closed to it, though not to the plan */
    private static boolean waits(PlanSnapshot plan, Task task) {
        LocalDate before = task.dates().startOn().minusDays(1);
        return !plan.calendarOf(task).calendar().isWorking(before) && plan.calendar().calendar().isWorking(before);
    }

    @Override
    boolean take(NewPlanForm form) {
        return true;
    }
}
