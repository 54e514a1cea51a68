package city.renewal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.plan.Plans;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import city.renewal.app.Services;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Ten days of pipes (100 m) from 2 March and five of paving after them, so that the pipes weigh two thirds. Today is
 * 12 March, the day after the pipes should have been done.
 */
@OnEachDatabase
class ValueCurveTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private final Services services;

    ValueCurveTest(TestDatabase database) {
        services = database.services(TestClock.at(TODAY));
    }

    private ValueCurve curve(SmallPlan plan) {
        long project = plan.project().id();
        return ValueCurve.of(services.get(Plans.class).read(project),
                services.get(SiteReports.class).confirmedByDay(project), TODAY);
    }

    @Test
    void halfThePipesEarnAThirdOfTheWhole() {
        PublicSample sample = new PublicSample(services);
        SmallPlan plan = sample.compound("HALF", "Half", "Street");
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 4), "20");
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 9), "30");

        ValueCurve curve = curve(plan);

        assertThat(curve.value().planned()).isCloseTo(2 / 3d, within(1e-9));
        assertThat(curve.value().earned()).isCloseTo(1 / 3d, within(1e-9));
        assertThat(curve.value().scheduleIndex()).hasValueCloseTo(0.5, within(1e-9));
        // A third was promised for the evening of the fifth of ten days.
        assertThat(curve.schedule().earned()).isCloseTo(5, within(1e-9));
        assertThat(curve.schedule().index()).hasValueCloseTo(0.5, within(1e-9));
        assertThat(curve.points()).anySatisfy(point -> {
            assertThat(point.day()).isEqualTo("2026-03-08");
            assertThat(point.actual()).isCloseTo(20 / 150d, within(1e-9));
            assertThat(point.promised()).isCloseTo(7 / 15d, within(1e-9));
            assertThat(point.forecast()).isNull();
        });
        assertThat(curve.points().getLast().forecast()).isCloseTo(1, within(1e-9));
        assertThat(curve.points().getLast().actual()).isNull();
    }

    @Test
    void withoutAPromiseThePlanIsTheYardstick() {
        SmallPlan plan = new PublicSample(services).unpromised("BARE", "Bare", "Street", true);

        ValueCurve curve = curve(plan);

        assertThat(curve.points()).allSatisfy(point -> assertThat(point.promised()).isNull());
        assertThat(curve.value().planned()).isCloseTo(2 / 3d, within(1e-9));
    }
}
