package city.renewal.programme;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.PromiseCount;
import city.renewal.plan.Standing;
import city.renewal.programme.ProgrammeDao.CalendarDay;
import city.renewal.programme.ProgrammeDao.Head;
import city.renewal.programme.ProgrammeDao.LastReport;
import city.renewal.programme.ProgrammeDao.Work;
import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where each project stands, kept for as long as its plan's revision and the day are the same, so that an open page
 * costs nothing but the heads. Safe for use by many threads.
 */
final class MeasuredProgress {

    /** @param confirmedAt when the newest report was confirmed, or null */
    record Measured(Standing standing, @Nullable OffsetDateTime confirmedAt) {
    }

    private record Kept(long revision, LocalDate day, Measured measured) {
    }

    private final ProgrammeDao dao;
    private final Plans plans;
    private final int silentDays;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    MeasuredProgress(ProgrammeDao dao, Plans plans, int silentDays) {
        this.dao = dao;
        this.plans = plans;
        this.silentDays = silentDays;
    }

    /** @return where the planned ones among the projects stand, by the project's id */
    Map<Long, Measured> of(List<Head> heads, LocalDate today) {
        List<Head> planned = heads.stream().filter(head -> head.revision() != null).toList();
        List<Head> changed = planned.stream().filter(head -> !current(head, today)).toList();
        if (!changed.isEmpty()) {
            measure(changed, today);
        }
        Map<Long, Measured> found = new HashMap<>();
        for (Head head : planned) {
            Kept known = kept.get(head.id());
            if (known != null) {
                found.put(head.id(), known.measured());
            }
        }
        return found;
    }

    private boolean current(Head head, LocalDate today) {
        Kept known = kept.get(head.id());
        return known != null && head.revision() != null && known.revision() == head.revision()
                && known.day().equals(today);
    }

    private void measure(List<Head> heads, LocalDate today) {
        List<Long> ids = heads.stream().map(Head::id).toList();
        Map<Long, List<Work>> work = dao.work(ids).stream().collect(Collectors.groupingBy(Work::projectId));
        Map<Long, WorkCalendar> calendars = calendars(dao.calendars(ids));
        Map<Long, LastReport> reports = dao.lastReports(ids).stream()
                .collect(Collectors.toMap(LastReport::projectId, Function.identity()));
        Map<Long, Standing> standings = new HashMap<>();
        for (Head head : heads) {
            LastReport last = reports.get(head.id());
            standings.put(head.id(), standing(head, work.getOrDefault(head.id(), List.of()), calendars, today,
                    last == null ? null : last.reportOn()));
        }
        hear(standings, reports, today);
        for (Head head : heads) {
            LastReport last = reports.get(head.id());
            kept.put(head.id(), new Kept(head.revision() == null ? 0 : head.revision(), today,
                    new Measured(standings.get(head.id()), last == null ? null : last.decidedAt())));
        }
    }

    /** Looks closer at those that seem silent: their plans know on which days nobody could have worked. */
    private void hear(Map<Long, Standing> standings, Map<Long, LastReport> reports, LocalDate today) {
        List<Long> silent = standings.entrySet().stream().filter(each -> each.getValue().silent())
                .map(Map.Entry::getKey).toList();
        for (PlanSnapshot plan : plans.read(silent)) {
            long id = plan.head().projectId();
            if (!Standing.quiet(plan, reports.get(id).reportOn(), today, silentDays)) {
                standings.computeIfPresent(id, (any, standing) -> standing.heard());
            }
        }
    }

    private Standing standing(Head head, List<Work> work, Map<Long, WorkCalendar> calendars, LocalDate today,
                                     @Nullable LocalDate lastReportOn) {
        WorkCalendar usual = calendars.get(head.calendarId());
        PromiseCount count = new PromiseCount(today.minusDays(1));
        boolean begun = false;
        for (Work each : work) {
            count.add(each.weight().doubleValue(), each.done().doubleValue() / each.planned().doubleValue(),
                    each.promisedStartOn(), each.promisedFinishOn(),
                    each.calendarId() == null ? usual : calendars.get(each.calendarId()));
            begun |= each.done().signum() > 0;
        }
        return new Standing(count.done(), count.due(), begun, head.finishOn(), head.promisedFinishOn(),
                begun && count.done() < 1 && Standing.mayBeQuiet(lastReportOn, today, silentDays));
    }

    private static Map<Long, WorkCalendar> calendars(List<CalendarDay> days) {
        Map<Long, String> weeks = new HashMap<>();
        Map<Long, Map<LocalDate, Boolean>> exceptions = new HashMap<>();
        for (CalendarDay day : days) {
            weeks.put(day.id(), day.workingWeek());
            Map<LocalDate, Boolean> own = exceptions.computeIfAbsent(day.id(), id -> new TreeMap<>());
            if (day.onDate() != null && day.working() != null) {
                own.put(day.onDate(), day.working());
            }
        }
        Map<Long, WorkCalendar> calendars = new HashMap<>();
        weeks.forEach((id, week) -> calendars.put(id, WorkCalendar.of(week(week), exceptions.get(id))));
        return calendars;
    }

    private static Set<DayOfWeek> week(String pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (pattern.charAt(day.ordinal()) == '1') {
                days.add(day);
            }
        }
        return days;
    }
}
