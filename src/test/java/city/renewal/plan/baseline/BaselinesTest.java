package city.renewal.plan.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.Baseline;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.plan.baseline.PlanDifference.Kind;
import city.renewal.project.Projects;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
class BaselinesTest {

    private static final PlanVersion FIRST = new PlanVersion(1);

    private final TestDatabase database;
    private final Services services;
    private final Plans plans;
    private final Baselines baselines;
    private final People people;

    BaselinesTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        plans = services.get(Plans.class);
        baselines = services.get(Baselines.class);
        people = People.join(services);
    }

    private SmallPlan promised(String code) {
        SmallPlan plan = SmallPlan.add(services, people.planner(), code);
        plans.takeBaseline(people.planner(), plan.project().id(), "Promise", null);
        return plan;
    }

    private void longerPipes(SmallPlan plan, int days) {
        Task pipes = plans.task(plan.pipes()).task();
        services.get(PlanEditing.class).change(people.planner(), plan.project().id(), pipes.id(), pipes.version(),
                pipes.input().withDuration(days * 480));
    }

    @Test
    void a_baseline_is_the_same_as_the_plan_it_was_taken_of() {
        SmallPlan plan = promised("SAME");

        assertThat(baselines.compare(plan.project().id(), FIRST, PlanVersion.NOW).comparison().changed()).isEmpty();
    }

    @Test
    void compares_with_today_and_with_another_baseline() {
        SmallPlan plan = promised("COMPARE");
        long project = plan.project().id();
        longerPipes(plan, 12);
        plans.takeBaseline(people.planner(), project, "Second", "Rain");
        services.get(PlanOutlining.class).add(people.planner(), project, TreePlace.after(plan.paving()),
                TaskInput.work(9, "Lamps", 480));
        Task paving = plans.task(plan.paving()).task();
        services.get(PlanOutlining.class).remove(people.planner(), project, List.of(SeenTask.of(paving)));

        PlanComparison between = baselines.compare(project, FIRST, new PlanVersion(2)).comparison();
        PlanComparison today = baselines.compare(project, FIRST, PlanVersion.NOW).comparison();

        assertThat(between.changed()).extracting(each -> each.line().name() + " " + each.finishDays())
                .containsExactly("Outside works 2", "Pipes 2", "Paving 2");
        assertThat(between.totals().finishMovedBy()).isEqualTo(2);
        assertThat(today.changed()).extracting(each -> each.line().name() + " " + each.kind())
                .containsExactlyInAnyOrder("Outside works CHANGED", "Pipes CHANGED", "Paving DROPPED", "Lamps ADDED");
        assertThat(today.differences().stream().filter(each -> each.kind() == Kind.DROPPED))
                .singleElement().satisfies(each -> assertThat(each.left()).isNotNull()
                        .satisfies(line -> assertThat(line.unit()).isEqualTo("m2")));
    }

    @Test
    void keeps_all_that_a_comparison_needs() {
        SmallPlan plan = promised("KEEPS");
        long baseline = plans.baselines(plan.project().id()).getFirst().id();

        List<BaselineTask> tasks = plans.baselineTasks(baseline);

        assertThat(tasks).extracting(BaselineTask::summary).containsExactly(true, false, false);
        assertThat(tasks.get(1).unit()).isEqualTo("m");
        assertThat(tasks.get(1).parentId()).isEqualTo(plan.summary());
        assertThat(tasks.get(1).milestone()).isFalse();
    }

    @Test
    void reads_five_statements_however_many_tasks_there_are() {
        SmallPlan plan = promised("FIVE");
        plans.takeBaseline(people.planner(), plan.project().id(), "Second", "Rain");

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            baselines.compare(plan.project().id(), FIRST, new PlanVersion(2));
            assertThat(count.statements()).hasSize(5);
        }
    }

    @Test
    void knows_no_baseline_that_was_never_taken() {
        SmallPlan plan = promised("UNKNOWN");

        assertThatThrownBy(() -> baselines.compare(plan.project().id(), new PlanVersion(7), PlanVersion.NOW))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("baseline.unknown");
    }

    @Test
    void wants_a_name_and_a_reason_of_a_length_that_can_be_read() {
        SmallPlan plan = promised("NAMES");
        long project = plan.project().id();

        assertThatThrownBy(() -> plans.takeBaseline(people.planner(), project, " ", "Rain"))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("baseline.name.missing");
        assertThatThrownBy(() -> plans.takeBaseline(people.planner(), project, "Second",
                "x".repeat(Baseline.LONGEST_REASON + 1)))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("baseline.reason.long");
        assertThat(plans.baselines(project)).hasSize(1);
    }

    @Test
    void gives_its_reason_in_the_residents_language_once_they_read_it() {
        SmallPlan open = promised("OPENED");
        services.get(Projects.class).setOpenToPublic(people.planner(), "OPENED", true);
        PublicSample sample = new PublicSample(services);
        SmallPlan reported = sample.unpromised("REPORTED", "Reported", "Street", false);
        sample.promise(reported.project());
        sample.confirmed(reported.pipes(), SmallPlan.START, "10");

        for (SmallPlan plan : List.of(open, reported)) {
            assertThatThrownBy(() -> plans.takeBaseline(people.planner(), plan.project().id(), "Second", "Rain"))
                    .isInstanceOf(Refusal.class).hasMessage("baseline.reason.language");
            plans.takeBaseline(people.planner(), plan.project().id(), "Second", "连日下雨", " Rain ");

            assertThat(plans.baselines(plan.project().id()).getLast()).satisfies(taken -> {
                assertThat(taken.reason()).isEqualTo("连日下雨");
                assertThat(taken.reasonEn()).isEqualTo("Rain");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE baseline SET name = 'Nicer'",
            "UPDATE baseline_task SET finish_on = start_on",
            "DELETE FROM baseline_task"})
    void the_database_itself_refuses_to_change_or_remove_one(String statement) {
        String code = "GUARD" + Math.abs(statement.hashCode() % 10_000);
        SmallPlan plan = promised(code);

        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(statement)))
                .hasStackTraceContaining("A baseline is never");

        assertThat(plans.baselines(plan.project().id())).extracting(Baseline::name).containsExactly("Promise");
    }
}
