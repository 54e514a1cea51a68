package city.renewal.site.paper;

import city.renewal.plan.LookAhead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import city.renewal.site.DaySheet;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 周报: how the project stands, what was done in the days, what stood in the way, what the next two weeks bring. */
final class WeeklyReport {

    private static final int WEEKS_AHEAD = 2;

    private final Project project;
    private final PlanSnapshot plan;
    private final List<SiteReport> reports;
    private final List<DaySheet> sheets;
    private final List<Paper.Picture> photos;
    private final Period period;
    private final PaperWords words;

    /**
     * @param reports of the period's days
     * @param photos  of these reports
     */
    WeeklyReport(Project project, PlanSnapshot plan, List<SiteReport> reports, List<DaySheet> sheets,
                 List<Paper.Picture> photos, Period period, PaperWords words) {
        this.project = project;
        this.plan = plan;
        this.reports = reports;
        this.sheets = sheets;
        this.photos = photos;
        this.period = period;
        this.words = words;
    }

    Paper paper() {
        List<Paper.Section> sections = new ArrayList<>(List.of(done(), days()));
        LookAhead ahead = LookAhead.of(plan, period.last().plusDays(1), WEEKS_AHEAD);
        ahead.weeks().forEach(week -> sections.add(coming(week)));
        if (!photos.isEmpty()) {
            sections.add(new Paper.Section(words.text("paper.weekly.photos"), List.of(), List.of(), List.of(), photos));
        }
        return new Paper(words.title(PaperKind.WEEKLY, project), standing(), sections,
                List.of(words.text("paper.sign.recorder"), words.text("paper.sign.manager"),
                        words.text("paper.sign.supervisor")));
    }

    private List<String> standing() {
        List<String> facts = words.facts(project, period);
        facts.add(words.text("plan.done", words.formats().percent(plan.doneShare())));
        LocalDate finish = plan.head().finishOn();
        LocalDate promised = plan.promise() == null ? null : plan.promise().finishOn();
        if (finish != null && promised != null) {
            long late = ChronoUnit.DAYS.between(promised, finish);
            facts.add(words.text("paper.weekly.finish", words.day(promised), words.day(finish)) + " "
                    + (late == 0 ? words.text("paper.weekly.on-time")
                            : words.text(late > 0 ? "paper.weekly.late" : "paper.weekly.early", Math.abs(late))));
        }
        if (plan.delayReason() != null) {
            facts.add(words.text("paper.weekly.reason", plan.delayReason().words()));
        }
        return facts;
    }

    private Paper.Section done() {
        Map<Long, List<SiteReport>> byTask = reports.stream().collect(Collectors.groupingBy(SiteReport::taskId));
        List<List<Object>> rows = new ArrayList<>();
        for (Task task : plan.tasks()) {
            List<SiteReport> own = byTask.get(task.id());
            if (own != null) {
                Integer late = task.dates().daysLate();
                rows.add(List.of(words.task(task), sum(own, ReportState.CONFIRMED), sum(own, ReportState.SUBMITTED),
                        task.progress().done(), task.input().plannedQuantity(), words.unit(task.input().unit()),
                        words.percent(task.progress().done(), task), late == null ? "" : BigDecimal.valueOf(late)));
            }
        }
        return Paper.Section.of(words.text("paper.weekly.done"), List.of(
                words.column("paper.column.task", 22), words.numbers("paper.column.confirmed", 9),
                words.numbers("paper.column.waiting", 9), words.numbers("paper.column.until", 9),
                words.numbers("paper.column.planned", 9), words.column("paper.column.unit", 6),
                words.numbers("paper.column.percent", 8), words.numbers("paper.column.late", 8)), rows);
    }

    private static BigDecimal sum(List<SiteReport> reports, ReportState state) {
        return reports.stream().filter(report -> report.state() == state).map(SiteReport::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Paper.Section days() {
        Map<LocalDate, List<SiteReport>> byDay = new TreeMap<>(reports.stream()
                .collect(Collectors.groupingBy(SiteReport::reportOn)));
        sheets.forEach(sheet -> byDay.putIfAbsent(sheet.sheetOn(), List.of()));
        List<List<Object>> rows = new ArrayList<>();
        byDay.forEach((day, own) -> rows.add(List.of(day, words.dayOfWeek(day), String.join("  ",
                ConstructionDiary.notes(own, sheets.stream().filter(sheet -> sheet.sheetOn().equals(day)).toList(),
                        words)))));
        return Paper.Section.of(words.text("paper.weekly.days"), List.of(words.column("paper.column.day", 10),
                words.column("paper.column.weekday", 8), words.column("paper.column.said", 60)), rows);
    }

    private Paper.Section coming(LookAhead.Week week) {
        List<List<Object>> rows = new ArrayList<>();
        for (LookAhead.Item item : week.items()) {
            String crew = item.task().input().crew();
            rows.add(List.of(words.task(item.task()), item.first(), item.last(), item.due(),
                    words.unit(item.task().input().unit()), words.person(crew)));
        }
        return Paper.Section.of(words.text("paper.weekly.coming", words.day(week.first()), words.day(week.last())),
                List.of(words.column("paper.column.task", 26), words.column("paper.column.from", 10),
                        words.column("paper.column.to", 10), words.numbers("paper.column.due", 10),
                        words.column("paper.column.unit", 6), words.column("paper.column.crew", 14)), rows);
    }
}
