package city.renewal.resident.ui;

import city.renewal.resident.Evidence;
import city.renewal.resident.EvidencePage;
import city.renewal.site.photo.PublicPhoto;
import city.renewal.site.photo.ui.PhotoStrip;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** Confirmed reports: what was done, what it came to, when, and which organisation confirmed it. */
final class EvidenceList extends OrderedList {

    EvidenceList(EvidencePage evidence, Reader reader) {
        this(evidence, Map.of(), reader);
    }

    /** @param photos of the reports, by report */
    EvidenceList(EvidencePage evidence, Map<Long, List<PublicPhoto>> photos, Reader reader) {
        addClassName("evidence");
        evidence.reports().forEach(report -> {
            ListItem line = line(report, reader);
            if (photos.containsKey(report.reportId())) {
                line.add(PhotoStrip.forEverybody(photos.get(report.reportId())));
            }
            add(line);
        });
    }

    private static ListItem line(Evidence report, Reader reader) {
        Span task = new Span(reader.words(report.task()));
        task.addClassName("evidence-task");
        Span quantity = new Span("+" + reader.quantity(report.quantity(), report.unit()));
        quantity.addClassName("evidence-quantity");
        Div what = new Div(task, quantity, new Span(reader.text("resident.evidence.sum", reader.sum(report))));
        Div when = new Div(reader.text("resident.evidence.confirmed",
                reader.formats().date(report.reportOn()),
                report.supervisor() == null ? "" : reader.formats().name(report.supervisor())).strip());
        when.addClassName("secondary");
        ListItem line = new ListItem(what, when);
        if (report.corrects() != null) {
            Div corrects = new Div(reader.text("resident.evidence.corrects",
                    reader.formats().date(report.corrects().reportOn()),
                    reader.quantity(report.corrects().quantity(), report.unit())));
            corrects.addClassName("evidence-corrects");
            line.add(corrects);
        }
        return line;
    }
}
