package city.renewal.site.ui;

import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.plan.Task;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
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
    private final Div correction = new Div();
    private @Nullable SiteReport corrected;
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
        correction.addClassName("report-correction");
        correction.getElement().setAttribute("role", "status");
        correction.setVisible(false);
        add(correction, day, quantity, workers, weather, remark, overReason, send);
        setColspan(correction, 2);
        setColspan(remark, 2);
        setColspan(overReason, 2);
    }

    /** Puts something that belongs to the report, such as its photos, before the button. */
    public void addBeforeButton(Component component) {
        addComponentAtIndex(getComponentCount() - 1, component);
        setColspan(component, 2);
    }

    /**
     * Fills the form with a confirmed report of the task, whose place what is sent next will take.
     *
     * @param words which report it is, for the reader
     */
    public void correct(SiteReport report, String words) {
        corrected = report;
        correction.removeAll();
        Button leave = new Button(getTranslation("action.cancel"), click -> clear());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        correction.add(new Span(words), leave);
        correction.setVisible(true);
        day.setValue(report.reportOn());
        quantity.setValue(report.quantity().stripTrailingZeros());
        workers.setValue(report.workers());
        weather.setValue(report.weather());
        remark.setLabel(getTranslation("report.correct.reason"));
        remark.clear();
        quantity.focus();
    }

    private void send(Consumer<NewReport> submit) {
        boolean dayGiven = day.getValue() != null;
        boolean quantityGiven = quantity.getValue() != null
                && quantity.getValue().signum() >= (corrected == null ? 1 : 0);
        boolean whyGiven = corrected == null || !remark.getValue().isBlank();
        boolean reasonGiven = !over() || !overReason.getValue().isBlank();
        mark(day::setInvalid, day::setErrorMessage, dayGiven, "report.day.missing");
        mark(quantity::setInvalid, quantity::setErrorMessage, quantityGiven, "report.quantity.positive");
        mark(overReason::setInvalid, overReason::setErrorMessage, reasonGiven, "report.over-reason.missing");
        mark(remark::setInvalid, remark::setErrorMessage, whyGiven, "report.correct.reason.missing");
        if (dayGiven && quantityGiven && reasonGiven && whyGiven) {
            submit.accept(new NewReport(task.id(), day.getValue(), quantity.getValue(), workers.getValue(),
                    weather.getValue(), text(remark), over() ? text(overReason) : null, requestId,
                    corrected == null ? null : corrected.id()));
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
        BigDecimal replaced = corrected == null ? BigDecimal.ZERO : corrected.quantity();
        return typed != null && task.progress().done().subtract(replaced).add(task.progress().submittedQuantity())
                .add(typed).compareTo(task.input().plannedQuantity()) > 0;
    }

    private static @Nullable String text(TextArea area) {
        return area.getValue().isBlank() ? null : area.getValue().strip();
    }

    /** Empties the form for the next report; the day stays. */
    public void clear() {
        corrected = null;
        correction.setVisible(false);
        remark.setLabel(getTranslation("report.remark"));
        remark.setInvalid(false);
        quantity.clear();
        workers.clear();
        remark.clear();
        overReason.clear();
        requestId = UUID.randomUUID().toString();
    }
}
