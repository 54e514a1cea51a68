package city.renewal.schedule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Schedules a small network in the most pedestrian way, as a check on the real one: each task starts on the first
 * possible day and is pushed on day by day until every link is content. Whole days, no milestones, no summaries.
 */
final class DayByDay {

    private final Network network;
    private final Map<Long, Activity> activities = new HashMap<>();
    private final Map<Long, LocalDate> starts = new HashMap<>();

    private DayByDay(Network network) {
        this.network = network;
        network.activities().forEach(activity -> activities.put(activity.id(), activity));
    }

    /**
     * @param notBefore first days of single tasks, by id, where they are later than the project's start
     */
    static Map<Long, LocalDate> starts(Network network, Map<Long, LocalDate> notBefore) {
        DayByDay plan = new DayByDay(network);
        for (Activity activity : network.activities()) {
            LocalDate first = notBefore.getOrDefault(activity.id(), network.start());
            plan.starts.put(activity.id(), plan.worked(activity, first));
        }
        boolean content = false;
        while (!content) {
            content = true;
            for (Link link : network.links()) {
                while (!plan.holds(link)) {
                    Activity successor = plan.activities.get(link.successor());
                    LocalDate later = plan.starts.get(successor.id()).plusDays(1);
                    plan.starts.put(successor.id(), plan.worked(successor, later));
                    content = false;
                }
            }
        }
        return plan.starts;
    }

    static Map<Long, LocalDate> finishes(Network network, Map<Long, LocalDate> starts) {
        DayByDay plan = new DayByDay(network);
        plan.starts.putAll(starts);
        Map<Long, LocalDate> finishes = new HashMap<>();
        starts.keySet().forEach(id -> finishes.put(id, plan.finish(id)));
        return finishes;
    }

    private boolean holds(Link link) {
        LocalDate ps = starts.get(link.predecessor());
        LocalDate pf = finish(link.predecessor());
        LocalDate ss = starts.get(link.successor());
        LocalDate sf = finish(link.successor());
        int lag = link.lagMinutes() / WorkingTime.MINUTES_PER_DAY;
        Activity successor = activities.get(link.successor());
        if (link.elapsedLag()) {
            return switch (link.type()) {
                case FINISH_TO_START -> ss.isAfter(pf.plusDays(lag));
                case START_TO_START -> !ss.isBefore(ps.plusDays(lag));
                case FINISH_TO_FINISH -> !sf.isBefore(pf.plusDays(lag));
                case START_TO_FINISH -> workedFrom(successor, ps.plusDays(lag), sf.plusDays(1)) >= 0;
            };
        }
        return switch (link.type()) {
            case FINISH_TO_START -> workedFrom(successor, pf.plusDays(1), ss) >= lag;
            case START_TO_START -> workedFrom(successor, ps, ss) >= lag;
            case FINISH_TO_FINISH -> lag == 0 ? !sf.isBefore(pf)
                    : workedFrom(successor, pf.plusDays(1), sf.plusDays(1)) >= lag;
            case START_TO_FINISH -> workedFrom(successor, ps, sf.plusDays(1)) >= lag;
        };
    }

    private LocalDate finish(long id) {
        Activity activity = activities.get(id);
        LocalDate day = starts.get(id);
        for (int left = activity.durationMinutes() / WorkingTime.MINUTES_PER_DAY - 1; left > 0; left--) {
            day = worked(activity, day.plusDays(1));
        }
        return day;
    }

    private LocalDate worked(Activity activity, LocalDate from) {
        LocalDate day = from;
        while (!isWorked(activity, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Counts the successor's working days from a day to before another, negative when the other comes first. */
    private int workedFrom(Activity activity, LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            count += isWorked(activity, day) ? 1 : 0;
        }
        for (LocalDate day = to; day.isBefore(from); day = day.plusDays(1)) {
            count -= isWorked(activity, day) ? 1 : 0;
        }
        return count;
    }

    private boolean isWorked(Activity activity, LocalDate day) {
        WorkCalendar calendar = activity.calendar() == null ? network.calendar() : activity.calendar();
        Boolean exception = calendar.exceptions().get(day);
        return exception != null ? exception : calendar.workingWeek().contains(day.getDayOfWeek());
    }
}
