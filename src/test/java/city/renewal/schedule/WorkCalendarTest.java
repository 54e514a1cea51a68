package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    /**
     * <pre>
     * May 2026    Mo Tu We Th Fr Sa Su
     * week 1       1  .  3  4  5  6  .     Tuesday is a holiday, Saturday makes up for it
     * week 2       8  9 10 11 12  .  .
     * </pre>
     */
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final WorkCalendar CALENDAR = WorkCalendar.of(WorkCalendar.mondayToFriday().workingWeek(),
            Map.of(TUESDAY, false, SATURDAY, true));

    @Test
    void findsWorkingDaysAroundDaysOff() {
        assertThat(CALENDAR.nextWorkingDay(TUESDAY)).isEqualTo(MONDAY.plusDays(2));
        assertThat(CALENDAR.nextWorkingDay(SATURDAY)).isEqualTo(SATURDAY);
        assertThat(CALENDAR.nextWorkingDay(SUNDAY)).isEqualTo(MONDAY.plusDays(7));
        assertThat(CALENDAR.previousWorkingDay(TUESDAY)).isEqualTo(MONDAY);
        assertThat(CALENDAR.previousWorkingDay(SUNDAY)).isEqualTo(SATURDAY);
    }

    @Test
    void countsWorkingDaysWithBothEnds() {
        assertThat(CALENDAR.workingDays(MONDAY, SUNDAY)).isEqualTo(5);
        assertThat(CALENDAR.workingDays(TUESDAY, TUESDAY)).isZero();
        assertThat(CALENDAR.workingDays(SUNDAY, MONDAY)).isZero();
    }

    @Test
    void tellsDaysLateAndEarly() {
        assertThat(CALENDAR.workingDaysBetween(MONDAY, MONDAY.plusDays(2))).isEqualTo(1);
        assertThat(CALENDAR.workingDaysBetween(MONDAY.plusDays(7), MONDAY)).isEqualTo(-5);
        assertThat(CALENDAR.workingDaysBetween(SATURDAY, SUNDAY)).isZero();
    }

    @Test
    void stepsOverDaysOff() {
        assertThat(CALENDAR.plusWorkingDays(MONDAY, 1)).isEqualTo(MONDAY.plusDays(2));
        assertThat(CALENDAR.plusWorkingDays(TUESDAY, 1)).isEqualTo(MONDAY.plusDays(2));
        assertThat(CALENDAR.plusWorkingDays(TUESDAY, 0)).isEqualTo(TUESDAY);
        assertThat(CALENDAR.plusWorkingDays(TUESDAY, -1)).isEqualTo(MONDAY);
        assertThat(CALENDAR.plusWorkingDays(MONDAY, 5)).isEqualTo(MONDAY.plusDays(7));
        assertThat(CALENDAR.plusWorkingDays(MONDAY, -1)).isEqualTo(MONDAY.minusDays(3));
    }

    @Test
    void equalWhenTheSameDaysAreWorked() {
        WorkCalendar twin = WorkCalendar.of(WorkCalendar.mondayToFriday().workingWeek(),
                Map.of(SATURDAY, true, TUESDAY, false));

        assertThat(twin).isEqualTo(CALENDAR).hasSameHashCodeAs(CALENDAR).isNotEqualTo(WorkCalendar.mondayToFriday());
    }

    @Test
    void needsAWorkingDayAndASpanThatMakesSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkCalendar.of(Set.of(), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkCalendar.of(Set.of(DayOfWeek.MONDAY),
                Map.of(LocalDate.of(1, 1, 1), false, LocalDate.of(9999, 1, 1), false)));
    }
}
