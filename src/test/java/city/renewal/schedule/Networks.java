package city.renewal.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random networks without cycles, on several calendars, with every kind of link. */
final class Networks {

    static final LocalDate START = LocalDate.of(2026, 1, 28);

    private static final List<WorkCalendar> CALENDARS = List.of(WorkCalendar.everyDay(), WorkCalendar.mondayToFriday(),
            WorkCalendar.of(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), holidays()),
            WorkCalendar.of(WorkCalendar.mondayToFriday().workingWeek(), holidays()),
            WorkCalendar.of(Set.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), Map.of()));

    private Networks() {
    }

    /** Whole days and tasks with a length. */
    static Arbitrary<Network> wholeDays() {
        return Arbitraries.randomValue(random -> network(random, WorkingTime.MINUTES_PER_DAY, false));
    }

    /** Quarters of days, with milestones and summaries. */
    static Arbitrary<Network> anyShape() {
        return Arbitraries.randomValue(random -> network(random, WorkingTime.MINUTES_PER_DAY / 4, true));
    }

    private static Network network(Random random, int step, boolean rich) {
        int count = 1 + random.nextInt(9);
        int summaries = rich ? random.nextInt(3) : 0;
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < summaries; i++) {
            Long parent = i > 0 && random.nextBoolean() ? 100L + random.nextInt(i) : null;
            activities.add(activity(random, 100L + i, parent, 0));
        }
        for (int i = 0; i < count; i++) {
            Long parent = summaries > 0 && random.nextInt(3) > 0 ? 100L + random.nextInt(summaries) : null;
            int steps = rich ? random.nextInt(20) : 1 + random.nextInt(6);
            activities.add(activity(random, i, parent, steps * step));
        }
        List<Link> links = new ArrayList<>();
        for (int i = random.nextInt(count * 2); count > 1 && i > 0; i--) {
            int successor = 1 + random.nextInt(count - 1);
            int lag = random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0;
            links.add(new Link(random.nextInt(successor), successor,
                    LinkType.values()[random.nextInt(4)], lag * step, random.nextInt(4) == 0));
        }
        Collections.shuffle(activities, random);
        return new Network(START, null, CALENDARS.get(random.nextInt(CALENDARS.size())), activities, links);
    }

    private static Activity activity(Random random, long id, Long parent, int minutes) {
        WorkCalendar own = random.nextBoolean() ? null : CALENDARS.get(random.nextInt(CALENDARS.size()));
        return new Activity(id, parent, "T" + id, minutes, own, ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null,
                null);
    }

    private static Map<LocalDate, Boolean> holidays() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            days.put(LocalDate.of(2026, 2, 15).plusDays(i), false);
        }
        days.put(LocalDate.of(2026, 2, 14), true);
        days.put(LocalDate.of(2026, 2, 28), true);
        return days;
    }
}
