package city.renewal.plan.conflict.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.plan.conflict.RoadConflict;
import city.renewal.plan.conflict.RoadConflict.Kind;
import city.renewal.plan.conflict.RoadWork;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Conflicts as cards: what is wrong, both works with the way to their plans, and the order that would be right. */
public final class ConflictCards extends UnorderedList {

    private static final BigDecimal KILOMETRE = BigDecimal.valueOf(1_000);

    private final transient Formats formats;

    public ConflictCards(List<RoadConflict> conflicts, Formats formats) {
        this.formats = formats;
        addClassName("conflict-cards");
        conflicts.forEach(conflict -> add(card(conflict)));
    }

    private ListItem card(RoadConflict conflict) {
        boolean dig = conflict.kind() == Kind.DIG;
        Span badge = new Span(getTranslation("conflict.kind." + conflict.kind().name().toLowerCase(Locale.ROOT)));
        badge.addClassNames("badge", dig ? "badge-late" : "tone-warning");
        Div head = new Div(badge, new Span(site(conflict)));
        head.addClassName("conflict-head");
        Div works = new Div(work(conflict.earlier(), dig ? "conflict.surface" : "conflict.closed"),
                work(conflict.later(), dig ? "conflict.dig" : "conflict.closed"));
        works.addClassName("conflict-works");
        Paragraph advice = new Paragraph(advice(conflict));
        advice.addClassName("conflict-advice");
        ListItem item = new ListItem(head, works, advice);
        item.addClassName("card");
        return item;
    }

    private String site(RoadConflict conflict) {
        RoadWork harmed = conflict.earlier();
        String where = harmed.road() == null ? name(harmed.projectNames()) : formats.name(harmed.road());
        BigDecimal from = harmed.fromMetre();
        BigDecimal to = harmed.toMetre();
        BigDecimal otherFrom = conflict.later().fromMetre();
        BigDecimal otherTo = conflict.later().toMetre();
        if (conflict.kind() == Kind.CLOSURE || from == null || to == null || otherFrom == null || otherTo == null) {
            return where;
        }
        return where + " " + chainage(from.max(otherFrom)) + "–" + chainage(to.min(otherTo));
    }

    /** @return such as {@code K1+200} */
    private static String chainage(BigDecimal metres) {
        BigDecimal[] parts = metres.divideAndRemainder(KILOMETRE);
        return String.format(Locale.ROOT, "K%d+%03d", parts[0].intValue(), parts[1].intValue());
    }

    private Div work(RoadWork work, String key) {
        Anchor plan = new Anchor("/desk/plan/" + work.projectCode(), work.projectCode() + " " + name(work.projectNames()));
        Span name = new Span(name(work.taskNames()));
        name.addClassName("conflict-task");
        Span dates = new Span(formats.date(work.startOn()) + "–" + formats.date(work.finishOn()));
        dates.addClassName("secondary");
        Span label = new Span(getTranslation(key));
        label.addClassName("label");
        return new Div(label, name, dates, plan);
    }

    private String name(Words names) {
        return names.in(formats.locale());
    }

    private String advice(RoadConflict conflict) {
        RoadWork later = conflict.later();
        RoadWork earlier = conflict.earlier();
        if (conflict.kind() == Kind.CLOSURE) {
            return getTranslation("conflict.advice.closure", name(later.taskNames()), formats.date(earlier.finishOn()));
        }
        String until = formats.date(Objects.requireNonNull(conflict.protectedUntil()));
        if (earlier.finished()) {
            return getTranslation("conflict.advice.done", name(earlier.taskNames()), formats.date(earlier.finishOn()), until);
        }
        return later.begun()
                ? getTranslation("conflict.advice.wait", name(later.taskNames()), name(earlier.taskNames()),
                        formats.date(later.finishOn()), until)
                : getTranslation("conflict.advice.dig-first", name(later.taskNames()), name(earlier.taskNames()),
                        formats.date(earlier.startOn()), until);
    }
}
