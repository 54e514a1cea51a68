package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkRateLawsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Property
    void work_that_goes_as_planned_has_the_same_forecast_by_both_rates(
            @ForAll @IntRange(min = WorkRate.OBSERVED_FROM_DAYS, max = 300) int worked,
            @ForAll @IntRange(min = 1, max = 300) int left, @ForAll @IntRange(min = 1, max = 500) int perDay) {
        int days = worked + left;
        WorkRate rate = rate(days * perDay, worked * perDay, days, worked);

        assertThat(rate.remainingByObserved()).isEqualTo(rate.remainingByPlan()).isEqualTo(WorkingTime.days(left));
        assertThat(rate.observedPerDay().orElseThrow()).isEqualTo(rate.plannedPerDay().orElseThrow());
    }

    @Property
    void more_done_never_leaves_more_to_do(
            @ForAll @IntRange(min = 1, max = 10_000) int planned, @ForAll @IntRange(min = 1, max = 10_000) int done,
            @ForAll @IntRange(max = 500) int more, @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(max = 400) int worked) {
        WorkRate before = rate(planned, done, days, worked);
        WorkRate after = rate(planned, done + more, days, worked);

        assertThat(after.remainingByObserved()).isLessThanOrEqualTo(before.remainingByObserved());
        assertThat(after.remainingByPlan()).isLessThanOrEqualTo(before.remainingByPlan());
    }

    @Property
    void slower_work_leaves_more_to_do_and_finished_work_nothing(
            @ForAll @IntRange(min = 1, max = 10_000) int planned, @ForAll @IntRange(min = 1, max = 10_000) int done,
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = 5, max = 400) int worked) {
        assertThat(rate(planned, done, days, worked + 1).remainingByObserved())
                .isGreaterThanOrEqualTo(rate(planned, done, days, worked).remainingByObserved());
        assertThat(rate(planned, planned, days, worked).remainingByObserved()).isZero();
    }

    @Test
    void half_the_pace_takes_twice_as_long() {
        WorkRate rate = rate(100, 25, 10, 5);

        assertThat(rate.plannedPerDay().orElseThrow()).isEqualTo(10);
        assertThat(rate.observedPerDay().orElseThrow()).isEqualTo(5);
        assertThat(rate.remainingByPlan()).isEqualTo(7 * 480 + 240);
        assertThat(rate.remainingByObserved()).isEqualTo(15 * 480);
    }

    @Test
    void the_first_days_say_nothing_of_the_pace() {
        assertThat(rate(100, 1, 10, 4).observed()).isFalse();
        assertThat(rate(100, 1, 10, 4).remainingByObserved()).isEqualTo(rate(100, 1, 10, 4).remainingByPlan());
        assertThat(rate(100, 1, 10, 5).observed()).isTrue();
    }

    @Test
    void work_that_hardly_moves_is_reckoned_at_a_tenth_of_the_plan() {
        assertThat(rate(1000, 1, 10, 200).remainingByObserved())
                .isEqualTo(WorkRate.SLOWEST * rate(1000, 1, 10, 200).remainingByPlan());
    }

    @Test
    void days_off_do_not_count_against_the_pace() {
        WorkRate rate = WorkRate.of(BigDecimal.TEN, BigDecimal.ONE, 4800, MONDAY, MONDAY.plusDays(7),
                WorkCalendar.mondayToFriday());

        assertThat(rate.daysWorked()).isEqualTo(6);
        assertThat(WorkRate.of(BigDecimal.TEN, BigDecimal.ZERO, 4800, null, MONDAY, WorkCalendar.everyDay())
                .observedPerDay()).isEmpty();
    }

    private static WorkRate rate(int planned, int done, int days, int worked) {
        return new WorkRate(BigDecimal.valueOf(planned), BigDecimal.valueOf(done), WorkingTime.days(days), worked);
    }
}
