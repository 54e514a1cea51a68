package city.renewal.plan.template;

import city.renewal.plan.PlanDraft;
import city.renewal.plan.TaskInput;
import city.renewal.schedule.ConstraintType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a breakdown into a plan that can be stored: nothing done yet, as soon as its links allow. */
public final class BreakdownDraft {

    private BreakdownDraft() {
    }

    /** @param calendars have every calendar that the template names */
    public static PlanDraft of(Breakdown breakdown, SiteCalendars calendars, LocalDate start) {
        Map<String, Integer> keys = calendarKeys(breakdown);
        return new PlanDraft(start, null, true, null,
                keys.entrySet().stream()
                        .map(entry -> new PlanDraft.CalendarDraft(entry.getValue(), calendars.name(entry.getKey()),
                                calendars.get(entry.getKey())))
                        .toList(),
                breakdown.lines().stream().map(line -> task(line, breakdown.template(), keys)).toList(),
                breakdown.links(), List.of(), List.of());
    }

    /** The calendars that the plan uses, the site's first. */
    private static Map<String, Integer> calendarKeys(Breakdown breakdown) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        keys.put(SiteCalendars.SITE, 0);
        breakdown.lines().forEach(line -> keys.putIfAbsent(line.calendar(), keys.size()));
        return keys;
    }

    private static PlanDraft.TaskDraft task(PlanLine line, PlanTemplate template, Map<String, Integer> calendarKeys) {
        TaskInput input = new TaskInput(null, line.key(), line.code(), line.name().zh(), line.publicName(),
                line.name().en(), line.itemClass(), line.milestone(), line.minutes(),
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, line.quantity(), line.unit(), line.weight(),
                line.notes(),
                line.item() == null ? null : line.item().workType(), crew(line, template));
        return new PlanDraft.TaskDraft(line.key(), line.parentKey(),
                line.calendar().equals(SiteCalendars.SITE) ? null : calendarKeys.get(line.calendar()),
                line.zone() == null ? null : line.zone().placeCode(),
                input, BigDecimal.ZERO, null, null, null, null);
    }

    private static @Nullable String crew(PlanLine line, PlanTemplate template) {
        WorkItem item = line.item();
        if (item == null || line.summary() || line.milestone()) {
            return null;
        }
        if (item.effort().team() != null) {
            return item.effort().team();
        }
        String named = Layout.filled(template.crew(), item.name().zh(), "");
        return named.substring(0, Math.min(named.length(), TaskInput.LONGEST_CREW));
    }
}
