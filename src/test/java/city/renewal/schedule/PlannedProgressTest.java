package city.renewal.schedule;

import static city.renewal.schedule.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.PlannedProgress.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedProgressTest {

    private static final WorkCalendar WEEK = WorkCalendar.mondayToFriday();

    @Test
    void growsEvenlyOverWorkingDays() {
        assertThat(planned(1, 12, 0)).isZero();
        assertThat(planned(1, 12, 1)).isEqualTo(0.1);
        assertThat(planned(1, 12, 5)).isEqualTo(0.5);
        assertThat(planned(1, 12, 7)).isEqualTo(0.5);
        assertThat(planned(1, 12, 12)).isEqualTo(1);
        assertThat(planned(1, 12, 40)).isEqualTo(1);
    }

    @Test
    void aMilestoneIsAllDoneOnItsDay() {
        assertThat(planned(6, 6, 5)).isZero();
        assertThat(planned(6, 6, 6)).isEqualTo(1);
    }

    @Test
    void manyCountByTheirWeight() {
        List<Part> parts = List.of(new Part(day(1), day(5), WEEK, 300), new Part(day(4), day(9), WEEK, 100));

        assertThat(PlannedProgress.total(parts, day(4))).isCloseTo((300 * 0.8 + 100 * 0.25) / 400, within(1e-12));
        assertThat(PlannedProgress.total(parts, day(9))).isEqualTo(1);
    }

    @Test
    void nothingWithAWeightIsNothingPlanned() {
        assertThat(PlannedProgress.total(List.of(), day(4))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Part(day(1), day(2), WEEK, -1));
    }

    private static double planned(int start, int finish, int at) {
        return PlannedProgress.share(day(start), day(finish), WEEK, day(at));
    }
}
