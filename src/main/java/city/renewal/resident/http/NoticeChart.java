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

/** Places the timeline's bars; names stand to their left, cut where there is no room, and whole in the list below. */
final class NoticeChart {

    /** Lines that are drawn; what a plan has beyond them is in the list. */
    static final int MOST = 40;

    private static final int WIDTH = 656;
    private static final int HEAD = 34;
    /** Room to the right for half a milestone. */
    private static final int RIGHT = 10;
    private static final int MOST_MONTHS = 8;
    private static final int WIDE_FROM = 0x2E80;

    private final List<TimelineEntry> entries;
    private final ResidentWords words;
    private final LocalDate today;
    private final int size;
    private final int left;
    private final LocalDate first;
    private final long days;

    /** @param entries not empty */
    NoticeChart(List<TimelineEntry> entries, ResidentWords words, LocalDate today, boolean large) {
        this.entries = entries.subList(0, Math.min(MOST, entries.size()));
        this.words = words;
        this.today = today;
        size = large ? 30 : 24;
        left = large ? 310 : 256;
        first = ends().min(Comparator.naturalOrder()).orElse(today);
        days = ChronoUnit.DAYS.between(first, ends().max(Comparator.naturalOrder()).orElse(today)) + 1;
    }

    Chart draw() {
        int line = size + 16;
        List<Bar> bars = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            bars.add(bar(entry, HEAD + line * bars.size()));
        }
        int now = x(today);
        return new Chart(WIDTH, HEAD + line * bars.size(), size,
                words.text("notice-page.chart", entries.size(), words.date(first), words.date(first.plusDays(days - 1))),
                now >= left && now <= WIDTH ? now : null, months(), bars);
    }

    private Bar bar(TimelineEntry entry, int y) {
        TaskDates dates = entry.task().dates();
        int x = x(dates.startOn());
        int width = Math.max(2, x(dates.finishOn().plusDays(1)) - x);
        LocalDate start = dates.promisedStartOn();
        LocalDate finish = dates.promisedFinishOn();
        boolean promised = start != null && finish != null;
        return new Bar(y, cut(words.words(entry.task().publicNames())), entry.group(), x, width,
                (int) Math.round(width * Math.min(1, entry.share())),
                promised ? x(start) : 0, promised ? Math.max(2, x(finish.plusDays(1)) - x(start)) : 0,
                entry.task().input().milestone());
    }

    /** Months that begin within the chart, fewer where they would run into each other. */
    private List<Month> months() {
        List<LocalDate> begins = Stream.iterate(first.withDayOfMonth(1).plusMonths(1),
                begin -> begin.isBefore(first.plusDays(days)), begin -> begin.plusMonths(1)).toList();
        int step = begins.size() / MOST_MONTHS + 1;
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
        return left + (int) Math.round((WIDTH - left - RIGHT) * (double) ChronoUnit.DAYS.between(first, day) / days);
    }

    private String cut(String name) {
        double room = (double) left / size - 1;
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
