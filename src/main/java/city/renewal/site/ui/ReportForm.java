package city.renewal.site.ui;

import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.plan.Task;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was done on a task in one day. Hands a complete report to its listener and keeps what was typed until the
 * listener {@link #clear clears} it.
 */
public final class ReportForm extends FormLayout {

    private final Task task;
    private final DateField day;
    private final BigDecimalField quantity = new BigDecimalField();
    private final IntegerField workers = new IntegerField();
    private final Select<String> weather = new Select<>();
    private final TextArea remark = new TextArea();
    private final TextArea overReason = new TextArea();
    private String requestId = UUID.randomUUID().toString();

    /** @param unit the name of the task's unit */
    public ReportForm(Task task, Words unit, LocalDate today, Locale locale, Consumer<NewReport> submit) {
        this.task = task;
        addClassName("report-form");
        day = new DateField(getTranslation("report.day"), locale);
        day.setValue(today);
        day.setMax(today);
        quantity.setLabel(getTranslation("report.quantity"));
        quantity.setLocale(locale);
        quantity.setSuffixComponent(new Span(unit.in(locale)));
        quantity.setValueChangeMode(ValueChangeMode.EAGER);
        quantity.addValueChangeListener(change -> askWhyOver());
        workers.setLabel(getTranslation("report.workers"));
        workers.setMin(0);
        workers.setStepButtonsVisible(true);
        weather.setLabel(getTranslation("report.weather"));
        weather.setItems(NewReport.WEATHERS);
        weather.setItemLabelGenerator(id -> getTranslation("weather." + id));
        remark.setLabel(getTranslation("report.remark"));
        remark.setMaxLength(SiteReports.LONGEST_REMARK);
        overReason.setLabel(getTranslation("report.over-reason"));
        overReason.setHelperText(getTranslation("report.over-reason.help"));
        overReason.setMaxLength(SiteReports.LONGEST_REMARK);
        overReason.setVisible(false);
        Button send = new Button(getTranslation("report.submit"), click -> send(submit));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(false);
        add(day, quantity, workers, weather, remark, overReason, send);
        setColspan(remark, 2);
        setColspan(overReason, 2);
    }

    /** Puts something that belongs to the report, such as its photos, before the button. */
    public void addBeforeButton(Component component) {
        addComponentAtIndex(getComponentCount() - 1, component);
        setColspan(component, 2);
    }

    private void send(Consumer<NewReport> submit) {
        boolean dayGiven = day.getValue() != null;
        boolean quantityGiven = quantity.getValue() != null && quantity.getValue().signum() > 0;
        boolean reasonGiven = !over() || !overReason.getValue().isBlank();
        mark(day::setInvalid, day::setErrorMessage, dayGiven, "report.day.missing");
        mark(quantity::setInvalid, quantity::setErrorMessage, quantityGiven, "report.quantity.positive");
        mark(overReason::setInvalid, overReason::setErrorMessage, reasonGiven, "report.over-reason.missing");
        if (dayGiven && quantityGiven && reasonGiven) {
            submit.accept(new NewReport(task.id(), day.getValue(), quantity.getValue(), workers.getValue(),
                    weather.getValue(), text(remark), over() ? text(overReason) : null, requestId));
        }
    }

    private void mark(Consumer<Boolean> invalid, Consumer<String> message, boolean given, String key) {
        invalid.accept(!given);
        message.accept(given ? "" : getTranslation(key));
    }

    private void askWhyOver() {
        overReason.setVisible(over());
    }

    private boolean over() {
        BigDecimal typed = quantity.getValue();
        return typed != null && task.progress().done().add(task.progress().submittedQuantity()).add(typed)
                .compareTo(task.input().plannedQuantity()) > 0;
    }

    private static @Nullable String text(TextArea area) {
        return area.getValue().isBlank() ? null : area.getValue().strip();
    }

    /** Empties the form for the next report; the day stays. */
    public void clear() {
        quantity.clear();
        workers.clear();
        remark.clear();
        overReason.clear();
        requestId = UUID.randomUUID().toString();
    }
}
