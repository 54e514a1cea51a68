package city.renewal.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Role;
import city.renewal.account.Actor;
import city.renewal.plan.PlanEditing;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.RateBasis;
import city.renewal.plan.Task;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A quarter of the pipes in half of their days: at that pace they take twice as long. */
@OnEachDatabase
class ForecastsTest {

    private static final LocalDate START = SmallPlan.START;
    private static final LocalDate BY_PLAN = START.plusDays(17);
    private static final LocalDate BY_OBSERVED = START.plusDays(24);

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(START);
    private final Services services;
    private final Plans plans;
    private final PlanEditing editing;
    private final Forecasts forecasts;
    private final Delays delays;
    private final People people;

    ForecastsTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        forecasts = services.get(Forecasts.class);
        delays = services.get(Delays.class);
        people = People.join(services);
    }

    @Test
    void tells_both_finishes_and_how_they_stand_against_the_promise() {
        SmallPlan small = slow("BOTH");

        PlanSnapshot plan = plans.read(small.project().id());
        PlanForecast forecast;
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            forecast = forecasts.of(plan);
            assertThat(count.statements()).hasSize(1);
        }

        assertThat(forecast.finishByPlan()).isEqualTo(BY_PLAN).isEqualTo(plan.head().finishOn());
        assertThat(forecast.finishByObserved()).isEqualTo(BY_OBSERVED);
        assertThat(forecast.finish()).isEqualTo(BY_PLAN);
        assertThat(forecast.observed()).isEqualTo(1);
        assertThat(forecast.originalFinish()).isEqualTo(START.plusDays(14));
        assertThat(forecast.currentNumber()).isEqualTo(1);
        assertThat(forecast.unfinished()).extracting(each -> each.task().name()).containsExactly("Pipes", "Paving");
        TaskForecast pipes = forecast.unfinished().getFirst();
        assertThat(pipes.rate().plannedPerDay().orElseThrow()).isEqualTo(10);
        assertThat(pipes.rate().observedPerDay().orElseThrow()).isEqualTo(5);
        assertThat(pipes.finishByObserved()).isEqualTo(START.plusDays(19));
    }

    @Test
    void compares_with_the_newest_promise_as_well() {
        SmallPlan small = slow("NEWER");
        plans.takeBaseline(people.planner(), small.project().id(), "Second", "下雨");

        PlanForecast forecast = forecasts.of(plans.read(small.project().id()));

        assertThat(forecast.originalFinish()).isEqualTo(START.plusDays(14));
        assertThat(forecast.currentFinish()).isEqualTo(BY_PLAN);
        assertThat(forecast.currentNumber()).isEqualTo(2);
        assertThat(forecast.unfinished().getLast().currentFinish()).isEqualTo(BY_PLAN);
    }

    @Test
    void plans_by_the_observed_rate_when_asked_and_back() {
        SmallPlan small = slow("BASIS");
        long projectId = small.project().id();

        assertThat(editing.planBy(people.planner(), projectId, RateBasis.OBSERVED).touched()).contains(small.paving());

        assertThat(plans.read(projectId).head().finishOn()).isEqualTo(BY_OBSERVED);
        assertThat(plans.read(projectId).head().rateBasis()).isEqualTo(RateBasis.OBSERVED);
        editing.planBy(people.planner(), projectId, RateBasis.PLAN);
        assertThat(plans.read(projectId).head().finishOn()).isEqualTo(BY_PLAN);
        assertThatThrownBy(() -> editing.planBy(people.engineer(), projectId, RateBasis.OBSERVED))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void choosing_the_rate_is_a_step_that_its_planner_can_undo() {
        SmallPlan small = slow("UNDO-RATE");
        long projectId = small.project().id();
        editing.planBy(people.planner(), projectId, RateBasis.OBSERVED);

        assertThat(editing.undo(people.planner(), projectId).plan().head().rateBasis()).isEqualTo(RateBasis.PLAN);
        assertThat(plans.read(projectId).head().finishOn()).isEqualTo(BY_PLAN);
        assertThat(editing.redo(people.planner(), projectId).plan().head().finishOn()).isEqualTo(BY_OBSERVED);

        Actor other = new Actor(people.planner().accountId(), "other", "Other", Role.PLANNER);
        editing.planBy(other, projectId, RateBasis.PLAN);
        assertThatThrownBy(() -> editing.undo(people.planner(), projectId)).hasMessage("plan.rate.changed");
        assertThat(plans.read(projectId).head().rateBasis()).as("somebody else chose since").isEqualTo(RateBasis.PLAN);
    }

    @Test
    void follows_the_observed_rate_at_midnight() {
        SmallPlan small = slow("NIGHT");
        editing.planBy(people.planner(), small.project().id(), RateBasis.OBSERVED);
        clock.moveTo(START.plusDays(10));

        plans.bringUpToDate();

        Task pipes = plans.read(small.project().id()).task(small.pipes()).orElseThrow();
        // 25 m in 10 days leave 75 m for 30 days.
        assertThat(pipes.dates().finishOn()).isEqualTo(START.plusDays(39));
    }

    @Test
    void reads_many_plans_in_three_statements() {
        SmallPlan one = slow("MANY-1");
        SmallPlan other = SmallPlan.add(services, people.planner(), "MANY-2");

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            List<ProjectForecast> found = forecasts.of(List.of(one.project().id(), other.project().id()));

            assertThat(found).extracting(ProjectForecast::finishByPlan)
                    .containsExactly(BY_PLAN, plans.read(other.project().id()).head().finishOn());
            assertThat(count.statements().size()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void marks_work_out_of_sequence() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "ORDER");
        report(small.paving(), START, "5");
        clock.moveTo(START.plusDays(2));
        plans.bringUpToDate();

        TaskForecast paving = forecasts.of(plans.read(small.project().id())).unfinished().stream()
                .filter(each -> each.task().id() == small.paving()).findFirst().orElseThrow();

        assertThat(paving.passed()).singleElement().satisfies(passed -> {
            assertThat(passed.link().predecessor()).isEqualTo(small.pipes());
            assertThat(passed.happened()).isEqualTo(START);
            // Pipes have not begun: ten days from the third.
            assertThat(passed.allowed()).isEqualTo(START.plusDays(12));
        });
    }

    @Test
    void asks_for_an_explanation_beyond_three_days_until_it_is_given_whole() {
        SmallPlan small = slow("ASK");
        long projectId = small.project().id();
        assertThat(delays.need(projectId)).as("three days are tolerated").isEmpty();
        editing.planBy(people.planner(), projectId, RateBasis.OBSERVED);
        assertThat(why(projectId)).isEqualTo(DelayNeed.Why.UNEXPLAINED);

        delays.explain(people.planner(), projectId, Explanation.reason("MATERIAL", "Pipes are late"));
        assertThat(why(projectId)).isEqualTo(DelayNeed.Why.NO_CATCH_UP);
        assertThat(plans.read(projectId).delayReason().reasonOwner()).isEqualTo(people.planner().name());

        explain(projectId, START.plusDays(20));
        assertThat(delays.need(projectId)).isEmpty();
        assertThat(delays.needs()).extracting(DelayNeed::projectId).doesNotContain(projectId);
    }

    @Test
    void asks_again_when_the_slip_grows_and_when_the_catch_up_day_passes() {
        SmallPlan small = slow("AGAIN");
        long projectId = small.project().id();
        editing.planBy(people.planner(), projectId, RateBasis.OBSERVED);
        explain(projectId, START.plusDays(6));

        clock.moveTo(START.plusDays(7));
        assertThat(why(projectId)).isEqualTo(DelayNeed.Why.CATCH_UP_PASSED);
        plans.bringUpToDate();
        assertThat(why(projectId)).as("25 m in 7 days leave 21").isEqualTo(DelayNeed.Why.GREW);
        assertThat(delays.needs()).extracting(DelayNeed::projectId).contains(projectId);
    }

    @Test
    void refuses_half_a_plan_to_catch_up() {
        long projectId = slow("HALF").project().id();

        assertThatThrownBy(() -> delays.explain(people.planner(), projectId,
                new Explanation("OTHER", "Why", null, "More people", null, null)))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.catch-up.whole");
        assertThatThrownBy(() -> explain(projectId, START.plusDays(4)))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.catch-up.past");
        assertThatThrownBy(() -> explain(projectId, LocalDate.of(9999, 12, 31)))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.catch-up.far");
        assertThatThrownBy(() -> delays.explain(people.planner(), projectId, Explanation.reason("OTHER", " ")))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.words.missing");
        assertThat(plans.read(projectId).delayReason()).isNull();
    }

    @Test
    void refuses_texts_that_nobody_reads() {
        long projectId = slow("LONG").project().id();
        String words = "雨".repeat(Explanation.LONGEST_WORDS + 1);
        String name = "王".repeat(Explanation.LONGEST_NAME + 1);

        assertThatThrownBy(() -> delays.explain(people.planner(), projectId, Explanation.reason("OTHER", words)))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.words.long");
        assertThatThrownBy(() -> delays.explain(people.planner(), projectId,
                new Explanation("OTHER", "Why", name, null, null, null)))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.owner.long");
        assertThatThrownBy(() -> delays.explain(people.planner(), projectId,
                new Explanation("OTHER", "Why", null, words, "Liu", START.plusDays(20))))
                .isInstanceOf(Refusal.class).hasMessageContaining("delay.catch-up.long");
        assertThat(plans.read(projectId).delayReason()).isNull();
    }

    private DelayNeed.Why why(long projectId) {
        return delays.need(projectId).orElseThrow().why(plans.today()).orElseThrow();
    }

    private void explain(long projectId, LocalDate on) {
        delays.explain(people.planner(), projectId,
                new Explanation("MATERIAL", "Pipes are late", "Zhao", "A second crew", "Liu", on));
    }

    private SmallPlan slow(String code) {
        clock.moveTo(START);
        SmallPlan small = SmallPlan.add(services, people.planner(), code);
        plans.takeBaseline(people.planner(), small.project().id(), "First", null);
        report(small.pipes(), START, "25");
        clock.moveTo(START.plusDays(5));
        plans.bringUpToDate();
        return small;
    }

    private void report(long task, LocalDate on, String quantity) {
        SiteReports reports = services.get(SiteReports.class);
        long id = reports.submit(people.engineer(),
                new NewReport(task, on, new BigDecimal(quantity), null, null, null, null, null)).id();
        reports.confirm(people.supervisor(), id);
    }
}
