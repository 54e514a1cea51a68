package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.ConstraintType;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PlanEditingTest {

    private static final LocalDate START = SmallPlan.START;

    private final Services services;
    private final Plans plans;
    private final PlanEditing editing;
    private final People people;
    private final Jdbi jdbi;

    PlanEditingTest(TestDatabase database) {
        jdbi = database.jdbi();
        services = database.services(TestClock.at(START));
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        people = People.join(services);
    }

    private Task task(long id) {
        return plans.task(id).task();
    }

    private void move(Actor actor, SmallPlan small, long id, LocalDate start) {
        editing.move(actor, small.project().id(), id, task(id).version(), start);
    }

    @Test
    void a_moved_task_takes_its_successors_along_and_undo_brings_them_back() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "MOVE");

        move(people.planner(), small, small.pipes(), START.plusDays(3));
        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(3));
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(13));

        editing.undo(people.planner(), small.project().id());
        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START);
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(10));

        editing.redo(people.planner(), small.project().id());
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(13));
    }

    @Test
    void a_task_cannot_start_before_its_predecessor_is_done_and_is_told_which() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "HELD");

        assertThatThrownBy(() -> move(people.planner(), small, small.paving(), START.plusDays(2)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("plan.move.held");
                    assertThat(refusal.parameters()[0]).isEqualTo("Pipes");
                });

        assertThat(task(small.paving()).input().constraintOn()).isNull();
    }

    @Test
    void a_dragged_end_changes_the_duration() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "STRETCH");

        editing.stretch(people.planner(), small.project().id(), small.pipes(), task(small.pipes()).version(), START,
                START.plusDays(11));

        assertThat(task(small.pipes()).input().durationMinutes()).isEqualTo(12 * 480);
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(12));
    }

    @Test
    void a_link_that_closes_a_cycle_is_refused_with_the_names_along_it() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "CYCLE");

        assertThatThrownBy(() -> editing.link(people.planner(), small.project().id(),
                new LinkInput(small.paving(), small.pipes(), LinkType.FINISH_TO_START, 0, false)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("plan.cycle");
                    assertThat(String.valueOf(refusal.parameters()[0])).contains("Pipes").contains("Paving");
                });

        assertThat(plans.read(small.project().id()).links()).hasSize(1);
    }

    @Test
    void a_removed_link_lets_the_successor_go_and_comes_back_with_undo() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "UNLINK");
        LinkInput link = LinkInput.of(plans.read(small.project().id()).links().getFirst());

        editing.unlink(people.planner(), small.project().id(), link);
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START);

        editing.undo(people.planner(), small.project().id());
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(10));
    }

    @Test
    void the_second_of_two_edits_of_one_task_is_told_who_was_first() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "SECOND");
        int seen = task(small.pipes()).version();
        Actor other = otherPlanner();
        editing.move(other, small.project().id(), small.pipes(), seen, START.plusDays(1));

        assertThatThrownBy(() -> editing.move(people.planner(), small.project().id(), small.pipes(), seen,
                START.plusDays(5)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("plan.task.changed");
                    assertThat(refusal.parameters()).containsExactly("Pipes", other.name());
                });

        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(1));
    }

    @Test
    void undo_never_takes_back_somebody_elses_later_edit() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "THEIRS");
        move(people.planner(), small, small.pipes(), START.plusDays(3));
        move(otherPlanner(), small, small.pipes(), START.plusDays(6));

        assertThatThrownBy(() -> editing.undo(people.planner(), small.project().id()))
                .isInstanceOf(Refusal.class).hasMessageContaining("plan.task.changed");

        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(6));
    }

    @Test
    void predecessors_are_typed_and_replace_those_that_were_there() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "TYPED");
        long projectId = small.project().id();

        editing.setPredecessors(people.planner(), projectId, small.paving(), task(small.paving()).version(),
                "1.1SS+2d");
        assertThat(plans.read(projectId).links()).extracting(LinkInput::of)
                .containsExactly(new LinkInput(small.pipes(), small.paving(), LinkType.START_TO_START, 960, false));
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(2));

        editing.undo(people.planner(), projectId);
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(10));
    }

    @Test
    void typed_predecessors_that_cannot_be_are_refused_and_nothing_is_linked() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "WRONG");
        refusedPredecessors(small, "1.1FF+50%", "plan.link.percent");
        refusedPredecessors(small, "1.1XY", "plan.link.text");
        refusedPredecessors(small, "1.1; 9", "plan.link.number");
        refusedPredecessors(small, "1.2", "plan.link.self");
        refusedPredecessors(small, "1", "plan.link.own-summary");
        refusedPredecessors(small, "1.1; 1.1FS+1d", "plan.link.exists");

        assertThat(plans.read(small.project().id()).links()).hasSize(1);
    }

    private void refusedPredecessors(SmallPlan small, String typed, String key) {
        assertThatThrownBy(() -> editing.setPredecessors(people.planner(), small.project().id(), small.paving(),
                task(small.paving()).version(), typed))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_date_or_a_length_that_is_a_mistake_is_refused_and_nothing_is_kept_of_it() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "ABSURD");
        long project = small.project().id();
        LocalDate finish = plans.read(project).head().finishOn();
        for (LocalDate far : List.of(LocalDate.of(9999, 12, 31), LocalDate.ofEpochDay(99_999_999))) {
            assertThatThrownBy(() -> move(people.planner(), small, small.pipes(), far)).hasMessageContaining("plan.date.far");
        }
        assertThatThrownBy(() -> editing.change(people.planner(), project, small.pipes(), task(small.pipes()).version(),
                task(small.pipes()).input().withConstraint(ConstraintType.FINISH_NO_LATER_THAN, LocalDate.of(1, 1, 1))))
                .hasMessageContaining("plan.date.far");
        editing.change(people.planner(), project, small.pipes(), task(small.pipes()).version(),
                task(small.pipes()).input().withDuration(36_525 * 480));
        assertThatThrownBy(() -> editing.change(people.planner(), project, small.paving(), task(small.paving()).version(),
                task(small.paving()).input().withDuration(36_525 * 480))).hasMessageContaining("plan.finish.far");

        editing.undo(people.planner(), project);
        assertThat(plans.read(project).head().finishOn()).isEqualTo(finish);
    }

    @Test
    void several_tasks_change_in_one_step_or_not_at_all() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "SEVERAL");
        long projectId = small.project().id();
        Task pipes = task(small.pipes());
        Task paving = task(small.paving());

        assertThatThrownBy(() -> editing.change(people.planner(), projectId, List.of(
                new TaskChange(pipes.id(), pipes.version(), pipes.input().withName("Water pipes")),
                new TaskChange(paving.id(), paving.version(), paving.input().withName(" ")))))
                .isInstanceOf(Refusal.class).hasMessageContaining("plan.task.name");
        assertThat(task(small.pipes()).name()).isEqualTo("Pipes");

        editing.change(people.planner(), projectId, List.of(
                new TaskChange(pipes.id(), pipes.version(), pipes.input().lasting(240)),
                new TaskChange(paving.id(), paving.version(), paving.input().withItemClass("BASIC"))));
        assertThat(task(small.pipes()).input().durationMinutes()).isEqualTo(240);
        editing.undo(people.planner(), projectId);
        assertThat(task(small.pipes()).input()).isEqualTo(pipes.input());
        assertThat(task(small.paving()).input()).isEqualTo(paving.input());
    }

    @Test
    void undo_leaves_what_others_changed_of_the_same_task() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "MERGE");
        long projectId = small.project().id();
        Task pipes = task(small.pipes());
        editing.change(people.planner(), projectId, pipes.id(), pipes.version(), pipes.input().withName("Water pipes"));
        Task renamed = task(small.pipes());
        editing.change(otherPlanner(), projectId, pipes.id(), renamed.version(), renamed.input().lasting(480));

        editing.undo(people.planner(), projectId);

        assertThat(task(small.pipes()).name()).isEqualTo("Pipes");
        assertThat(task(small.pipes()).input().durationMinutes()).isEqualTo(480);
    }

    @Test
    void a_hundred_steps_are_taken_back_and_made_again() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "HUNDRED");
        long projectId = small.project().id();
        PlanSnapshot first = plans.read(projectId);
        for (int day = 1; day <= 100; day++) {
            move(people.planner(), small, small.pipes(), START.plusDays(day));
        }
        for (int step = 0; step < 100; step++) {
            editing.undo(people.planner(), projectId);
        }
        assertThat(PlanState.of(plans.read(projectId))).isEqualTo(PlanState.of(first));
        assertThatThrownBy(() -> editing.undo(people.planner(), projectId)).hasMessage("plan.undo.nothing");
        for (int step = 0; step < 100; step++) {
            editing.redo(people.planner(), projectId);
        }
        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(100));
    }

    @Test
    void the_plan_that_an_edit_returns_is_the_one_that_is_stored() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "RETURNED");
        Task pipes = task(small.pipes());

        Edited edited = editing.move(people.planner(), small.project().id(), pipes.id(), pipes.version(),
                START.plusDays(4));

        PlanSnapshot stored = plans.read(small.project().id());
        assertThat(PlanState.of(edited.plan())).isEqualTo(PlanState.of(stored));
        assertThat(edited.plan().head()).isEqualTo(stored.head());
        assertThat(edited.plan().tasks()).extracting(Task::version)
                .isEqualTo(stored.tasks().stream().map(Task::version).toList());
        assertThat(edited.touched()).contains(small.pipes(), small.paving());
    }

    @Test
    void an_edit_takes_the_same_few_statements_however_long_the_plan() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "COUNT");
        Task pipes = task(small.pipes());
        try (StatementCount count = StatementCount.of(jdbi)) {
            editing.move(people.planner(), small.project().id(), pipes.id(), pipes.version(), START.plusDays(4));
            // The lock, three to read the plan, the task, the dates that moved, the extent, the step, the audit trail.
            assertThat(count.statements()).hasSize(9);
        }
    }

    @Test
    void the_next_edit_reads_no_tasks_again_unless_somebody_changed_them_elsewhere() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "NEXT");
        move(people.planner(), small, small.pipes(), START.plusDays(1));

        assertThat(readsThePlan(small, START.plusDays(2))).isFalse();
        services.get(SiteReports.class).submit(people.engineer(), new NewReport(small.pipes(), START, BigDecimal.ONE,
                null, null, null, null, null));
        assertThat(readsThePlan(small, START.plusDays(3))).isTrue();
    }

    private boolean readsThePlan(SmallPlan small, LocalDate start) {
        Task pipes = task(small.pipes());
        try (StatementCount count = StatementCount.of(jdbi)) {
            editing.move(people.planner(), small.project().id(), pipes.id(), pipes.version(), start);
            return count.statements().stream().anyMatch(sql -> sql.contains("FROM task_link"));
        }
    }

    @Test
    void only_planners_edit() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "ROLE");

        assertThatThrownBy(() -> move(people.engineer(), small, small.pipes(), START.plusDays(1)))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
    }

    private Actor otherPlanner() {
        return services.get(Accounts.class).add(Actor.commandLine(), "other-planner-" + System.nanoTime(),
                "The other planner", Role.PLANNER, People.PASSWORD).actor();
    }
}
