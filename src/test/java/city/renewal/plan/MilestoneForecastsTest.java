package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.testing.LinePlan;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A road from Monday 2 November, planned to open on the 16th. */
@OnEachDatabase
class MilestoneForecastsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 3);

    private final TestClock clock = TestClock.at(TUESDAY);
    private final Services services;
    private final PublicSample sample;

    MilestoneForecastsTest(TestDatabase database) {
        services = database.services(clock);
        sample = new PublicSample(services);
    }

    private List<MilestoneForecast> recorded(LinePlan plan) {
        return services.get(MilestoneForecasts.class).of(plan.project().id());
    }

    private List<MilestoneTrend> trends(LinePlan plan) {
        return MilestoneTrend.of(services.get(Plans.class).read(plan.project().id()), recorded(plan), clock.getZone());
    }

    @Test
    void everyWeekNotesEachMilestoneOnceAndNeverAgain() {
        LinePlan plan = LinePlan.add(services, sample.people().planner(), "WEEKS");
        assertThat(recorded(plan)).isEmpty();

        sample.confirmed(plan.pipes(), LinePlan.START, "20");
        List<MilestoneForecast> first = recorded(plan);
        assertThat(first).extracting(MilestoneForecast::taskId)
                .containsExactly(MilestoneForecast.WHOLE_PLAN, plan.milestone());
        assertThat(first).allSatisfy(each -> assertThat(each.statusOn()).isEqualTo(TUESDAY.minusDays(1)));

        clock.moveTo(TUESDAY.plusDays(3));
        services.get(Plans.class).bringUpToDate();
        assertThat(recorded(plan)).isEqualTo(first);

        clock.moveTo(TUESDAY.plusDays(8));
        services.get(Plans.class).bringUpToDate();
        assertThat(recorded(plan)).hasSize(4).containsAll(first);
    }

    @Test
    void theTrendGoesFromThePromiseToThePresentSchedule() {
        LinePlan plan = LinePlan.add(services, sample.people().planner(), "TREND");
        sample.confirmed(plan.pipes(), LinePlan.START, "20");
        clock.moveTo(TUESDAY.plusDays(8));
        services.get(Plans.class).bringUpToDate();

        assertThat(trends(plan)).first().satisfies(trend -> {
            assertThat(trend.names()).isEqualTo(new Words("Opened", null));
            assertThat(trend.reached()).isFalse();
            // Promised on the 3rd; eight idle days later it lies eight days further off.
            assertThat(trend.points().getFirst().forecastOn()).isEqualTo("2026-11-16");
            assertThat(trend.points().getLast().forecastOn()).isEqualTo("2026-11-24");
        });
    }

    @Test
    void nothingIsKeptOfAnImportedPlanWithoutProgress() {
        LinePlan plan = LinePlan.add(services, sample.people().planner(), "IDLE");
        services.get(Plans.class).bringUpToDate();

        assertThat(recorded(plan)).isEmpty();
        assertThat(trends(plan)).isEmpty();
    }

    @Test
    void onlyAnAdministratorBringsAPast() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() ->
                services.get(MilestoneForecasts.class).takeOver(sample.people().planner(), List.of()));
    }
}
