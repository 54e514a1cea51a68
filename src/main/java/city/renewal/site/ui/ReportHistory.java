package city.renewal.site.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every report behind a task's percent, newest day first: quantity, what it came to, who wrote and who decided it.
 */
public final class ReportHistory extends OrderedList {

    /**
     * @param reports newest day first
     * @param opening what was done before reports began
     * @param below   what is shown below some of the reports, by their ids
     */
    public ReportHistory(List<SiteReport> reports, BigDecimal opening, Words unit, Formats formats, ZoneId zone,
                         Map<Long, ? extends Component> below) {
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
        quantity.addClassName("quantity");
        Span state = new Span(getTranslation("report.state." + report.state().name().toLowerCase(Locale.ROOT)));
        state.addClassNames("state", "state-" + report.state().name().toLowerCase(Locale.ROOT));
        Span day = new Span(formats.date(report.reportOn()));
        Span people = new Span(report.decidedAt() == null || report.deciderName() == null
                ? getTranslation("report.history.by", formats.name(report.authorName()))
                : getTranslation("report.history.decided", formats.name(report.authorName()),
                        formats.name(report.deciderName()),
                        formats.moment(report.decidedAt(), zone)));
        people.addClassName("secondary");
        ListItem line = new ListItem(day, quantity, state);
        if (report.state() == ReportState.CONFIRMED) {
            Span sum = new Span(getTranslation("report.history.total", formats.quantity(total, unit)));
            sum.addClassName("secondary");
            line.add(sum);
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
}
