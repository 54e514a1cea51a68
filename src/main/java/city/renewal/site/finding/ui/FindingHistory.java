package city.renewal.site.finding.ui;

import city.renewal.base.Formats;
import city.renewal.site.finding.FindingAct;
import city.renewal.site.finding.FindingStep;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoMatch;
import city.renewal.site.photo.ui.PhotoStrip;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every step of a finding in order: who, when, what was said, who puts it right by when, photos. What was wrong at first
 * stands above it on the page.
 */
public final class FindingHistory extends OrderedList {

    private final transient FindingWords words;
    private final transient Formats formats;
    private final ZoneId zone;

    /**
     * @param photos  by step
     * @param matches by photo
     */
    public FindingHistory(List<FindingStep> steps, Map<Long, List<Photo>> photos, Map<Long, List<PhotoMatch>> matches,
                          FindingWords words, Formats formats, ZoneId zone) {
        this.words = words;
        this.formats = formats;
        this.zone = zone;
        addClassNames("report-history", "finding-history");
        FindingStep before = null;
        for (FindingStep step : steps) {
            ListItem line = line(step, before);
            if (photos.containsKey(step.id())) {
                line.add(PhotoStrip.forStaff(photos.get(step.id()), matches, formats, zone));
            }
            add(line);
            before = step;
        }
    }

    private ListItem line(FindingStep step, @Nullable FindingStep before) {
        Span act = new Span(getTranslation("finding.act." + step.act().name().toLowerCase(Locale.ROOT)));
        act.addClassName("finding-act");
        ListItem line = new ListItem(act,
                secondary(formats.name(step.actor()) + " · " + formats.moment(step.takenAt(), zone)));
        if (step.remark() != null && step.act() != FindingAct.RAISE) {
            Span said = new Span(formats.name(step.remark()));
            said.addClassName("said");
            line.add(said);
        }
        LocalDate dueBefore = before == null ? null : before.dueOn();
        String party = step.organisation();
        if (party != null && (before == null || !Objects.equals(party, before.organisation()))) {
            line.add(secondary(words.party(step.partyRole(), party)));
        }
        if (!step.dueOn().equals(dueBefore)) {
            line.add(secondary(getTranslation("finding.due.is", formats.date(step.dueOn()))));
        }
        return line;
    }

    private static Span secondary(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
