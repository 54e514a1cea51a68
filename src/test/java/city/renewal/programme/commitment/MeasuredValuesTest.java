package city.renewal.programme.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.renewal.app.Services;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was measured by the ends of months is kept, and a correction is a further entry. */
@OnEachDatabase
class MeasuredValuesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);

    private final TestClock clock = TestClock.at(LocalDate.of(2026, 3, 20));
    private final Services services;
    private final CommitmentSample sample;

    MeasuredValuesTest(TestDatabase database) {
        services = database.services(clock);
        sample = new CommitmentSample(services);
    }

    private int keep() {
        return services.get(MeasuredValues.class).keep();
    }

    private List<MeasuredValue> area() {
        return services.get(Indicators.class).all().stream()
                .filter(each -> each.indicator().id().equals("compound-area")).findFirst().orElseThrow().past();
    }

    @Test
    void what_a_month_came_to_is_kept_once_and_corrected_by_a_further_entry_with_the_reason() {
        SmallPlan plan = sample.compound("MONTHS");
        sample.projects().confirmed(plan.pipes(), LocalDate.of(2026, 3, 19), "50");
        clock.moveTo(MARCH.plusDays(MeasuredValues.SETTLED_DAYS - 1));
        assertThat(keep()).as("its last reports are not confirmed yet").isZero();
        clock.moveTo(MARCH.plusDays(MeasuredValues.SETTLED_DAYS));

        assertThat(keep()).as("area and number of the compounds").isEqualTo(2);
        assertThat(keep()).as("again").isZero();
        assertThat(area()).extracting(MeasuredValue::asOf, each -> each.amount().intValue(),
                each -> each.whole().intValue(), MeasuredValue::projects, MeasuredValue::why)
                .containsExactly(tuple(MARCH, 333, 1000, 1, null));

        clock.moveTo(MARCH.plusDays(20));
        sample.projects().confirmed(plan.pipes(), LocalDate.of(2026, 3, 20), "25");
        keep();
        assertThat(area()).extracting(each -> each.amount().intValue(), MeasuredValue::why)
                .containsExactly(tuple(500, MeasuredValue.Why.REPORTS), tuple(333, null));

        clock.moveTo(APRIL.plusDays(MeasuredValues.SETTLED_DAYS));
        sample.compound("MORE");
        keep();
        assertThat(area()).extracting(MeasuredValue::asOf, each -> each.amount().intValue(),
                each -> each.whole().intValue(), MeasuredValue::why).containsExactly(
                tuple(APRIL, 500, 2000, null),
                tuple(MARCH, 500, 2000, MeasuredValue.Why.PLANS),
                tuple(MARCH, 500, 1000, MeasuredValue.Why.REPORTS),
                tuple(MARCH, 333, 1000, null));
        assertThat(services.get(Indicators.class).all()).filteredOn(each -> each.indicator().totalOnly()).isNotEmpty()
                .allMatch(each -> each.past().isEmpty());
    }
}
