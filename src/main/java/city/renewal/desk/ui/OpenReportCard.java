package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.site.OpenReport;
import city.renewal.site.SiteReport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.StringJoiner;

/** One open report as a supervisor reads it: what is said, how far the task is against its plan, what to look at. */
final class OpenReportCard extends Div {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param photographed whether photos are shown below */
    OpenReportCard(OpenReport open, Words unit, Formats formats, boolean photographed) {
        SiteReport report = open.report();
        addClassName("open-report");
        Span quantity = new Span("+" + formats.quantity(report.quantity(), unit));
        quantity.addClassName("quantity");
        Div first = new Div(new RouterLink(report.task().in(getLocale()), TaskView.class, report.taskId()), quantity);
        first.addClassName("report-line");
        StringJoiner facts = new StringJoiner(" · ");
        if (open.place() != null) {
            facts.add(open.place().in(getLocale()));
        }
        facts.add(formats.name(report.authorName()));
        if (open.sheetCrew() != null && !open.sheetCrew().isEmpty()) {
            open.sheetCrew().lines().map(formats::name).forEach(facts::add);
        }
        Integer workers = report.workers() == null ? open.sheetWorkers() : report.workers();
        if (workers != null) {
            facts.add(getTranslation("confirmation.workers", workers));
        }
        if (report.weather() != null) {
            facts.add(getTranslation("weather." + report.weather()));
        }
        add(first, secondary(facts.toString()), soFar(open, unit, formats));
        if (report.correctsId() != null && report.correctsOn() != null && report.correctsQuantity() != null) {
            add(secondary(getTranslation("report.corrects", formats.date(report.correctsOn()),
                    formats.quantity(report.correctsQuantity(), unit))));
        }
        for (String said : new String[] {report.remark(), report.overReason()}) {
            if (said != null) {
                Span words = new Span(formats.name(said));
                words.addClassName("said");
                add(words);
            }
        }
        open.warnings(photographed).forEach(warning -> {
            Span line = new Span("⚠ " + getTranslation("confirmation.warning."
                    + warning.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            line.addClassName("report-warning");
            add(line);
        });
    }

    private Span secondary(String text) {
        Span line = new Span(text);
        line.addClassName("secondary");
        return line;
    }

    /** The bar has what counts already, and then what this report would add. */
    private Div soFar(OpenReport open, Words unit, Formats formats) {
        Div done = new Div();
        done.addClassName("so-far-done");
        done.getStyle().set("width", share(open.doneQuantity(), open));
        Div added = new Div();
        added.addClassName("so-far-added");
        added.getStyle().set("width", share(open.doneAfter().subtract(open.doneQuantity()).max(BigDecimal.ZERO), open));
        Div bar = new Div(done, added);
        bar.addClassName("so-far-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        double after = open.doneAfter().doubleValue() / open.plannedQuantity().doubleValue();
        Div soFar = new Div(bar, new Span(getTranslation("confirmation.so-far", formats.number(open.doneQuantity()),
                formats.number(open.doneAfter()), formats.quantity(open.plannedQuantity(), unit),
                formats.percent(after))));
        soFar.addClassName("so-far");
        return soFar;
    }

    private static String share(BigDecimal quantity, OpenReport open) {
        return quantity.multiply(HUNDRED).divide(open.plannedQuantity().max(open.doneAfter()), 1, RoundingMode.HALF_UP)
                .min(HUNDRED).toPlainString() + "%";
    }
}
