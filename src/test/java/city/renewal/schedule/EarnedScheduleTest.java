package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand: a plan of five months wants 10, 30, 60, 90 and 100 by their ends.
 * <pre>
 * month        1   2   3   4   5
 * planned     10  30  60  90 100
 * </pre>
 */
class EarnedScheduleTest {

    private static final List<Double> PLANNED = List.of(10d, 30d, 60d, 90d, 100d);

    @Test
    void earnedBetweenTwoMonthsCountsTheirPart() {
        // At the end of month 3, 45 are earned: two whole months, and 15 of the 30 of the third.
        EarnedSchedule earned = EarnedSchedule.of(PLANNED, 45, 3);

        assertThat(earned.earned()).isEqualTo(2.5);
        assertThat(earned.index()).hasValueCloseTo(0.8333, within(0.0001));
        assertThat(new EarnedValue(60, 45).scheduleIndex()).hasValue(0.75);
        assertThat(new EarnedValue(60, 45).scheduleVariance()).isEqualTo(-15);
    }

    @Test
    void aheadOfThePlanIsAboveOne() {
        assertThat(EarnedSchedule.of(PLANNED, 75, 3).earned()).isEqualTo(3.5);
        assertThat(EarnedSchedule.of(PLANNED, 75, 3).index()).hasValueCloseTo(1.1667, within(0.0001));
    }

    @Test
    void aLateFinishIsStillLateInTime() {
        // All is done after seven months: SPI says 1, the index in time 5 of 7.
        assertThat(new EarnedValue(100, 100).scheduleIndex()).hasValue(1);
        assertThat(EarnedSchedule.of(PLANNED, 100, 7).index()).hasValueCloseTo(0.7143, within(0.0001));
    }

    @Test
    void aPlanThatRestsAtItsEndAllowsNoMoreThanItNeeds() {
        assertThat(EarnedSchedule.of(List.of(50d, 100d, 100d, 100d), 100, 2).earned()).isEqualTo(2);
    }

    @Test
    void nothingDoneOrPlannedHasNoIndexToSpeakOf() {
        assertThat(EarnedSchedule.of(PLANNED, 0, 2).earned()).isZero();
        assertThat(EarnedSchedule.of(List.of(), 0, 0).index()).isEmpty();
        assertThat(new EarnedValue(0, 0).scheduleIndex()).isEmpty();
    }

    @Property
    void workThatGoesAsPlannedEarnsTheTimeItTook(@ForAll @Size(min = 1, max = 30)
                                                  List<@DoubleRange(min = 0.1, max = 9) Double> steps) {
        List<Double> planned = new ArrayList<>();
        double sum = 0;
        for (double step : steps) {
            sum += step;
            planned.add(sum);
        }
        for (int month = 1; month <= planned.size(); month++) {
            assertThat(EarnedSchedule.of(planned, planned.get(month - 1), month).index())
                    .hasValueCloseTo(1d, within(1e-6));
        }
    }
}
