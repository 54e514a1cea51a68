package city.renewal.desk.ui;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks a supervisor for what a decision needs: why, and how much where less is confirmed. */
final class DecisionDialog extends Dialog {

    private final TextArea reason = new TextArea();
    private final Button send;
    private final VerticalLayout fields = new VerticalLayout();

    private DecisionDialog(String titleKey, String task, String reasonKey, String actionKey) {
        setHeaderTitle(getTranslation(titleKey, task));
        reason.setLabel(getTranslation(reasonKey));
        reason.setMaxLength(SiteReports.LONGEST_REMARK);
        reason.setWidthFull();
        send = new Button(getTranslation(actionKey));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        fields.setPadding(false);
        fields.add(reason);
        add(fields);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), send);
    }

    /** @param decided is handed the reason once there is one; what it refuses is said in the dialog */
    static void giveBack(SiteReport report, Locale locale, Consumer<String> decided, Function<Refusal, String> words) {
        DecisionDialog dialog = new DecisionDialog("confirmation.return.title", report.task().in(locale),
                "confirmation.return.reason", "confirmation.return");
        dialog.send.addClickListener(click -> {
            if (dialog.hasReason("report.return.reason.missing")) {
                dialog.decide(() -> decided.accept(dialog.reason.getValue()), words);
            }
        });
        dialog.open();
        dialog.reason.focus();
    }

    /** @param decided is handed the smaller quantity and the reason once both are there */
    static void confirmLess(SiteReport report, Words unit, Locale locale, BiConsumer<BigDecimal, String> decided,
                            Function<Refusal, String> words) {
        DecisionDialog dialog = new DecisionDialog("confirmation.less.title", report.task().in(locale),
                "confirmation.less.reason", "confirmation.confirm");
        BigDecimalField quantity = new BigDecimalField(dialog.getTranslation("confirmation.less.quantity"));
        quantity.setLocale(locale);
        quantity.setValue(report.quantity().stripTrailingZeros());
        quantity.setAutoselect(true);
        quantity.setSuffixComponent(new Span(unit.in(locale)));
        dialog.fields.addComponentAsFirst(quantity);
        dialog.send.addClickListener(click -> {
            BigDecimal typed = quantity.getValue();
            quantity.setInvalid(typed == null || typed.signum() <= 0
                    || typed.compareTo(report.claimedQuantity()) >= 0);
            quantity.setErrorMessage(dialog.getTranslation("report.less.more",
                    report.claimedQuantity().stripTrailingZeros().toPlainString()));
            boolean reasonGiven = dialog.hasReason("report.less.reason.missing");
            if (!quantity.isInvalid() && reasonGiven) {
                dialog.decide(() -> decided.accept(typed, dialog.reason.getValue()), words);
            }
        });
        dialog.open();
        quantity.focus();
    }

    private boolean hasReason(String keyWhenMissing) {
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage(getTranslation(keyWhenMissing));
        return !reason.isInvalid();
    }

    private void decide(Runnable decision, Function<Refusal, String> words) {
        try {
            decision.run();
            close();
        } catch (Refusal refused) {
            reason.setInvalid(true);
            reason.setErrorMessage(words.apply(refused));
        }
    }
}
