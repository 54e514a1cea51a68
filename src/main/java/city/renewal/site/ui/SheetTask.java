package city.renewal.site.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.site.NewDaySheet;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the day's tasks on a day sheet: what is left, a stepper, the usual amounts as buttons, photos. */
public final class SheetTask extends Section {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private final Task task;
    private final Stepper stepper;
    private final TextArea overReason = new TextArea();
    private final Div more = new Div();
    private final transient Supplier<PhotoField> newPhotos;
    private @Nullable PhotoField photos;
    private final String requestId = UUID.randomUUID().toString();

    /**
     * @param place  the building or section, null where the task has none
     * @param unit   of its quantities
     * @param photos makes a field for photos; called once something was done
     */
    public SheetTask(Task task, @Nullable String place, Words unit, Formats formats, Supplier<PhotoField> photos) {
        this.task = task;
        this.newPhotos = photos;
        addClassNames("card", "sheet-task");
        setId("task-" + task.id());
        String name = task.names().in(formats.locale());
        H3 title = new H3(place == null ? name : name + " · " + place);
        Span left = new Span(getTranslation("sheet.left", formats.quantity(left(), unit)));
        left.addClassName("sheet-left");
        Div head = new Div(title, left);
        head.addClassName("sheet-task-head");
        BigDecimal rate = rate();
        stepper = new Stepper(name, unit.in(formats.locale()), step(rate), formats.locale(), this::changed);
        Div amounts = new Div();
        amounts.addClassName("chips");
        if (rate.signum() > 0 && rate.compareTo(left()) < 0) {
            amounts.add(amount(getTranslation("sheet.as-planned", formats.number(rate)), rate));
        }
        if (left().signum() > 0) {
            amounts.add(amount(getTranslation("sheet.all-left", formats.number(left())), left()));
        }
        overReason.setLabel(getTranslation("report.over-reason"));
        overReason.setMaxLength(SiteReports.LONGEST_REMARK);
        overReason.setWidthFull();
        overReason.setVisible(false);
        add(head, stepper, amounts, overReason, more);
    }

    private Button amount(String words, BigDecimal quantity) {
        Button button = new Button(words, click -> stepper.set(quantity));
        button.addClassName("chip");
        return button;
    }

    /** What is left and not yet reported. */
    private BigDecimal left() {
        return task.remainingQuantity().subtract(task.progress().submittedQuantity()).max(BigDecimal.ZERO);
    }

    /** A day's share at the plan's rate, in numbers that people say. */
    private BigDecimal rate() {
        BigDecimal day = task.plannedPerDay();
        return day.setScale(day.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    /** About a tenth of a day's share: 0.1, 1, 5, 10, 50, 100 … */
    private BigDecimal step(BigDecimal rate) {
        if (task.input().unit().equals(TaskInput.PERCENT)) {
            return FIVE;
        }
        if (rate.compareTo(BigDecimal.TWO) < 0) {
            return new BigDecimal("0.1");
        }
        BigDecimal ten = BigDecimal.ONE;
        while (ten.multiply(BigDecimal.valueOf(100)).compareTo(rate) <= 0) {
            ten = ten.multiply(BigDecimal.TEN);
        }
        return ten.multiply(FIVE).multiply(BigDecimal.TEN).compareTo(rate) <= 0 ? ten.multiply(FIVE) : ten;
    }

    private void changed() {
        boolean done = stepper.quantity().signum() > 0;
        setClassName("sheet-task-done", done);
        overReason.setVisible(over());
        if (done && photos == null) {
            photos = newPhotos.get();
            more.add(photos);
        }
        more.setVisible(done);
    }

    private boolean over() {
        return stepper.quantity().compareTo(left()) > 0;
    }

    public long taskId() {
        return task.id();
    }

    /** @return what was done, empty for nothing */
    public Optional<NewDaySheet.Line> line() {
        return stepper.quantity().signum() == 0
                ? Optional.empty()
                : Optional.of(new NewDaySheet.Line(task.id(), stepper.quantity(),
                        over() && !overReason.isEmpty() ? overReason.getValue().strip() : null, requestId));
    }

    /** @return whether a reason is asked for and missing; it is then marked */
    public boolean lacksReason() {
        boolean lacks = over() && overReason.getValue().isBlank();
        overReason.setInvalid(lacks);
        overReason.setErrorMessage(lacks ? getTranslation("report.over-reason.missing") : "");
        return lacks;
    }

    /** Adds the photos to the report that was made of this task. */
    public void attachPhotos(long reportId) {
        if (photos != null) {
            photos.attachTo(reportId);
        }
    }
}
