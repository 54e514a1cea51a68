package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.schedule.LinkType;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PlanOutliningTest {

    private static final LocalDate START = SmallPlan.START;

    private final Services services;
    private final Plans plans;
    private final PlanEditing editing;
    private final PlanOutlining outlining;
    private final People people;

    PlanOutliningTest(TestDatabase database) {
        services = database.services(TestClock.at(START));
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        outlining = services.get(PlanOutlining.class);
        people = People.join(services);
    }

    private SmallPlan plan(String code) {
        return SmallPlan.add(services, people.planner(), code);
    }

    private SeenTask seen(long id) {
        return SeenTask.of(plans.task(id).task());
    }

    private long add(SmallPlan small, TreePlace place, String name) {
        return outlining.add(people.planner(), small.project().id(), place, TaskInput.work(0, name, 480))
                .added().getFirst();
    }

    /** The tree as a planner reads it: numbers and names. */
    private List<String> tree(SmallPlan small) {
        PlanSnapshot plan = plans.read(small.project().id());
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        return plan.tasks().stream().map(task -> numbers.get(task.id()) + " " + task.name()).toList();
    }

    private void undo(SmallPlan small) {
        editing.undo(people.planner(), small.project().id());
    }

    @Test
    void rows_are_added_after_another_below_it_and_at_the_end() {
        SmallPlan small = plan("ADD");

        add(small, TreePlace.after(small.pipes()), "Test the pipes");
        add(small, TreePlace.below(small.summary()), "Lamps");
        add(small, TreePlace.end(), "Hand-over");
        add(small, TreePlace.before(small.pipes()), "Trenches");

        assertThat(tree(small)).containsExactly("1 Outside works", "1.1 Trenches", "1.2 Pipes", "1.3 Test the pipes",
                "1.4 Paving", "1.5 Lamps", "2 Hand-over");
        IntStream.range(0, 4).forEach(any -> undo(small));
        assertThat(tree(small)).containsExactly("1 Outside works", "1.1 Pipes", "1.2 Paving");
    }

    @Test
    void there_is_always_room_for_one_more_row() {
        SmallPlan small = plan("ROOM");
        PlanState before = PlanState.of(plans.read(small.project().id()));

        for (int row = 0; row < 40; row++) {
            add(small, TreePlace.after(small.pipes()), "Row " + row);
        }

        assertThat(tree(small)).hasSize(43).startsWith("1 Outside works", "1.1 Pipes", "1.2 Row 39", "1.3 Row 38")
                .endsWith("1.41 Row 0", "1.42 Paving");
        IntStream.range(0, 40).forEach(any -> undo(small));
        assertThat(PlanState.of(plans.read(small.project().id()))).isEqualTo(before);
    }

    @Test
    void rows_are_indented_together_and_outdented_again() {
        SmallPlan small = plan("INDENT");
        long one = add(small, TreePlace.end(), "One");
        long two = add(small, TreePlace.end(), "Two");

        outlining.indent(people.planner(), small.project().id(), List.of(seen(one), seen(two)));
        assertThat(tree(small)).endsWith("1.2 Paving", "1.3 One", "1.4 Two");

        outlining.outdent(people.planner(), small.project().id(), List.of(seen(one), seen(two)));
        assertThat(tree(small)).endsWith("1.2 Paving", "2 One", "3 Two");

        assertThatThrownBy(() -> outlining.indent(people.planner(), small.project().id(), List.of(seen(small.summary()))))
                .hasMessageContaining("plan.indent.first");
        assertThatThrownBy(() -> outlining.outdent(people.planner(), small.project().id(), List.of(seen(one))))
                .hasMessageContaining("plan.outdent.top");
    }

    @Test
    void rows_change_places_and_move_under_another_summary() {
        SmallPlan small = plan("PLACE");
        long other = add(small, TreePlace.end(), "Other works");

        outlining.shift(people.planner(), small.project().id(), List.of(seen(small.paving())), true);
        assertThat(tree(small)).startsWith("1 Outside works", "1.1 Paving", "1.2 Pipes");

        outlining.place(people.planner(), small.project().id(), List.of(seen(small.pipes()), seen(small.paving())),
                TreePlace.below(other));
        assertThat(tree(small)).containsExactly("1 Outside works", "2 Other works", "2.1 Paving", "2.2 Pipes");

        assertThatThrownBy(() -> outlining.place(people.planner(), small.project().id(), List.of(seen(other)),
                TreePlace.below(small.pipes()))).hasMessageContaining("plan.place.itself");
    }

    @Test
    void a_summary_is_copied_with_its_tasks_and_their_links() {
        SmallPlan small = plan("COPY");

        Edited edited = outlining.copy(people.planner(), small.project().id(),
                List.of(small.summary(), small.pipes()), TreePlace.after(small.summary()));

        assertThat(tree(small)).containsExactly("1 Outside works", "1.1 Pipes", "1.2 Paving",
                "2 Outside works", "2.1 Pipes", "2.2 Paving");
        assertThat(edited.added()).hasSize(3);
        assertThat(edited.plan().links()).extracting(LinkInput::of).contains(new LinkInput(edited.added().get(1),
                edited.added().get(2), LinkType.FINISH_TO_START, 0, false));
        assertThat(plans.task(edited.added().get(2)).task().dates().startOn()).isEqualTo(START.plusDays(10));
    }

    @Test
    void what_depends_on_a_task_is_named_before_it_is_removed() {
        SmallPlan small = plan("DEPEND");
        report(small);

        assertThat(outlining.dependants(plans.read(small.project().id()), List.of(small.pipes())))
                .isEqualTo(new Dependants(List.of("Pipes"), 0, List.of("Paving"), 1));
        assertThat(outlining.dependants(plans.read(small.project().id()), List.of(small.summary(), small.pipes())))
                .isEqualTo(new Dependants(List.of("Outside works"), 2, List.of(), 1));
    }

    private void report(SmallPlan small) {
        services.get(SiteReports.class).submit(people.engineer(),
                new NewReport(small.pipes(), START, new BigDecimal("10"), null, null, null, null, null));
    }

    @Test
    void a_removed_task_leaves_the_plan_and_keeps_its_reports_and_its_promise() {
        SmallPlan small = plan("ARCHIVE");
        long projectId = small.project().id();
        plans.takeBaseline(people.planner(), projectId, "First", null);
        report(small);
        PlanState before = PlanState.of(plans.read(projectId));

        outlining.remove(people.planner(), projectId, List.of(seen(small.pipes())));

        assertThat(tree(small)).containsExactly("1 Outside works", "1.1 Paving");
        assertThat(plans.task(small.paving()).task().dates().startOn()).isEqualTo(START);
        assertThat(services.get(SiteReports.class).ofTask(small.pipes())).hasSize(1);
        assertThat(plans.baselineTasks(plans.baselines(projectId).getFirst().id()))
                .extracting(BaselineTask::taskName).contains("Pipes");
        assertThatThrownBy(() -> report(small)).isInstanceOf(Refusal.class)
                .hasMessageContaining("report.task.archived");

        undo(small);
        assertThat(PlanState.of(plans.read(projectId))).isEqualTo(before);
    }

    @Test
    void a_summary_is_removed_with_all_below_it_in_one_step() {
        SmallPlan small = plan("SUBTREE");
        PlanState before = PlanState.of(plans.read(small.project().id()));

        outlining.remove(people.planner(), small.project().id(), List.of(seen(small.summary())));
        assertThat(tree(small)).isEmpty();

        undo(small);
        assertThat(PlanState.of(plans.read(small.project().id()))).isEqualTo(before);
        editing.redo(people.planner(), small.project().id());
        assertThat(tree(small)).isEmpty();
    }

    @Test
    void work_with_progress_does_not_become_a_summary() {
        SmallPlan small = plan("PROGRESS");
        report(small);

        assertThatThrownBy(() -> add(small, TreePlace.below(small.pipes()), "Part"))
                .hasMessageContaining("plan.parent.reported");

        assertThat(tree(small)).hasSize(3);
    }

    @Test
    void an_addition_that_has_been_reported_on_is_not_undone() {
        SmallPlan small = plan("REPORTED");
        long added = add(small, TreePlace.end(), "Lamps");
        services.get(SiteReports.class).submit(people.engineer(),
                new NewReport(added, START, new BigDecimal("10"), null, null, null, null, null));

        assertThatThrownBy(() -> undo(small)).hasMessageContaining("plan.task.reported");
    }

    @Test
    void only_planners_and_only_on_what_they_have_seen() {
        SmallPlan small = plan("SEEN");
        SeenTask old = seen(small.pipes());
        editing.move(people.planner(), small.project().id(), old.id(), old.version(), START.plusDays(1));

        assertThatThrownBy(() -> outlining.remove(people.planner(), small.project().id(), List.of(old)))
                .hasMessageContaining("plan.task.changed");
        assertThatThrownBy(() -> outlining.remove(people.engineer(), small.project().id(), List.of(seen(old.id()))))
                .hasMessage("refused.role");
        assertThat(tree(small)).hasSize(3);
    }
}
