package city.renewal.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unfinished work that hangs together by links and has the same room to slip: the critical path where the room is
 * nothing, and paths that become critical with a delay of a few days.
 *
 * @param floatDays  whole working days each of it may slip, 0 and below for a critical path
 * @param activities ids in the order of their starts
 */
public record FloatPath(int floatDays, List<Long> activities) {

    public FloatPath {
        activities = List.copyOf(activities);
    }

    /**
     * @param atMost the most whole days of float that is of interest, 0 for critical paths alone
     * @return paths with the least float first, then by their starts; summaries and work that is done belong to none
     */
    public static List<FloatPath> of(Network network, Schedule schedule, int atMost) {
        Map<Long, Long> headOf = new HashMap<>();
        List<Activity> near = network.activities().stream()
                .filter(activity -> activity.actualFinish() == null)
                .filter(activity -> !done(activity) && days(schedule, activity.id()) <= atMost)
                .sorted(Comparator.comparing((Activity activity) -> schedule.of(activity.id()).start())
                        .thenComparing(Activity::id))
                .toList();
        near.forEach(activity -> headOf.put(activity.id(), activity.id()));
        network.activities().forEach(activity -> headOf.remove(activity.parent()));
        for (Link link : network.links()) {
            boolean both = headOf.containsKey(link.predecessor()) && headOf.containsKey(link.successor());
            if (both && days(schedule, link.predecessor()) == days(schedule, link.successor())) {
                headOf.put(head(headOf, link.predecessor()), head(headOf, link.successor()));
            }
        }
        Map<Long, List<Long>> paths = new HashMap<>();
        near.stream().map(Activity::id).filter(headOf::containsKey)
                .forEach(id -> paths.computeIfAbsent(head(headOf, id), any -> new ArrayList<>()).add(id));
        return paths.values().stream()
                .map(ids -> new FloatPath(days(schedule, ids.getFirst()), ids))
                .sorted(Comparator.comparingInt(FloatPath::floatDays)
                        .thenComparing(path -> schedule.of(path.activities().getFirst()).start())
                        .thenComparing(path -> path.activities().getFirst()))
                .toList();
    }

    private static boolean done(Activity activity) {
        return activity.durationMinutes() == 0 && activity.actualStart() != null;
    }

    private static int days(Schedule schedule, long id) {
        return Math.floorDiv(schedule.of(id).totalFloatMinutes(), WorkingTime.MINUTES_PER_DAY);
    }

    private static long head(Map<Long, Long> headOf, long id) {
        long at = id;
        for (long above = headOf.get(at); above != at; above = headOf.get(at)) {
            headOf.put(at, headOf.get(above));
            at = above;
        }
        return at;
    }
}
