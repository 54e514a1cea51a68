package city.renewal.plan.template.ui;

import city.renewal.base.ui.DateField;
import city.renewal.plan.template.WorkItem;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;

/** From when and on which days. */
final class StartStep extends WizardStep {

    private static final int YEARS = 10;
    private static final String HEATING = "heating-pipes";

    private final DateField start = new DateField(getTranslation("new-plan.start"), getLocale());
    private final Select<String> week = new Select<>();
    private final Checkbox holidays = new Checkbox(getTranslation("new-plan.holidays"));
    private final Paragraph heating = new Paragraph(getTranslation("new-plan.heating"));
    private final LocalDate today;

    StartStep(LocalDate today) {
        this.today = today;
        start.setRequiredIndicatorVisible(true);
        start.setManualValidation(true);
        week.setLabel(getTranslation("new-plan.week"));
        week.setItems(NewPlanForm.WEEKS);
        week.setItemLabelGenerator(each -> getTranslation("new-plan.week.days", each.replace("0", "").length()));
        holidays.setHelperText(getTranslation("new-plan.holidays.help"));
        add(start, week, holidays, heating, faults());
    }

    @Override
    void show(NewPlanForm form) {
        start.setValue(form.start);
        week.setValue(form.week);
        holidays.setValue(form.holidays);
        heating.setVisible(form.template().items(form.items).stream()
                .map(WorkItem::workType).anyMatch(HEATING::equals));
    }

    @Override
    boolean take(NewPlanForm form) {
        form.week = week.getValue();
        form.holidays = holidays.getValue();
        LocalDate day = start.getValue();
        boolean good = day != null && !day.isBefore(today.minusYears(YEARS)) && !day.isAfter(today.plusYears(YEARS));
        start.setInvalid(!good);
        if (good) {
            form.start = day;
        } else {
            start.setErrorMessage(getTranslation("new-plan.start.absurd", YEARS));
        }
        return good;
    }
}
