package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutOfSequenceTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate STATUS = START.plusDays(4);

    @Test
    void names_the_link_and_the_days_when_work_begins_before_what_it_waits_for_is_done() {
        List<OutOfSequence> found = find(link(LinkType.FINISH_TO_START, 0),
                begun(1, 10, START, null), begun(2, 5, START.plusDays(2), null));

        assertThat(found).singleElement().satisfies(passed -> {
            assertThat(passed.link().predecessor()).isEqualTo(1);
            assertThat(passed.happened()).isEqualTo(START.plusDays(2));
            assertThat(passed.allowed()).isEqualTo(START.plusDays(10));
            assertThat(passed.days()).isEqualTo(8);
        });
    }

    @Test
    void says_nothing_of_work_in_its_order_or_not_begun() {
        assertThat(find(link(LinkType.FINISH_TO_START, 0),
                begun(1, 2, START, START.plusDays(1)), begun(2, 5, START.plusDays(2), null))).isEmpty();
        assertThat(find(link(LinkType.FINISH_TO_START, 0),
                begun(1, 10, START, null), begun(2, 5, null, null))).isEmpty();
    }

    @Test
    void counts_the_lag() {
        assertThat(find(link(LinkType.FINISH_TO_START, WorkingTime.days(3)),
                begun(1, 2, START, START.plusDays(1)), begun(2, 5, START.plusDays(2), null)))
                .singleElement().extracting(OutOfSequence::days).isEqualTo(3);
        assertThat(find(link(LinkType.FINISH_TO_START, -WorkingTime.days(8)),
                begun(1, 10, START, null), begun(2, 5, START.plusDays(2), null))).isEmpty();
    }

    @Test
    void looks_at_the_ends_that_the_link_ties() {
        assertThat(find(link(LinkType.START_TO_START, WorkingTime.days(2)),
                begun(1, 10, START, null), begun(2, 5, START.plusDays(1), null)))
                .singleElement().extracting(OutOfSequence::days).isEqualTo(1);
        assertThat(find(link(LinkType.FINISH_TO_FINISH, 0),
                begun(1, 10, START, null), begun(2, 2, START, START.plusDays(1))))
                .singleElement().extracting(OutOfSequence::allowed).isEqualTo(START.plusDays(9));
        assertThat(find(link(LinkType.START_TO_FINISH, 0),
                begun(1, 10, START, null), begun(2, 2, START, START.plusDays(1)))).isEmpty();
    }

    @Test
    void what_is_left_waits_for_the_link() {
        Network network = network(link(LinkType.FINISH_TO_START, 0),
                begun(1, 10, START, null), begun(2, 5, START.plusDays(2), null));

        assertThat(new CriticalPathScheduler().schedule(network).of(2).finish()).isEqualTo(START.plusDays(11));
    }

    private static List<OutOfSequence> find(Link link, Activity... activities) {
        Network network = network(link, activities);
        return OutOfSequence.find(network, new CriticalPathScheduler().schedule(network));
    }

    private static Network network(Link link, Activity... activities) {
        return new Network(START, STATUS, WorkCalendar.everyDay(), List.of(activities), List.of(link));
    }

    private static Link link(LinkType type, int lag) {
        return new Link(1, 2, type, lag, false);
    }

    private static Activity begun(long id, int days, @Nullable LocalDate start, @Nullable LocalDate finish) {
        return new Activity(id, null, "Activity " + id, WorkingTime.days(days), null,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, start, finish, null);
    }
}
