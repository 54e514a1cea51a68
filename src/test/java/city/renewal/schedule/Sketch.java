package city.renewal.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Draws small networks in a few words: tasks by name, lengths in days, links as planners write them. */
final class Sketch {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private WorkCalendar calendar = WorkCalendar.everyDay();
    private LocalDate start = MONDAY;
    private @Nullable LocalDate statusDate;

    /** Days of a schedule are told as numbers: day 1 is the Monday on which every sketch starts. */
    static LocalDate day(int number) {
        return MONDAY.plusDays(number - 1L);
    }

    Sketch calendar(WorkCalendar common) {
        calendar = common;
        return this;
    }

    Sketch start(LocalDate date) {
        start = date;
        return this;
    }

    Sketch status(LocalDate date) {
        statusDate = date;
        return this;
    }

    Sketch task(String name, double days) {
        return task(name, days, UnaryOperator.identity());
    }

    Sketch task(String name, double days, UnaryOperator<Activity> more) {
        int minutes = (int) Math.round(days * WorkingTime.MINUTES_PER_DAY);
        activities.put(name, more.apply(Activity.of(activities.size() + 1L, null, name, minutes)));
        return this;
    }

    /** Puts tasks named before under a summary named before. */
    Sketch under(String summary, String... names) {
        for (String name : names) {
            Activity a = activities.get(name);
            activities.put(name, new Activity(a.id(), id(summary), a.name(), a.durationMinutes(), a.calendar(),
                    a.constraint(), a.constraintDate(), a.actualStart(), a.actualFinish(), a.remainingMinutes()));
        }
        return this;
    }

    /** Finish to start, one after the other. */
    Sketch chain(String... names) {
        for (int i = 1; i < names.length; i++) {
            link(names[i - 1], LinkType.FINISH_TO_START, 0, names[i]);
        }
        return this;
    }

    Sketch link(String from, LinkType type, double lagDays, String to) {
        links.add(new Link(id(from), id(to), type, (int) (lagDays * WorkingTime.MINUTES_PER_DAY), false));
        return this;
    }

    Sketch elapsed(String from, LinkType type, int lagDays, String to) {
        links.add(new Link(id(from), id(to), type, WorkingTime.days(lagDays), true));
        return this;
    }

    static UnaryOperator<Activity> on(WorkCalendar own) {
        return a -> new Activity(a.id(), a.parent(), a.name(), a.durationMinutes(), own, a.constraint(),
                a.constraintDate(), a.actualStart(), a.actualFinish(), a.remainingMinutes());
    }

    static UnaryOperator<Activity> held(ConstraintType constraint, @Nullable LocalDate date) {
        return a -> new Activity(a.id(), a.parent(), a.name(), a.durationMinutes(), a.calendar(), constraint, date,
                a.actualStart(), a.actualFinish(), a.remainingMinutes());
    }

    static UnaryOperator<Activity> actual(@Nullable LocalDate from, @Nullable LocalDate to) {
        return a -> new Activity(a.id(), a.parent(), a.name(), a.durationMinutes(), a.calendar(), a.constraint(),
                a.constraintDate(), from, to, a.remainingMinutes());
    }

    static UnaryOperator<Activity> begun(LocalDate from, double remainingDays) {
        return a -> new Activity(a.id(), a.parent(), a.name(), a.durationMinutes(), a.calendar(), a.constraint(),
                a.constraintDate(), from, null, (int) (remainingDays * WorkingTime.MINUTES_PER_DAY));
    }

    long id(String name) {
        Activity activity = activities.get(name);
        if (activity == null) {
            throw new IllegalArgumentException("Nothing sketched as " + name);
        }
        return activity.id();
    }

    Network network() {
        return new Network(start, statusDate, calendar, List.copyOf(activities.values()), links);
    }

    Result schedule() {
        return new Result(this, new CriticalPathScheduler().schedule(network()));
    }

    /** A schedule asked by names. */
    record Result(Sketch sketch, Schedule schedule) {

        ScheduledDates of(String name) {
            return schedule.of(sketch.id(name));
        }

        /** @return first and last day as numbers, such as {@code 3-5} */
        String span(String name) {
            return number(of(name).start()) + "-" + number(of(name).finish());
        }

        String lateSpan(String name) {
            return number(of(name).lateStart()) + "-" + number(of(name).lateFinish());
        }

        double totalFloat(String name) {
            return of(name).totalFloatMinutes() / (double) WorkingTime.MINUTES_PER_DAY;
        }

        double freeFloat(String name) {
            return of(name).freeFloatMinutes() / (double) WorkingTime.MINUTES_PER_DAY;
        }

        List<String> critical() {
            return sketch.activities.keySet().stream().filter(name -> of(name).critical()).toList();
        }

        private static long number(LocalDate date) {
            return date.toEpochDay() - MONDAY.toEpochDay() + 1;
        }
    }
}
