package city.renewal.site.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every report behind a task's percent, newest day first: quantity, what it came to, who wrote and who decided it.
 */
@CssImport("./styles/site.css")
public final class ReportHistory extends OrderedList {

    /**
     * @param reports newest day first
     * @param opening what was done before reports began
     * @param below   what is shown below some of the reports, by their ids
     * @param correct is handed a confirmed report that the reader wants to correct; null for readers who may not
     */
    public ReportHistory(List<SiteReport> reports, BigDecimal opening, Words unit, Formats formats, ZoneId zone,
                         Map<Long, ? extends Component> below, @Nullable Consumer<SiteReport> correct) {
        addClassName("report-history");
        List<ListItem> lines = new ArrayList<>();
        BigDecimal total = opening;
        for (SiteReport report : reports.reversed()) {
            if (report.state() == ReportState.CONFIRMED) {
                total = total.add(report.quantity());
            }
            ListItem line = line(report, total, unit, formats, zone);
            if (below.containsKey(report.id())) {
                line.add(below.get(report.id()));
            }
            if (correct != null && report.state() == ReportState.CONFIRMED) {
                Button button = new Button(getTranslation("report.correct"), click -> correct.accept(report));
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                line.add(button);
            }
            lines.add(line);
        }
        lines.reversed().forEach(this::add);
        if (reports.isEmpty()) {
            ListItem none = new ListItem(getTranslation("report.history.none"));
            none.addClassName("empty");
            add(none);
        }
    }

    private ListItem line(SiteReport report, BigDecimal total, Words unit, Formats formats, ZoneId zone) {
        Span quantity = new Span("+" + formats.quantity(report.quantity(), unit));
        quantity.addClassName(report.state() == ReportState.CORRECTED ? "corrected" : "quantity");
        Span state = new Span(getTranslation("report.state." + report.state().name().toLowerCase(Locale.ROOT)));
        state.addClassNames("state", "state-" + report.state().name().toLowerCase(Locale.ROOT));
        Span day = new Span(formats.date(report.reportOn()));
        Span people = secondary(report.decidedAt() == null || report.deciderName() == null
                ? getTranslation("report.history.by", formats.name(report.authorName()))
                : getTranslation("report.history.decided", formats.name(report.authorName()),
                        formats.name(report.deciderName()),
                        formats.moment(report.decidedAt(), zone)));
        ListItem line = new ListItem(day, quantity, state);
        if (report.state() == ReportState.CONFIRMED) {
            line.add(secondary(getTranslation("report.history.total", formats.quantity(total, unit))));
        }
        if (report.reduced()) {
            line.add(secondary(getTranslation("report.reduced", formats.quantity(report.claimedQuantity(), unit))));
        }
        if (report.correctsOn() != null && report.correctsQuantity() != null) {
            line.add(secondary(getTranslation("report.corrects", formats.date(report.correctsOn()),
                    formats.quantity(report.correctsQuantity(), unit))));
        }
        line.add(people);
        for (String said : new String[] {report.remark(), report.overReason(), report.decision()}) {
            if (said != null) {
                Span words = new Span(formats.name(said));
                words.addClassName("said");
                line.add(words);
            }
        }
        return line;
    }

    private static Span secondary(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
