package city.renewal.resident.http;

import city.renewal.plan.TaskDates;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.TimelineEntry;
import city.renewal.resident.http.NoticePage.Bar;
import city.renewal.resident.http.NoticePage.Chart;
import city.renewal.resident.http.NoticePage.Month;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places the timeline's bars. Names stand to their left, in large type above them; they are cut where there is no room,
 * and whole in the list below.
 */
final class NoticeChart {

    /** Lines that are drawn; what a plan has beyond them is in the list. */
    private static final int MOST = 40;
    /** In large type, where of more than these only those that are not finished are drawn. */
    private static final int MOST_LARGE = 20;

    private static final int WIDTH = 656;
    /** A bar and the line of its promise below it. */
    private static final int BAR = 27;
    /** Room beside the bars for half a milestone. */
    private static final int SIDE = 10;
    private static final int WIDE_FROM = 0x2E80;

    private final List<TimelineEntry> entries;
    private final ResidentWords words;
    private final LocalDate today;
    private final boolean large;
    private final int size;
    private final int head;
    private final int left;
    private final LocalDate first;
    private final long days;

    /** @param entries not empty */
    NoticeChart(List<TimelineEntry> entries, ResidentWords words, LocalDate today, boolean large) {
        this.entries = drawn(entries, large);
        this.words = words;
        this.today = today;
        this.large = large;
        // A phone shows the picture at half of its size.
        size = large ? 42 : 24;
        head = size + 10;
        left = large ? SIDE : 256;
        first = ends().min(Comparator.naturalOrder()).orElse(today);
        days = ChronoUnit.DAYS.between(first, ends().max(Comparator.naturalOrder()).orElse(today)) + 1;
    }

    private static List<TimelineEntry> drawn(List<TimelineEntry> entries, boolean large) {
        List<TimelineEntry> open = entries.stream().filter(entry -> !entry.finished()).toList();
        return !large || entries.size() <= MOST_LARGE || open.isEmpty()
                ? entries.subList(0, Math.min(MOST, entries.size()))
                : open.subList(0, Math.min(MOST_LARGE, open.size()));
    }

    Chart draw() {
        int line = large ? size + BAR + 22 : size + 16;
        List<Bar> bars = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            bars.add(bar(entry, head + line * bars.size()));
        }
        int now = x(today);
        return new Chart(WIDTH, head + line * bars.size(), size, head,
                words.text("notice-page.chart", entries.size(), words.date(first), words.date(first.plusDays(days - 1))),
                now >= left && now <= WIDTH ? now : null, months(), bars);
    }

    private Bar bar(TimelineEntry entry, int top) {
        int y = top + (large ? size + 8 : 5);
        TaskDates dates = entry.task().dates();
        int x = x(dates.startOn());
        int width = Math.max(2, x(dates.finishOn().plusDays(1)) - x);
        LocalDate start = dates.promisedStartOn();
        LocalDate finish = dates.promisedFinishOn();
        boolean promised = start != null && finish != null;
        return new Bar(top + size - 3, cut(words.words(entry.task().publicNames())), entry.group(), x, y, width,
                (int) Math.round(width * Math.min(1, entry.share())),
                promised ? x(start) : 0, promised ? Math.max(2, x(finish.plusDays(1)) - x(start)) : 0,
                entry.task().input().milestone());
    }

    /** Months that begin within the chart, fewer where they would run into each other. */
    private List<Month> months() {
        List<LocalDate> begins = Stream.iterate(first.withDayOfMonth(1).plusMonths(1),
                begin -> begin.isBefore(first.plusDays(days)) && x(begin) < WIDTH - size, begin -> begin.plusMonths(1)).toList();
        int step = begins.size() / (large ? 5 : 8) + 1;
        DateTimeFormatter name = DateTimeFormatter.ofPattern(words.text("notice-page.month"), words.language());
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < begins.size(); i += step) {
            months.add(new Month(x(begins.get(i)), name.format(begins.get(i))));
        }
        return months;
    }

    private Stream<LocalDate> ends() {
        return entries.stream().map(entry -> entry.task().dates()).flatMap(dates -> Stream.of(
                dates.startOn(), dates.finishOn(),
                or(dates.promisedStartOn(), dates.startOn()), or(dates.promisedFinishOn(), dates.finishOn())));
    }

    private static LocalDate or(@Nullable LocalDate day, LocalDate other) {
        return day == null ? other : day;
    }

    private int x(LocalDate day) {
        return left + (int) Math.round((WIDTH - left - SIDE) * (double) ChronoUnit.DAYS.between(first, day) / days);
    }

    private String cut(String name) {
        double room = (double) (large ? WIDTH : left) / size - 1;
        int at = 0;
        while (at < name.length()) {
            int character = name.codePointAt(at);
            room -= character < WIDE_FROM ? 0.56 : 1;
            if (room < 0) {
                return name.substring(0, at).strip() + "…";
            }
            at += Character.charCount(character);
        }
        return name;
    }
}
