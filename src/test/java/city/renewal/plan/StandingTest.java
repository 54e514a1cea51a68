package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.Standing.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate PROMISED = LocalDate.of(2026, 12, 14);

    @Test
    void says_how_many_days_the_finish_lies_from_the_promise() {
        assertThat(standing(0.5, true, PROMISED.plusDays(6), false).daysLate()).isEqualTo(6);
        assertThat(standing(0.5, true, PROMISED.minusDays(9), false).daysLate()).isEqualTo(-9);
        assertThat(Standing.UNPLANNED.daysLate()).isNull();
    }

    @Test
    void has_one_word_for_each_project() {
        assertThat(standing(0.5, true, PROMISED.plusDays(1), false).state()).isEqualTo(State.LATE);
        assertThat(standing(0.5, true, PROMISED, false).state()).isEqualTo(State.ON_TIME);
        assertThat(standing(0.5, true, PROMISED.minusDays(1), false).state()).isEqualTo(State.EARLY);
        assertThat(standing(0, false, PROMISED, false).state()).isEqualTo(State.NOT_BEGUN);
        assertThat(Standing.UNPLANNED.state()).isEqualTo(State.NOT_BEGUN);
    }

    @Test
    void not_begun_but_expected_late_is_late() {
        assertThat(standing(0, false, PROMISED.plusDays(1), false).state()).isEqualTo(State.LATE);
    }

    @Test
    void silence_comes_before_lateness_and_does_not_hide_it() {
        Standing silent = standing(0.5, true, PROMISED.plusDays(1), true);

        assertThat(silent.state()).isEqualTo(State.STALE);
        assertThat(silent.late()).isTrue();
    }

    @Test
    void finished_is_finished_however_late() {
        Standing finished = standing(0.9999999999, true, PROMISED.plusDays(30), false);

        assertThat(finished.finished()).isTrue();
        assertThat(finished.state()).isEqualTo(State.FINISHED);
        assertThat(finished.late()).isFalse();
    }

    private static Standing standing(double done, boolean begun, LocalDate finish, boolean silent) {
        return new Standing(done, 0.6, begun, finish, PROMISED, silent);
    }
}
