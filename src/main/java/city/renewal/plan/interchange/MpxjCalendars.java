package city.renewal.plan.interchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mpxj.CalendarType;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarException;
import org.mpxj.ProjectFile;
import org.mpxj.Resource;
import org.mpxj.ResourceAssignment;
import org.mpxj.ResourceType;
import org.mpxj.Task;

/** The calendars of an MPXJ project, each with an id in the document. */
final class MpxjCalendars {

    private static final int LONGEST_EXCEPTION_DAYS = 40_000;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final String ELAPSED_NAME = "7 × 24";

    private final LeftOutList leftOut;
    private final Map<Long, CalendarHours> byId = new LinkedHashMap<>();
    private final Map<ProjectCalendar, CalendarHours> translated = new HashMap<>();
    private final long defaultId;
    private @Nullable Long elapsedId;

    MpxjCalendars(ProjectFile project, LeftOutList leftOut) {
        this.leftOut = leftOut;
        for (ProjectCalendar calendar : project.getCalendars()) {
            if (calendar.getType() != CalendarType.RESOURCE && !calendar.getPersonal()) {
                register(calendar);
            }
        }
        ProjectCalendar byDefault = project.getDefaultCalendar();
        Long id = byDefault == null ? null : register(byDefault);
        if (id == null) {
            id = byId.isEmpty() ? add(mondayToFriday()) : byId.keySet().iterator().next();
        }
        this.defaultId = id;
    }

    long defaultId() {
        return defaultId;
    }

    CalendarHours hours(long id) {
        return byId.get(id);
    }

    /** @return the first day of elapsed time that begins at the moment; after closing time that is the next day */
    @Nullable LocalDate firstDayByTheClock(@Nullable LocalDateTime moment) {
        return moment == null ? null
                : moment.toLocalDate().plusDays(ordinaryDay().nextSetBit(minuteOf(moment.toLocalTime())) < 0 ? 1 : 0);
    }

    /** @return the last day of elapsed time that ends at the moment; before opening time that is the day before */
    @Nullable LocalDate lastDayByTheClock(@Nullable LocalDateTime moment) {
        int minute = moment == null ? 0 : minuteOf(moment.toLocalTime());
        return moment == null ? null : moment.toLocalDate()
                .minusDays(minute == 0 || ordinaryDay().previousSetBit(minute - 1) < 0 ? 1 : 0);
    }

    private BitSet ordinaryDay() {
        return hours(defaultId).week().values().stream().filter(minutes -> !minutes.isEmpty()).findFirst()
                .orElseThrow();
    }

    List<PlanCalendar> toPlanCalendars() {
        List<PlanCalendar> calendars = new ArrayList<>();
        byId.forEach((id, hours) -> {
            if (hours.uneven() && !hours.name().contains(" + ")) {
                leftOut.add(LeftOut.What.DAY_LENGTH, hours.name());
            }
            calendars.add(hours.toPlanCalendar(id));
        });
        return calendars;
    }

    /** @return the id of the calendar that sets the task's dates: its own, its resources', or the project's */
    long of(Task task, boolean elapsed) {
        if (elapsed) {
            if (elapsedId == null) {
                elapsedId = add(CalendarHours.always(ELAPSED_NAME));
            }
            return elapsedId;
        }
        ProjectCalendar own = task.getCalendar();
        Long id = own == null ? ofResources(task) : register(own);
        return id == null ? defaultId : id;
    }

    /** MS Project schedules a task without a calendar on its resources' calendars. */
    private @Nullable Long ofResources(Task task) {
        List<CalendarHours> distinct = new ArrayList<>();
        for (ResourceAssignment assignment : task.getResourceAssignments()) {
            Resource resource = assignment.getResource();
            ProjectCalendar calendar = resource == null || resource.getType() != ResourceType.WORK
                    ? null : resource.getCalendar();
            CalendarHours hours = calendar == null ? hours(defaultId) : translate(calendar);
            if (hours.works() && distinct.stream().noneMatch(hours::sameTimes)) {
                distinct.add(hours);
            }
        }
        if (distinct.isEmpty() || distinct.size() == 1 && distinct.getFirst().sameTimes(hours(defaultId))) {
            return null;
        }
        CalendarHours effective = distinct.size() == 1 ? distinct.getFirst() : CalendarHours.union(distinct);
        leftOut.add(LeftOut.What.RESOURCE_CALENDARS, effective.name());
        return byId.entrySet().stream().filter(entry -> entry.getValue().sameTimes(effective))
                .map(Map.Entry::getKey).findFirst().orElseGet(() -> add(effective));
    }

    private @Nullable Long register(ProjectCalendar calendar) {
        long id = calendar.getUniqueID();
        if (!byId.containsKey(id)) {
            CalendarHours hours = translate(calendar);
            if (!hours.works()) {
                leftOut.add(LeftOut.What.INVALID_CALENDARS, hours.name());
                return null;
            }
            byId.put(id, hours);
        }
        return id;
    }

    private long add(CalendarHours hours) {
        long id = byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        byId.put(id, hours);
        return id;
    }

    private CalendarHours translate(ProjectCalendar calendar) {
        return translated.computeIfAbsent(calendar, MpxjCalendars::read);
    }

    private static CalendarHours read(ProjectCalendar calendar) {
        String name = calendar.getName();
        Map<DayOfWeek, BitSet> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, minutes(calendar.getHours(day)));
        }
        TreeMap<LocalDate, BitSet> singular = new TreeMap<>();
        for (ProjectCalendar source = calendar; source != null; source = source.getParent()) {
            for (ProjectCalendarException exception : source.getExpandedCalendarExceptionsWithWorkWeeks()) {
                exception.getFromDate().datesUntil(exception.getToDate().plusDays(1)).limit(LONGEST_EXCEPTION_DAYS)
                        .forEach(day -> singular.computeIfAbsent(day, date -> minutes(calendar.getHours(date))));
            }
        }
        singular.entrySet().removeIf(entry -> entry.getValue().equals(week.get(entry.getKey().getDayOfWeek())));
        return new CalendarHours(name == null || name.isBlank() ? "#" + calendar.getUniqueID() : name.strip(),
                week, singular);
    }

    private static BitSet minutes(@Nullable Collection<LocalTimeRange> ranges) {
        BitSet minutes = new BitSet();
        if (ranges != null) {
            for (LocalTimeRange range : ranges) {
                if (range.getStart() != null && range.getEnd() != null) {
                    mark(minutes, minuteOf(range.getStart()), minuteOf(range.getEnd()));
                }
            }
        }
        return minutes;
    }

    private static void mark(BitSet minutes, int from, int to) {
        if (to > from) {
            minutes.set(from, to);
        } else {
            minutes.set(from, MINUTES_OF_DAY);
        }
    }

    private static int minuteOf(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static CalendarHours mondayToFriday() {
        Map<DayOfWeek, BitSet> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            BitSet minutes = new BitSet();
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                minutes.set(8 * 60, 12 * 60);
                minutes.set(13 * 60, 17 * 60);
            }
            week.put(day, minutes);
        }
        return new CalendarHours("5 × 8", week, new TreeMap<>());
    }
}
