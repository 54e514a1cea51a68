package city.renewal.matter.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.matter.MatterAct;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterRules;
import city.renewal.matter.MatterState;
import city.renewal.matter.MediationKind;
import com.vaadin.flow.component.html.Span;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Says matters in the reader's language.
 *
 * @param zone in which times are said
 */
public record MatterWords(MatterRules rules, Formats formats, ZoneId zone) {

    public String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    public String kind(String id) {
        return rules.kind(id).name().in(formats.locale());
    }

    public String act(MatterAct act) {
        return text("matter.act." + end(act));
    }

    public String state(MatterState state) {
        return text("matter.state." + end(state));
    }

    public String mediation(MediationKind kind) {
        return text("mediation.kind." + end(kind));
    }

    private static String end(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Span badge(MatterState state) {
        Span badge = new Span(state(state));
        badge.addClassNames("badge", switch (state) {
            case RECEIVED, IN_WORK -> "tone-warning";
            case REOPENED -> "tone-late";
            case ANSWERED -> "tone-good";
            case CLOSED -> "tone-quiet";
        });
        return badge;
    }

    /** @return by when something has to be done, marked when that is over */
    public Span due(MatterLine line, OffsetDateTime now) {
        Span due = new Span();
        if (line.dueAt() != null) {
            boolean late = line.overdue(now);
            due.setText(text(late ? "matter.due.over" : "matter.due.by", formats.moment(line.dueAt(), zone)));
            if (late) {
                due.addClassNames("badge", "badge-late");
            }
        }
        return due;
    }

    public String place(MatterLine line) {
        Words place = line.place();
        return line.project().in(formats.locale())
                + (place == null ? "" : " · " + place.in(formats.locale()))
                + (line.stairwell() == null ? "" : " · " + text("matter.stairwell", line.stairwell()));
    }

    public String moment(OffsetDateTime at) {
        return formats.moment(at, zone);
    }
}
