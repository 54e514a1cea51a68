package city.renewal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import city.renewal.programme.ProjectFilter.Progress;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectFilterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final ProjectLine LATE = new ProjectLine(1, "C01", "compound", new Words("示例里", "Shili Li"), "越秀路街",
            "First community", "works", Map.of(), new Standing(0.5, 0.6, true, DAY.plusDays(1), DAY, true), null, null, null, 0);

    @Test
    void without_conditions_everything_is_wanted() {
        assertThat(ProjectFilter.NONE.matches(LATE)).isTrue();
    }

    @Test
    void finds_by_part_of_the_name_the_street_or_the_community_in_any_case() {
        assertThat(search("示例")).isTrue();
        assertThat(search(" shili ")).isTrue();
        assertThat(search("越秀")).isTrue();
        assertThat(search("first COMM")).isTrue();
        assertThat(search("c01")).isTrue();
        assertThat(search("elsewhere")).isFalse();
    }

    @Test
    void a_late_project_can_be_under_way_and_silent_as_well() {
        assertThat(ProjectFilter.NONE.with(Progress.LATE).matches(LATE)).isTrue();
        assertThat(ProjectFilter.NONE.with(Progress.UNDER_WAY).matches(LATE)).isTrue();
        assertThat(ProjectFilter.NONE.with(Progress.STALE).matches(LATE)).isTrue();
        assertThat(ProjectFilter.NONE.with(Progress.FINISHED).matches(LATE)).isFalse();
    }

    @Test
    void all_conditions_must_hold() {
        ProjectFilter filter = ProjectFilter.NONE.withStreet("越秀路街").withKind("compound");

        assertThat(filter.matches(LATE)).isTrue();
        assertThat(filter.withKind("road").matches(LATE)).isFalse();
        assertThat(filter.withStreet("桃园街").matches(LATE)).isFalse();
    }

    @Test
    void an_unknown_word_in_the_address_filters_nothing() {
        assertThat(Progress.byId("under-way")).isEqualTo(Progress.UNDER_WAY);
        assertThat(Progress.byId("no-such")).isEqualTo(Progress.ALL);
    }

    private static boolean search(String text) {
        return ProjectFilter.NONE.withText(text).matches(LATE);
    }
}
