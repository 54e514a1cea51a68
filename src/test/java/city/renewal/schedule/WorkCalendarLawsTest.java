package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkCalendarLawsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Property
    void stepsAndCountsAgree(@ForAll @IntRange(min = -4000, max = 4000) int from,
            @ForAll @IntRange(min = -4000, max = 4000) int count, @ForAll Random random) {
        WorkCalendar calendar = calendar(random);
        LocalDate day = calendar.nextWorkingDay(DAY.plusDays(from));

        LocalDate there = calendar.plusWorkingDays(day, count);

        assertThat(calendar.isWorking(there)).isTrue();
        assertThat(calendar.workingDaysBetween(day, there)).isEqualTo(count);
        assertThat(calendar.plusWorkingDays(there, -count)).isEqualTo(day);
    }

    @Property
    void workingDaysAreThoseOfTheWeekButForTheExceptions(@ForAll @IntRange(max = 900) int days,
            @ForAll Random random) {
        WorkCalendar calendar = calendar(random);
        int counted = 0;
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(days)); day = day.plusDays(1)) {
            Boolean exception = calendar.exceptions().get(day);
            boolean worked = exception != null ? exception : calendar.workingWeek().contains(day.getDayOfWeek());
            assertThat(calendar.isWorking(day)).isEqualTo(worked);
            counted += worked ? 1 : 0;
        }
        assertThat(calendar.workingDays(DAY, DAY.plusDays(days - 1L))).isEqualTo(counted);
    }

    private static WorkCalendar calendar(Random random) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            exceptions.put(DAY.plusDays(random.nextInt(800)), random.nextBoolean());
        }
        WorkCalendar week = random.nextBoolean() ? WorkCalendar.mondayToFriday() : WorkCalendar.everyDay();
        return WorkCalendar.of(week.workingWeek(), exceptions);
    }
}
