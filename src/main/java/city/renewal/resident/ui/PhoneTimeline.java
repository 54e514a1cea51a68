package city.renewal.resident.ui;

import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.plan.Task;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.TimelineEntry;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The timeline from top to bottom, for a narrow screen: each item in words, and a small bar with its promise below. */
final class PhoneTimeline extends Div {

    /** Lines that a phone is given; what an imported plan has beyond them, nobody scrolls to. */
    private static final int MOST = 300;

    private final transient Reader reader;
    private final LocalDate today;
    private final LocalDate first;
    private final double days;

    PhoneTimeline(ResidentPage page, Reader reader) {
        this.reader = reader;
        today = page.today();
        addClassName("phone-timeline");
        List<TimelineEntry> entries = page.plan() == null ? List.of() : TimelineEntry.of(page.plan());
        first = ends(entries).min(Comparator.naturalOrder()).orElse(today);
        LocalDate last = ends(entries).max(Comparator.naturalOrder()).orElse(today);
        days = ChronoUnit.DAYS.between(first, last) + 1d;
        OrderedList list = new OrderedList();
        add(list);
        for (TimelineEntry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
            if (entry.group()) {
                list = new OrderedList();
                add(new H3(reader.task(entry.task())), list);
            } else {
                list.add(item(entry));
            }
        }
        if (entries.size() > MOST) {
            Paragraph more = new Paragraph(reader.text("resident.timeline.more", entries.size() - MOST));
            more.addClassName("secondary");
            add(more);
        }
    }

    private static Stream<LocalDate> ends(List<TimelineEntry> entries) {
        return entries.stream().map(entry -> entry.task().dates()).flatMap(dates -> Stream.of(
                dates.startOn(), dates.finishOn(),
                dates.promisedStartOn() == null ? dates.startOn() : dates.promisedStartOn(),
                dates.promisedFinishOn() == null ? dates.finishOn() : dates.promisedFinishOn()));
    }

    private ListItem item(TimelineEntry entry) {
        Task task = entry.task();
        boolean begun = entry.share() > 0 || task.started();
        Span name = new Span(reader.task(task));
        name.addClassName("item-name");
        ListItem item = new ListItem(name);
        item.addClassName(entry.finished() ? "item-done" : begun ? "item-begun" : "item-ahead");
        Div when = new Div(when(entry, begun));
        when.addClassName("secondary");
        Integer late = task.dates().daysLate();
        if (!entry.finished() && late != null && late > 0) {
            when.add(new StateBadge(Tone.LATE, reader.text("standing.late", late)));
        }
        item.add(when);
        if (!task.input().milestone()) {
            item.add(bar(entry));
        }
        return item;
    }

    private String when(TimelineEntry entry, boolean begun) {
        String finish = reader.date(entry.task().dates().finishOn());
        if (entry.finished()) {
            return reader.text("resident.item.done", finish);
        }
        if (entry.task().input().milestone()) {
            return finish;
        }
        return begun
                ? reader.text("resident.item.begun", reader.formats().percent(entry.share()), finish)
                : reader.text("resident.item.ahead", reader.date(entry.task().dates().startOn()), finish);
    }

    private Svg bar(TimelineEntry entry) {
        LocalDate start = entry.task().dates().startOn();
        LocalDate finish = entry.task().dates().finishOn();
        double width = width(start, finish);
        StringBuilder svg = new StringBuilder("<svg viewBox='0 0 100 9' preserveAspectRatio='none' aria-hidden='true'>")
                .append(rectangle("bar-plan", x(start), width, 0, 5))
                .append(rectangle("bar-done", x(start), width * Math.min(1, entry.share()), 0, 5));
        LocalDate promisedStart = entry.task().dates().promisedStartOn();
        LocalDate promisedFinish = entry.task().dates().promisedFinishOn();
        if (promisedStart != null && promisedFinish != null) {
            svg.append(rectangle("bar-promise", x(promisedStart), width(promisedStart, promisedFinish), 6.5, 2));
        }
        double now = x(today);
        if (now >= 0 && now <= 100) {
            svg.append(rectangle("bar-today", now, 0.6, 0, 9));
        }
        return new Svg(svg.append("</svg>").toString());
    }

    private double x(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) / days * 100;
    }

    private double width(LocalDate start, LocalDate finish) {
        return (ChronoUnit.DAYS.between(start, finish) + 1) / days * 100;
    }

    private static String rectangle(String className, double x, double width, double y, double height) {
        return String.format(Locale.ROOT, "<rect class='%s' x='%.2f' y='%.1f' width='%.2f' height='%.1f'></rect>",
                className, x, y, width, height);
    }
}
