package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongChainTest {

    private static final int COUNT = 100_000;

    /** 100,000 tasks of a month each run for more than eleven thousand years, far beyond every listed holiday. */
    @Test
    void aChainOfAHundredThousandReachesItsEnd() {
        WorkCalendar calendar = WorkCalendar.of(WorkCalendar.mondayToFriday().workingWeek(),
                Map.of(LocalDate.of(2026, 10, 1), false));
        List<Activity> activities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            activities.add(Activity.of(i, null, "T" + i, WorkingTime.days(30)));
            if (i > 0) {
                links.add(Link.finishToStart(i - 1, i));
            }
        }
        Schedule schedule = new CriticalPathScheduler()
                .schedule(new Network(LocalDate.of(2026, 3, 2), null, calendar, activities, links));

        assertThat(schedule.workingDays()).isEqualTo(30 * COUNT);
        assertThat(schedule.finish()).isEqualTo(LocalDate.of(2026, 3, 2).plusWeeks(30L * COUNT / 5));
        assertThat(schedule.dates().values()).allMatch(ScheduledDates::critical);
    }

    @Test
    void summariesAHundredThousandDeepRollUp() {
        List<Activity> activities = new ArrayList<>();
        for (long i = 0; i < COUNT; i++) {
            activities.add(Activity.of(i, i == 0 ? null : i - 1, "S" + i, WorkingTime.days(2)));
        }
        Schedule schedule = new CriticalPathScheduler().schedule(
                new Network(LocalDate.of(2026, 3, 2), null, WorkCalendar.everyDay(), activities, List.of()));

        assertThat(schedule.of(0)).isEqualTo(schedule.of(COUNT - 1));
        assertThat(schedule.workingDays()).isEqualTo(2);
    }
}
