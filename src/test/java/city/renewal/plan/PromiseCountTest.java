package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PromiseCountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_promise_falls_due_evenly_over_its_working_days() {
        PromiseCount count = new PromiseCount(MONDAY.plusDays(6));
        // Two weeks of five days; the first has passed, and Saturday and Sunday add nothing.
        count.add(1, 0, MONDAY, MONDAY.plusDays(11), WorkCalendar.mondayToFriday());

        assertThat(count.due()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void nothing_is_due_before_the_first_day_and_all_after_the_last() {
        PromiseCount before = new PromiseCount(MONDAY.minusDays(1));
        before.add(1, 0, MONDAY, MONDAY.plusDays(4), WorkCalendar.everyDay());
        PromiseCount after = new PromiseCount(MONDAY.plusDays(4));
        after.add(1, 0, MONDAY, MONDAY.plusDays(4), WorkCalendar.everyDay());

        assertThat(before.due()).isZero();
        assertThat(after.due()).isEqualTo(1);
    }

    @Test
    void tasks_weigh_in_both_shares() {
        PromiseCount count = new PromiseCount(MONDAY);
        count.add(3, 1, MONDAY, MONDAY, WorkCalendar.everyDay());
        count.add(1, 0, MONDAY.plusDays(1), MONDAY.plusDays(1), WorkCalendar.everyDay());

        assertThat(count.done()).isEqualTo(0.75);
        assertThat(count.due()).isEqualTo(0.75);
    }

    @Test
    void more_than_planned_does_not_make_up_for_other_tasks() {
        PromiseCount count = new PromiseCount(MONDAY);
        count.add(1, 1.5, null, null, WorkCalendar.everyDay());
        count.add(1, 0, null, null, WorkCalendar.everyDay());

        assertThat(count.done()).isEqualTo(0.5);
    }

    @Test
    void what_was_never_promised_is_never_due() {
        PromiseCount count = new PromiseCount(MONDAY.plusYears(1));
        count.add(1, 0, null, null, WorkCalendar.everyDay());

        assertThat(count.due()).isZero();
    }
}
