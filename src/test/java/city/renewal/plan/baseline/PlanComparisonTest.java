package city.renewal.plan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Words;
import city.renewal.plan.baseline.PlanDifference.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static PlanLine line(long id, String name, int start, int days, String quantity) {
        return new PlanLine(id, null, name, null, DAY.plusDays(start), DAY.plusDays(start + days - 1L), days * 480,
                new BigDecimal(quantity), "m", false, false);
    }

    private static PlanLine summary(long id, int start, int days) {
        return new PlanLine(id, null, "summary", null, DAY.plusDays(start), DAY.plusDays(start + days - 1L), 0, null, null,
                true, false);
    }

    @Test
    void says_what_became_of_each_task() {
        List<PlanLine> before = List.of(line(1, "walls", 0, 5, "10"), line(2, "roof", 5, 5, "10"),
                line(3, "paint", 10, 5, "10"), line(4, "same", 0, 3, "7"));
        List<PlanLine> after = List.of(line(1, "walls", 2, 6, "12.5"), line(3, "paint", 8, 5, "10"),
                line(5, "lift", 0, 1, "1"), line(4, "same", 0, 3, "7.000"));

        List<PlanDifference> rows = PlanComparison.between(before, after).differences();

        assertThat(rows).extracting(row -> row.line().name() + " " + row.kind()).containsExactly(
                "walls CHANGED", "roof DROPPED", "paint CHANGED", "lift ADDED", "same UNCHANGED");
        PlanDifference walls = rows.getFirst();
        assertThat(walls.startDays()).isEqualTo(2);
        assertThat(walls.finishDays()).isEqualTo(3);
        assertThat(walls.durationDays()).isEqualByComparingTo("1");
        assertThat(walls.quantity()).isEqualByComparingTo("2.5");
        assertThat(walls.size()).isEqualTo(3);
        assertThat(rows.get(2).finishDays()).isEqualTo(-2);
    }

    @Test
    void counts_work_and_leaves_summaries_to_follow() {
        List<PlanLine> before = List.of(summary(9, 0, 10), line(1, "a", 0, 5, "1"), line(2, "b", 5, 5, "1"),
                line(3, "c", 5, 5, "1"));
        List<PlanLine> after = List.of(summary(9, 0, 12), line(1, "a", 0, 5, "2"), line(2, "b", 7, 5, "1"),
                line(3, "c", 4, 5, "1"));

        PlanComparison.Totals totals = PlanComparison.between(before, after).totals();

        assertThat(totals.finishMovedBy()).isEqualTo(2);
        assertThat(totals.later()).isEqualTo(1);
        assertThat(totals.earlier()).isEqualTo(1);
        assertThat(totals.otherwise()).isEqualTo(1);
        assertThat(totals.unchanged()).isZero();
        assertThat(totals.same()).isFalse();
    }

    @Test
    void a_quantity_in_another_unit_is_a_change_that_cannot_be_subtracted() {
        PlanLine metres = line(1, "a", 0, 5, "10");
        PlanLine pieces = new PlanLine(1, null, "a", null, metres.startOn(), metres.finishOn(), metres.durationMinutes(),
                metres.quantity(), "piece", false, false);

        PlanDifference difference = new PlanDifference(metres, pieces);

        assertThat(difference.kind()).isEqualTo(Kind.CHANGED);
        assertThat(difference.quantity()).isNull();
    }

    @Test
    void writes_a_table_in_which_no_name_is_a_formula() {
        List<PlanDifference> rows = PlanComparison.between(
                List.of(line(1, "=HYPERLINK(\"x\")", 0, 5, "10")),
                List.of(line(1, "=HYPERLINK(\"x\")", 1, 5, "12.50"))).differences();

        String table = new ComparisonCsv(key -> key, unit -> new Words("米", "metre"), Locale.ENGLISH).write(rows);

        assertThat(table).startsWith("\uFEFFcomparison.task,comparison.kind,");
        assertThat(table.lines().skip(1)).containsExactly("\"'=HYPERLINK(\"\"x\"\")\",comparison.kind.changed,"
                + "2026-03-02,2026-03-03,1,2026-03-06,2026-03-07,1,5,5,10,12.5,metre");
    }

    @Test
    void an_address_names_a_version_or_nothing() {
        assertThat(PlanVersion.parse("now")).hasValue(PlanVersion.NOW);
        assertThat(PlanVersion.parse("12")).hasValue(new PlanVersion(12));
        for (String wrong : List.of("", "0", "-1", "x", "99999999999", "٣")) {
            assertThat(PlanVersion.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
