package city.renewal.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work that began or ended before a link allowed it. The scheduler keeps the link (retained logic): what is left of the
 * successor waits for it. Here it is said, so that nobody has to find out why the rest of a begun task lies weeks later.
 *
 * @param link     the link that was passed over
 * @param happened the day on which its successor began, or for links to a finish ended
 * @param allowed  the first day on which the link allowed that; a forecast while the predecessor is unfinished
 * @param days     working days of the successor from {@code happened} to the day before {@code allowed}, 1 and up
 */
public record OutOfSequence(Link link, LocalDate happened, LocalDate allowed, int days) {

    /**
     * Parts of a day are counted in favour of those who did the work: a lag of half a day asks for none.
     *
     * @param schedule the scheduler's answer to the network
     * @return each link that progress passed over, the most days first
     */
    public static List<OutOfSequence> find(Network network, Schedule schedule) {
        Map<Long, Activity> activities = new HashMap<>();
        network.activities().forEach(activity -> activities.put(activity.id(), activity));
        List<OutOfSequence> found = new ArrayList<>();
        for (Link link : network.links()) {
            Activity successor = activities.get(link.successor());
            LocalDate happened = arrivesAtFinish(link) ? successor.actualFinish() : successor.actualStart();
            if (happened != null) {
                OutOfSequence passed = passed(link, happened, network, successor,
                        activities.get(link.predecessor()), schedule.of(link.predecessor()));
                if (passed != null) {
                    found.add(passed);
                }
            }
        }
        found.sort(Comparator.comparingInt(OutOfSequence::days).reversed());
        return List.copyOf(found);
    }

    private static @Nullable OutOfSequence passed(Link link, LocalDate happened, Network network, Activity successor,
                                                  Activity predecessor, ScheduledDates dates) {
        WorkCalendar calendar = successor.calendar() == null ? network.calendar() : successor.calendar();
        boolean point = predecessor.durationMinutes() == 0;
        LocalDate asked = switch (link.type()) {
            // A milestone can stand on the morning of its day.
            case FINISH_TO_START -> point ? dates.finish() : dates.finish().plusDays(1);
            case START_TO_START, START_TO_FINISH -> dates.start();
            case FINISH_TO_FINISH -> dates.finish();
        };
        LocalDate allowed = later(asked, link, calendar);
        int days = calendar.workingDays(happened, allowed.minusDays(1));
        return days > 0 ? new OutOfSequence(link, happened, allowed, days) : null;
    }

    private static LocalDate later(LocalDate day, Link link, WorkCalendar calendar) {
        int days = Math.floorDiv(link.lagMinutes(), WorkingTime.MINUTES_PER_DAY);
        if (days == 0) {
            return day;
        }
        return link.elapsedLag() ? day.plusDays(days) : calendar.plusWorkingDays(calendar.nextWorkingDay(day), days);
    }

    private static boolean arrivesAtFinish(Link link) {
        return link.type() == LinkType.FINISH_TO_FINISH || link.type() == LinkType.START_TO_FINISH;
    }
}
