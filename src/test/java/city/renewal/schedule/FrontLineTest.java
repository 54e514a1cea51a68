package city.renewal.schedule;

import static city.renewal.schedule.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.renewal.schedule.FrontLine.Bar;
import city.renewal.schedule.FrontLine.Point;
import city.renewal.schedule.FrontLine.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The status date is Friday, day 5.
 * <pre>
 * day       1  2  3  4  5  6  7  8  9 10 11 12
 *           Mo Tu We Th Fr Sa Su Mo Tu We Th Fr
 * </pre>
 */
class FrontLineTest {

    private static final LocalDate STATUS = day(5);
    private static final WorkCalendar WEEK = WorkCalendar.mondayToFriday();

    @Test
    void halfOfTenDaysDoneAtTheHalfIsOnTime() {
        assertThat(at(bar(1, 12, 0.5))).isEqualTo(new Point(STATUS, 1, Standing.ON_TIME));
    }

    @Test
    void lessThanPlannedLiesLeftOfTheStatusDate() {
        assertThat(at(bar(1, 12, 0.25))).isEqualTo(new Point(day(3), 0.5, Standing.LATE));
    }

    @Test
    void moreThanPlannedLiesRightOfItBeyondTheWeekend() {
        assertThat(at(bar(1, 12, 0.6))).isEqualTo(new Point(day(8), 1, Standing.EARLY));
        assertThat(at(bar(1, 12, 0.55))).isEqualTo(new Point(day(8), 0.5, Standing.EARLY));
    }

    @Test
    void dueButNotBegunStandsAtTheStartOfItsBar() {
        assertThat(at(bar(4, 12, 0))).isEqualTo(new Point(day(4), 0, Standing.LATE));
    }

    @Test
    void notDueStandsOnTheStatusDate() {
        assertThat(at(bar(8, 12, 0))).isEqualTo(new Point(STATUS, 1, Standing.ON_TIME));
    }

    @Test
    void begunBeforeItWasDueIsEarly() {
        assertThat(at(bar(8, 12, 0.2))).isEqualTo(new Point(day(8), 1, Standing.EARLY));
    }

    @Test
    void unfinishedAfterItsFinishIsLateHoweverLittleIsMissing() {
        assertThat(at(bar(1, 2, 0.75))).isEqualTo(new Point(day(2), 0.5, Standing.LATE));
    }

    @Test
    void onAWeekendTheWorkDueByFridayIsOnTime() {
        assertThat(FrontLine.points(day(7), List.of(bar(1, 12, 0.5))).get(1L))
                .isEqualTo(new Point(day(7), 1, Standing.ON_TIME));
    }

    @Test
    void finishedBarsArePassedBy() {
        assertThat(FrontLine.points(STATUS, List.of(bar(1, 12, 1), bar(1, 12, 1.2)))).isEmpty();
    }

    @Test
    void aMilestoneMissedIsLateAndOneDueTodayIsNot() {
        assertThat(at(new Bar(1, day(3), day(3), WEEK, true, 0))).isEqualTo(new Point(day(3), 1, Standing.LATE));
        assertThat(at(new Bar(1, day(5), day(5), WEEK, true, 0))).isEqualTo(new Point(STATUS, 1, Standing.ON_TIME));
        assertThat(at(new Bar(1, day(9), day(9), WEEK, true, 0))).isEqualTo(new Point(STATUS, 1, Standing.ON_TIME));
    }

    @Test
    void impossibleBarsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> bar(3, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> bar(1, 3, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> bar(1, 3, Double.NaN));
    }

    private static Point at(Bar bar) {
        return FrontLine.points(STATUS, List.of(bar)).get(1L);
    }

    private static Bar bar(int start, int finish, double share) {
        return new Bar(1, day(start), day(finish), WEEK, false, share);
    }
}
