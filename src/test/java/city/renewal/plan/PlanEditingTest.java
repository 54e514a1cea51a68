package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.schedule.LinkType;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PlanEditingTest {

    private static final LocalDate START = SmallPlan.START;

    private final Services services;
    private final Plans plans;
    private final PlanEditing editing;
    private final People people;

    PlanEditingTest(TestDatabase database) {
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
        long link = plans.read(small.project().id()).links().getFirst().id();

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
    void an_added_task_stands_behind_its_neighbour_and_a_removed_one_comes_back() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "ADD");
        long projectId = small.project().id();

        editing.add(people.planner(), projectId, small.pipes(), TaskInput.work(0, "Test the pipes", 480));
        assertThat(plans.read(projectId).tasks()).extracting(Task::name)
                .containsExactly("Outside works", "Pipes", "Test the pipes", "Paving");

        editing.remove(people.planner(), projectId, small.paving(), task(small.paving()).version());
        editing.undo(people.planner(), projectId);
        assertThat(task(small.paving()).dates().startOn()).isEqualTo(START.plusDays(10));
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
