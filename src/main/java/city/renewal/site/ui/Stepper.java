package city.renewal.site.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.Locale;

/** A quantity that is set by large minus and plus buttons, and typed where steps do not reach. Never below 0. */
public final class Stepper extends Div {

    private final BigDecimalField field = new BigDecimalField();
    private final transient Runnable changed;

    /**
     * @param label   what is counted, for screen readers
     * @param unit    shown in the field; empty for none
     * @param step    what one press adds or takes
     * @param changed called whenever the quantity is another
     */
    public Stepper(String label, String unit, BigDecimal step, Locale locale, Runnable changed) {
        this.changed = changed;
        addClassName("stepper");
        field.setLocale(locale);
        field.setAriaLabel(label);
        field.setSuffixComponent(new Span(unit));
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
        field.setAutoselect(true);
        field.getElement().setAttribute("inputmode", "decimal");
        field.addValueChangeListener(change -> changed.run());
        Button less = new Button(VaadinIcon.MINUS.create(), click -> step(step.negate()));
        less.setAriaLabel(getTranslation("sheet.less", label));
        Button more = new Button(VaadinIcon.PLUS.create(), click -> step(step));
        more.setAriaLabel(getTranslation("sheet.more", label));
        add(less, field, more);
    }

    private void step(BigDecimal by) {
        set(quantity().add(by));
    }

    public void set(BigDecimal quantity) {
        BigDecimal wanted = quantity.max(BigDecimal.ZERO);
        field.setValue(wanted.signum() == 0 ? null : plain(wanted));
    }

    /** @return without zeros behind the point, and not as a power of ten */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** @return 0 when the field is empty */
    public BigDecimal quantity() {
        return field.getValue() == null ? BigDecimal.ZERO : field.getValue();
    }

    public void clear() {
        field.clear();
        changed.run();
    }
}
