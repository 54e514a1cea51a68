package city.renewal.plan.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.WorkTypes;
import city.renewal.plan.conflict.RoadConflict.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which works get in each other's way. Days are counted from the first of March 2026. */
class ConflictSearchTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final String DIGS = "trenches";
    private static final String SURFACES = "resurfacing";
    private static final String CLOSES = "diversion";

    private final ConflictSearch search = new ConflictSearch(WorkTypes.packed());

    private static RoadWork work(long id, long project, String type, int start, int finish, int from, int to) {
        return work(id, project, type, start, finish, from, to, false, false);
    }

    private static RoadWork work(long id, long project, String type, int start, int finish, int from, int to,
                                 boolean finished, boolean newRoad) {
        return new RoadWork(id, type + " " + id, null, project, "P" + project, "Project " + project, null, type,
                FIRST.plusDays(start), FIRST.plusDays(finish), finished, finished, "Ring Road",
                BigDecimal.valueOf(from), BigDecimal.valueOf(to), newRoad, null);
    }

    private static RoadWork inside(long id, String type, int start, int finish, @Nullable Long place) {
        return new RoadWork(id, type + " " + id, null, 7, "P7", "Project 7", null, type, FIRST.plusDays(start),
                FIRST.plusDays(finish), false, false, null, null, null, false, place);
    }

    private List<RoadConflict> among(RoadWork... works) {
        return search.among(List.of(works));
    }

    @Test
    void a_gas_pipe_after_the_surface_is_a_conflict_that_names_both() {
        RoadWork surface = work(1, 1, SURFACES, 0, 10, 0, 600);
        RoadWork gas = work(2, 2, DIGS, 20, 30, 500, 900);

        assertThat(among(surface, gas)).containsExactly(
                new RoadConflict(Kind.DIG, gas, surface, FIRST.plusDays(10).plusYears(3)));
    }

    @Test
    void pipes_before_the_surface_and_on_another_stretch_are_none() {
        assertThat(among(work(1, 1, SURFACES, 20, 30, 0, 600), work(2, 2, DIGS, 0, 15, 0, 600))).isEmpty();
        assertThat(among(work(1, 1, SURFACES, 0, 10, 0, 600), work(2, 2, DIGS, 20, 30, 600, 900))).isEmpty();
    }

    @Test
    void digging_still_open_when_another_project_has_surfaced_is_one() {
        assertThat(among(work(1, 1, SURFACES, 20, 30, 0, 600), work(2, 2, DIGS, 0, 35, 0, 600))).hasSize(1);
    }

    @Test
    void an_overhaul_is_protected_for_three_years_and_a_new_road_for_five() {
        int fourYears = 4 * 365;
        RoadWork gas = work(2, 2, DIGS, fourYears, fourYears + 10, 0, 600);

        assertThat(among(work(1, 1, SURFACES, 0, 10, 0, 600, true, false), gas)).isEmpty();
        assertThat(among(work(1, 1, SURFACES, 0, 10, 0, 600, true, true), gas)).hasSize(1);
    }

    @Test
    void what_was_dug_cannot_be_moved_and_is_no_warning() {
        assertThat(among(work(1, 1, SURFACES, 0, 10, 0, 600, true, false),
                work(2, 2, DIGS, 20, 30, 0, 600, true, false))).isEmpty();
    }

    @Test
    void ten_surfaced_sections_dug_up_by_one_trench_are_one_conflict_with_the_first() {
        RoadWork gas = work(30, 2, DIGS, 40, 50, 0, 6_000);
        RoadWork[] works = new RoadWork[11];
        for (int i = 0; i < 10; i++) {
            works[i] = work(i, 1, SURFACES, 20 - i, 30 - i, i * 600, i * 600 + 600);
        }
        works[10] = gas;

        assertThat(among(works)).singleElement().satisfies(conflict ->
                assertThat(conflict.earlier().taskId()).isEqualTo(9));
    }

    @Test
    void a_project_that_digs_after_its_own_surface_is_told_and_one_whose_sections_overlap_is_not() {
        assertThat(among(inside(1, SURFACES, 0, 10, 5L), inside(2, DIGS, 12, 20, 5L))).hasSize(1);
        assertThat(among(inside(1, SURFACES, 0, 10, 5L), inside(2, DIGS, 12, 20, 6L))).isEmpty();
        assertThat(among(inside(1, SURFACES, 5, 10, 5L), inside(2, DIGS, 0, 12, null))).isEmpty();
    }

    @Test
    void two_closures_at_once_are_one_whose_later_should_move() {
        RoadWork first = work(1, 1, CLOSES, 0, 20, 0, 600);
        RoadWork second = work(2, 2, CLOSES, 10, 30, 4_000, 5_000);

        assertThat(among(second, first)).containsExactly(new RoadConflict(Kind.CLOSURE, second, first, null));
        assertThat(among(first, work(2, 2, CLOSES, 21, 30, 0, 600))).isEmpty();
        assertThat(among(first, work(2, 1, CLOSES, 10, 30, 0, 600))).isEmpty();
    }
}
