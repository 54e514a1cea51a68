package city.renewal.bench;

import city.renewal.plan.HolidayCalendars;
import city.renewal.schedule.Activity;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.Link;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.Network;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Networks of any size, the same in every run: 1.5 links a task, four calendars, durations of 1 to 20 days. */
final class SampleNetworks {

    static final LocalDate START = LocalDate.of(2024, 3, 4);

    /** How far back a task's predecessors lie at most, as trades follow each other in a plan. */
    private static final int REACH = 500;

    private final WorkCalendar office = HolidayCalendars.packed().calendar("office");
    private final WorkCalendar site = HolidayCalendars.packed().calendar("site");
    private final List<WorkCalendar> calendars = List.of(office, site, outsideHeatingSeason(site),
            withShutdown(office));

    Network finishToStart(int tasks) {
        return network(tasks, false);
    }

    /** All four kinds of link, every third with a lag or a lead. */
    Network mixedLinks(int tasks) {
        return network(tasks, true);
    }

    Network chain(int tasks) {
        List<Activity> activities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            activities.add(activity(i, 1 + i % 5, calendars.get(i % calendars.size())));
            if (i > 0) {
                links.add(Link.finishToStart(i, i + 1L));
            }
        }
        return new Network(START, null, office, activities, links);
    }

    private Network network(int tasks, boolean mixed) {
        Random random = new Random(tasks);
        List<Activity> activities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            activities.add(activity(i, 1 + random.nextInt(20), calendars.get(random.nextInt(calendars.size()))));
            for (int left = i == 0 ? 0 : 1 + random.nextInt(2); left > 0; left--) {
                long predecessor = i - random.nextInt(Math.min(i, REACH));
                LinkType type = mixed ? LinkType.values()[random.nextInt(4)] : LinkType.FINISH_TO_START;
                int lag = mixed && random.nextInt(3) == 0 ? random.nextInt(9) - 3 : 0;
                links.add(new Link(predecessor, i + 1L, type, WorkingTime.days(lag), false));
            }
        }
        return new Network(START, null, office, activities, links);
    }

    private static Activity activity(int number, int days, WorkCalendar calendar) {
        return new Activity(number + 1L, null, "Task " + (number + 1), WorkingTime.days(days), calendar,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, null);
    }

    private static WorkCalendar outsideHeatingSeason(WorkCalendar base) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>(base.exceptions());
        for (int year = 2023; year <= 2027; year++) {
            LocalDate.of(year, 11, 15).datesUntil(LocalDate.of(year + 1, 3, 16))
                    .forEach(day -> exceptions.put(day, false));
        }
        return WorkCalendar.of(base.workingWeek(), exceptions);
    }

    private static WorkCalendar withShutdown(WorkCalendar base) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>(base.exceptions());
        for (int year = 2024; year <= 2027; year++) {
            LocalDate.of(year, 7, 20).datesUntil(LocalDate.of(year, 8, 10))
                    .forEach(day -> exceptions.put(day, false));
        }
        return WorkCalendar.of(base.workingWeek(), exceptions);
    }
}
