package city.renewal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedTotalTest {

    @Test
    void a_large_project_counts_for_more() {
        WeightedTotal total = WeightedTotal.of(List.of(line("300", 1), line("100", 0)), "area");

        assertThat(total.done()).isEqualTo(0.75, within(1e-9));
    }

    @Test
    void without_the_measure_each_counts_the_same() {
        assertThat(WeightedTotal.of(List.of(line("300", 1), line("100", 0)), "length").done())
                .isEqualTo(0.5, within(1e-9));
    }

    @Test
    void nothing_at_all_is_nothing_done() {
        assertThat(WeightedTotal.of(List.of(), "area")).isEqualTo(new WeightedTotal(0, 0));
    }

    private static ProjectLine line(String area, double done) {
        return new ProjectLine(1, "C01", "compound", new Words("name", null), null, null, "works",
                Map.of("area", new BigDecimal(area)), new Standing(done, 0.5, true, null, null, false), null, null, null, 0);
    }
}
