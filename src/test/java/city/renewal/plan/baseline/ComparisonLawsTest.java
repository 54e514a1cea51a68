package city.renewal.plan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ComparisonLawsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int MOST = 30;

    private static List<PlanLine> plan(Random random) {
        List<PlanLine> lines = new ArrayList<>();
        for (long id = 1; id <= MOST; id++) {
            if (random.nextInt(4) > 0) {
                LocalDate start = DAY.plusDays(random.nextInt(9));
                int days = 1 + random.nextInt(4);
                lines.add(new PlanLine(id, null, "task " + id, null, start, start.plusDays(days - 1L), days * 480,
                        random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(3)) : null,
                        random.nextBoolean() ? "m" : null, random.nextInt(6) == 0, false));
            }
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private static Map<Long, PlanDifference> byId(PlanComparison comparison) {
        return comparison.differences().stream()
                .collect(Collectors.toMap(each -> each.line().taskId(), Function.identity()));
    }

    @Property
    void a_plan_does_not_differ_from_itself(@ForAll Random random) {
        List<PlanLine> plan = plan(random);

        PlanComparison comparison = PlanComparison.between(plan, plan);

        assertThat(comparison.changed()).isEmpty();
        assertThat(comparison.totals().same()).isTrue();
        assertThat(comparison.differences()).extracting(PlanDifference::line).isEqualTo(plan);
    }

    @Property
    void seen_from_the_other_side_every_difference_is_reversed(@ForAll Random random) {
        List<PlanLine> one = plan(random);
        List<PlanLine> other = plan(random);

        PlanComparison there = PlanComparison.between(one, other);
        PlanComparison back = PlanComparison.between(other, one);

        Map<Long, PlanDifference> reversed = byId(back);
        assertThat(reversed).hasSameSizeAs(there.differences());
        for (PlanDifference difference : there.differences()) {
            PlanDifference same = reversed.get(difference.line().taskId());
            assertThat(same).isEqualTo(difference.reversed());
            assertThat(same.finishDays()).isEqualTo(-difference.finishDays());
            assertThat(same.startDays()).isEqualTo(-difference.startDays());
            assertThat(same.durationDays()).isEqualByComparingTo(difference.durationDays().negate());
            assertThat(same.kind() == difference.kind() || same.left() == null || same.right() == null).isTrue();
        }
        PlanComparison.Totals forth = there.totals();
        assertThat(back.totals()).isEqualTo(new PlanComparison.Totals(forth.rightFinish(), forth.leftFinish(),
                forth.earlier(), forth.later(), forth.otherwise(), forth.dropped(), forth.added(),
                forth.unchanged()));
    }

    @Property
    void names_each_task_of_either_side_once(@ForAll Random random) {
        List<PlanLine> one = plan(random);
        List<PlanLine> other = plan(random);

        PlanComparison comparison = PlanComparison.between(one, other);

        assertThat(comparison.differences()).extracting(PlanDifference::left).containsOnlyOnceElementsOf(one);
        assertThat(comparison.differences().stream().map(PlanDifference::right).filter(Objects::nonNull).toList())
                .as("in the order of the right side").isEqualTo(other);
    }
}
