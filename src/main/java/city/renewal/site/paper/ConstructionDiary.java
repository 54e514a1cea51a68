package city.renewal.site.paper;

import city.renewal.project.Project;
import city.renewal.site.Blocker;
import city.renewal.site.DaySheet;
import city.renewal.site.SiteReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 施工日志: weather, people, work, what stood in the way and what was remarked, day by day, as it was written then. */
final class ConstructionDiary {

    private final Project project;
    private final Map<LocalDate, List<SiteReport>> reports;
    private final Map<LocalDate, List<DaySheet>> sheets;
    private final Period period;
    private final PaperWords words;

    ConstructionDiary(Project project, List<SiteReport> reports, List<DaySheet> sheets, Period period,
                      PaperWords words) {
        this.project = project;
        this.reports = reports.stream()
                .collect(Collectors.groupingBy(SiteReport::reportOn, TreeMap::new, Collectors.toList()));
        this.sheets = sheets.stream()
                .collect(Collectors.groupingBy(DaySheet::sheetOn, TreeMap::new, Collectors.toList()));
        this.period = period;
        this.words = words;
    }

    Paper paper() {
        TreeSet<LocalDate> days = new TreeSet<>(reports.keySet());
        days.addAll(sheets.keySet());
        List<String> facts = words.facts(project, period);
        facts.add(words.text("paper.diary.days", days.size()));
        return new Paper(words.title(PaperKind.DIARY, project), facts, days.stream().map(this::day).toList(),
                List.of(words.text("paper.sign.recorder"), words.text("paper.sign.manager")));
    }

    private Paper.Section day(LocalDate day) {
        List<SiteReport> done = reports.getOrDefault(day, List.of());
        return new Paper.Section(words.day(day) + " " + words.dayOfWeek(day),
                notes(done, sheets.getOrDefault(day, List.of()), words), List.of(
                        words.column("paper.column.task", 26), words.numbers("paper.column.quantity", 9),
                        words.column("paper.column.unit", 6), words.column("paper.column.state", 9),
                        words.column("paper.column.reported-by", 11), words.column("paper.column.remark", 24)),
                done.stream().map(this::row).toList(), List.of());
    }

    private List<Object> row(SiteReport report) {
        return List.of(words.task(report), report.quantity(), words.unit(report.unit()), words.state(report),
                words.person(report.authorName()), report.remark() == null ? "" : report.remark());
    }

    /** @return what sheets and reports of one day say besides quantities, a line each */
    static List<String> notes(List<SiteReport> done, List<DaySheet> sheets, PaperWords words) {
        List<String> notes = new ArrayList<>();
        String weather = Stream.concat(sheets.stream().map(DaySheet::weather), done.stream().map(SiteReport::weather))
                .filter(Objects::nonNull).distinct().map(words::weather).collect(Collectors.joining(" / "));
        if (!weather.isEmpty()) {
            notes.add(words.text("paper.weather", weather));
        }
        int workers = sheets.stream().map(DaySheet::workers).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
        if (workers == 0) {
            workers = done.stream().map(SiteReport::workers).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
        }
        if (workers > 0) {
            notes.add(words.text("paper.workers", workers));
        }
        String crews = sheets.stream().flatMap(sheet -> sheet.crews().stream()).distinct().map(words::person)
                .collect(Collectors.joining(words.text("paper.separator")));
        if (!crews.isEmpty()) {
            notes.add(words.text("paper.crews", crews));
        }
        String blocked = sheets.stream().flatMap(sheet -> sheet.blocked().stream()).distinct().sorted()
                .map(Blocker::id).map(id -> words.text("blocker." + id))
                .collect(Collectors.joining(words.text("paper.separator")));
        if (!blocked.isEmpty()) {
            notes.add(words.text("paper.blocked", blocked));
        }
        sheets.stream().map(DaySheet::remark).filter(Objects::nonNull).filter(remark -> !remark.isBlank())
                .forEach(remark -> notes.add(words.text("paper.remark", remark)));
        return notes;
    }
}
