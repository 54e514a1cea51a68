package city.renewal.site.paper;

import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import city.renewal.site.SiteReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 工程计量表: what the supervisor confirmed in a period, what before it, and what by its end. A quantity belongs to the day
 * on which it was confirmed, and one that a correction replaced is taken back on the day of the correction; so the
 * statement of a period that is over never changes (GB 50500-2024: what is measured and signed is not measured again).
 */
final class QuantityStatement {

    private final Project project;
    private final PlanSnapshot plan;
    private final Period period;
    private final PaperWords words;
    private final Map<Long, BigDecimal> before = new HashMap<>();
    private final Map<Long, BigDecimal> within = new HashMap<>();
    private final Map<Long, SiteReport> named = new HashMap<>();
    private final List<List<Object>> entries = new ArrayList<>();

    /** @param confirmed before the end of the period, oldest decision first */
    QuantityStatement(Project project, PlanSnapshot plan, List<SiteReport> confirmed, Period period, PaperWords words) {
        this.project = project;
        this.plan = plan;
        this.period = period;
        this.words = words;
        plan.tasks().forEach(task -> before.put(task.id(), task.progress().openingQuantity()));
        for (SiteReport report : confirmed) {
            named.putIfAbsent(report.taskId(), report);
            if (report.correctsId() != null && report.correctsQuantity() != null) {
                enter(report, report.correctsQuantity().negate(),
                        words.text("paper.taken-back", words.day(report.correctsOn())));
            }
            enter(report, report.quantity(), report.decision() == null ? "" : report.decision());
        }
    }

    private void enter(SiteReport report, BigDecimal quantity, String remark) {
        if (period.isAfter(report.decidedAt(), words.zone())) {
            before.merge(report.taskId(), quantity, BigDecimal::add);
            return;
        }
        within.merge(report.taskId(), quantity, BigDecimal::add);
        LocalDate decided = Period.day(report.decidedAt(), words.zone());
        entries.add(List.of(report.reportOn(), words.task(report), quantity, words.unit(report.unit()),
                words.person(report.authorName()), words.person(report.deciderName()), decided, remark));
    }

    Paper paper() {
        List<String> facts = words.facts(project, period);
        facts.add(words.text("paper.quantities.rule"));
        return new Paper(words.title(PaperKind.QUANTITIES, project), facts, List.of(sums(), behind()),
                List.of(words.text("paper.sign.contractor"), words.text("paper.sign.supervisor"),
                        words.text("paper.sign.owner")));
    }

    private Paper.Section sums() {
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        List<List<Object>> rows = new ArrayList<>();
        Set<Long> left = new LinkedHashSet<>(within.keySet());
        for (Task task : plan.tasks()) {
            left.remove(task.id());
            BigDecimal earlier = before.getOrDefault(task.id(), BigDecimal.ZERO);
            BigDecimal now = within.getOrDefault(task.id(), BigDecimal.ZERO);
            BigDecimal all = earlier.add(now);
            if (all.signum() != 0 || now.signum() != 0) {
                rows.add(List.of(numbers.get(task.id()), words.task(task), words.unit(task.input().unit()),
                        task.input().plannedQuantity(), earlier, now, all, words.percent(all, task)));
            }
        }
        left.forEach(taskId -> rows.add(removed(taskId)));
        return Paper.Section.of(words.text("paper.quantities.sums"), List.of(
                words.column("paper.column.number", 5), words.column("paper.column.task", 22),
                words.column("paper.column.unit", 5), words.numbers("paper.column.planned", 9),
                words.numbers("paper.column.before", 9), words.numbers("paper.column.within", 9),
                words.numbers("paper.column.until", 9), words.numbers("paper.column.percent", 7)), rows);
    }

    /** Work that was done before its task left the plan. */
    private List<Object> removed(long taskId) {
        SiteReport report = named.get(taskId);
        BigDecimal earlier = before.getOrDefault(taskId, BigDecimal.ZERO);
        BigDecimal now = within.get(taskId);
        return List.of("", words.text("paper.task.removed", words.task(report)), words.unit(report.unit()), "", earlier,
                now, earlier.add(now), "");
    }

    private Paper.Section behind() {
        return Paper.Section.of(words.text("paper.quantities.behind"), List.of(
                words.column("paper.column.worked-on", 9), words.column("paper.column.task", 20),
                words.numbers("paper.column.quantity", 8), words.column("paper.column.unit", 5),
                words.column("paper.column.reported-by", 9), words.column("paper.column.confirmed-by", 9),
                words.column("paper.column.confirmed-on", 9), words.column("paper.column.remark", 14)), entries);
    }
}
