package city.renewal.plan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanChange;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.schedule.LinkType;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class SandboxesTest {

    private static final int DAY = 480;

    private final TestDatabase database;
    private final Services services;
    private final Plans plans;
    private final PlanEditing editing;
    private final Sandboxes sandboxes;
    private final People people;
    private final Actor planner;
    private final Actor other;

    SandboxesTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        sandboxes = services.get(Sandboxes.class);
        people = People.join(services);
        planner = people.planner();
        other = new Actor(planner.accountId(), "other-planner", "The other planner", Role.PLANNER);
    }

    private SmallPlan plan(String code) {
        return SmallPlan.add(services, planner, code);
    }

    private PlanSnapshot read(SmallPlan plan) {
        return plans.read(plan.project().id());
    }

    private long sandbox(SmallPlan plan) {
        return sandboxes.make(planner, plan.project().id(), "Two crews");
    }

    /** Gives a task this many days in the sandbox. */
    private SandboxPlan tries(long sandbox, long taskId, int days) {
        Task task = sandboxes.open(planner, sandbox).plan().task(taskId).orElseThrow();
        return sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.change(planner, projectOf(sandbox), taskId,
                task.version(), task.input().withDuration(days * DAY)));
    }

    @Test
    void whoever_comes_second_is_told_who_was_first_and_changes_nothing() {
        SmallPlan plan = plan("TWO-TABS");
        long id = sandbox(plan);
        Sandbox seenByBoth = sandboxes.get(id);
        SandboxPlan first = tries(id, plan.pipes(), 6);

        PlanChange second = (desk, tree) -> desk.change(planner, plan.project().id(), plan.pipes(), 1,
                read(plan).task(plan.pipes()).orElseThrow().input().withDuration(9 * DAY));
        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> sandboxes.edit(planner, seenByBoth, second),
                () -> sandboxes.undo(planner, seenByBoth),
                () -> sandboxes.redo(planner, seenByBoth),
                () -> sandboxes.leaveOutConflicts(planner, seenByBoth),
                () -> sandboxes.apply(planner, seenByBoth),
                () -> sandboxes.throwAway(planner, seenByBoth))) {
            assertThatThrownBy(late).isInstanceOfSatisfying(Refusal.class, refused -> {
                assertThat(refused.key()).isEqualTo("sandbox.changed");
                assertThat(refused.parameters()).containsExactly(planner.name());
            });
        }

        assertThat(dates(sandboxes.open(planner, id).plan())).isEqualTo(dates(first.plan()));
        assertThat(sandboxes.undo(planner, first.sandbox()).sandbox().edits()).isZero();
    }

    private void lives(Actor actor, SmallPlan plan, long taskId, Function<TaskInput, TaskInput> change) {
        Task task = read(plan).task(taskId).orElseThrow();
        editing.change(actor, plan.project().id(), taskId, task.version(), change.apply(task.input()));
    }

    private long projectOf(long sandbox) {
        return sandboxes.get(sandbox).projectId();
    }

    private static List<Object> parts(PlanSnapshot plan) {
        return List.of(plan.head(), plan.tasks(), plan.links());
    }

    private static List<String> dates(PlanSnapshot plan) {
        return plan.tasks().stream()
                .map(task -> task.name() + " " + task.dates().startOn() + " " + task.dates().finishOn())
                .toList();
    }

    @Test
    void what_is_tried_is_seen_in_the_sandbox_and_nowhere_else() {
        SmallPlan plan = plan("TRY");
        PlanSnapshot before = read(plan);
        List<ProjectChange> heard = new ArrayList<>();
        Runnable deaf = services.get(ChangeFeed.class).subscribe(heard::add);
        long sandbox = sandbox(plan);

        SandboxPlan tried = tries(sandbox, plan.pipes(), 6);
        deaf.run();

        assertThat(tried.plan().head().finishOn()).isEqualTo(SmallPlan.START.plusDays(10));
        assertThat(tried.comparison().totals().finishMovedBy()).isEqualTo(-4);
        assertThat(tried.sandbox().edits()).isEqualTo(1);
        assertThat(dates(sandboxes.open(planner, sandbox).plan())).isEqualTo(dates(tried.plan()));
        assertThat(parts(read(plan))).as("revision and all").isEqualTo(parts(before));
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> editing.undo(planner, plan.project().id()))
                .as("no edit of the plan").isInstanceOf(Refusal.class).hasMessage("plan.undo.nothing");
    }

    /**
     * An edit reads its plan from memory where it can. What was only tried must not be found there, not even under the
     * revision that somebody else's change takes next.
     */
    @Test
    void what_is_tried_is_no_part_of_later_edits_of_the_plan() {
        SmallPlan plan = plan("APART");
        long sandbox = sandbox(plan);
        lives(planner, plan, plan.paving(), input -> input.withName("Stone"));
        tries(sandbox, plan.pipes(), 6);
        services.get(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(), SmallPlan.START,
                BigDecimal.ONE, null, null, null, null, null));
        Task paving = read(plan).task(plan.paving()).orElseThrow();

        PlanSnapshot edited = editing.change(planner, plan.project().id(), plan.paving(), paving.version(),
                paving.input().withName("Granite")).plan();

        assertThat(edited.tasks().stream().map(Task::input).toList())
                .isEqualTo(read(plan).tasks().stream().map(Task::input).toList());
        assertThat(dates(edited)).isEqualTo(dates(read(plan)));
        assertThat(edited.head().finishOn()).isEqualTo(SmallPlan.START.plusDays(14));
    }

    @Test
    void follows_the_plan_as_work_goes_on() {
        SmallPlan plan = plan("FOLLOW");
        long sandbox = sandbox(plan);
        tries(sandbox, plan.pipes(), 6);

        lives(other, plan, plan.paving(), input -> input.withDuration(9 * DAY));

        SandboxPlan now = sandboxes.open(planner, sandbox);
        assertThat(now.live().head().finishOn()).isEqualTo(SmallPlan.START.plusDays(18));
        assertThat(now.plan().head().finishOn()).isEqualTo(SmallPlan.START.plusDays(14));
        assertThat(now.conflicts()).isEmpty();
    }

    @Test
    void is_applied_as_one_step_that_can_be_undone() {
        SmallPlan plan = plan("APPLY");
        List<String> before = dates(read(plan));
        long sandbox = sandbox(plan);
        tries(sandbox, plan.pipes(), 6);
        tries(sandbox, plan.paving(), 3);
        SandboxPlan tried = tries(sandbox, plan.pipes(), 7);

        sandboxes.apply(planner, sandboxes.get(sandbox));

        assertThat(dates(read(plan))).isEqualTo(dates(tried.plan()));
        assertThat(sandboxes.of(plan.project().id())).isEmpty();
        editing.undo(planner, plan.project().id());
        assertThat(dates(read(plan))).isEqualTo(before);
        assertThatThrownBy(() -> editing.undo(planner, plan.project().id())).isInstanceOf(Refusal.class);
    }

    @Test
    void never_overwrites_what_somebody_changed_meanwhile() {
        SmallPlan plan = plan("MEANWHILE");
        long sandbox = sandbox(plan);
        tries(sandbox, plan.pipes(), 6);
        tries(sandbox, plan.paving(), 3);
        lives(other, plan, plan.pipes(), input -> input.withDuration(11 * DAY));

        assertThat(sandboxes.open(planner, sandbox).conflicts())
                .containsExactly(new SandboxConflict("Pipes", "The other planner"));
        assertThatThrownBy(() -> sandboxes.apply(planner, sandboxes.get(sandbox))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("sandbox.conflict");
            assertThat(refusal.parameters()).containsExactly("Pipes");
        });
        assertThat(read(plan).head().finishOn()).isEqualTo(SmallPlan.START.plusDays(15));

        assertThat(sandboxes.leaveOutConflicts(planner, sandboxes.get(sandbox)).conflicts()).isEmpty();
        sandboxes.apply(planner, sandboxes.get(sandbox));
        assertThat(read(plan).head().finishOn()).isEqualTo(SmallPlan.START.plusDays(13));
    }

    @Test
    void keeps_what_somebody_else_changed_of_the_same_task() {
        SmallPlan plan = plan("BOTH");
        long sandbox = sandbox(plan);
        tries(sandbox, plan.pipes(), 6);
        lives(other, plan, plan.pipes(), input -> input.withWork(null, "Crew 2"));

        sandboxes.apply(planner, sandboxes.get(sandbox));

        TaskInput pipes = read(plan).task(plan.pipes()).orElseThrow().input();
        assertThat(pipes.crew()).isEqualTo("Crew 2");
        assertThat(pipes.durationMinutes()).isEqualTo(6 * DAY);
    }

    @Test
    void edits_by_the_rules_of_the_plan() {
        SmallPlan plan = plan("RULES");
        long sandbox = sandbox(plan);

        assertThatThrownBy(() -> sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.link(planner, plan.project().id(),
                new LinkInput(plan.paving(), plan.pipes(), LinkType.FINISH_TO_START, 0, false))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("plan.cycle"));

        assertThat(sandboxes.get(sandbox).edits()).isZero();
        assertThat(read(plan).links()).hasSize(1);
    }

    @Test
    void lets_go_of_a_link_that_was_drawn_on_it() {
        SmallPlan plan = plan("DRAWN");
        long project = plan.project().id();
        LinkInput drawn = new LinkInput(plan.pipes(), plan.paving(), LinkType.START_TO_START, 480, false);
        long sandbox = sandbox(plan);
        sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.link(planner, project, drawn));

        sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.unlink(planner, project, drawn));

        assertThat(sandboxes.open(planner, sandbox).plan().links()).isEqualTo(read(plan).links());
    }

    @Test
    void gives_a_link_of_the_plan_another_lag() {
        SmallPlan plan = plan("LAG");
        long project = plan.project().id();
        long sandbox = sandbox(plan);
        SandboxPlan before = sandboxes.open(planner, sandbox);
        int version = before.plan().task(plan.paving()).orElseThrow().version();

        sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.setPredecessors(planner, project, plan.paving(), version, "1.1FS+3d"));
        SandboxPlan now = sandboxes.open(planner, sandbox);

        assertThat(now.conflicts()).isEmpty();
        assertThat(now.plan().links()).singleElement()
                .satisfies(link -> assertThat(link.lagMinutes()).isEqualTo(3 * 480));
        sandboxes.apply(planner, sandboxes.get(sandbox));
        assertThat(read(plan).links()).singleElement()
                .satisfies(link -> assertThat(link.lagMinutes()).isEqualTo(3 * 480));
    }

    @Test
    void says_when_a_link_of_the_plan_leaves_no_room_for_one_of_its_own() {
        SmallPlan plan = plan("CYCLE");
        long project = plan.project().id();
        editing.unlink(planner, project, LinkInput.of(read(plan).links().getFirst()));
        long sandbox = sandbox(plan);
        sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) -> desk.link(planner, project,
                new LinkInput(plan.paving(), plan.pipes(), LinkType.FINISH_TO_START, 0, false)));
        editing.link(other, project, new LinkInput(plan.pipes(), plan.paving(), LinkType.FINISH_TO_START, 0, false));

        SandboxPlan now = sandboxes.open(planner, sandbox);

        assertThat(now.misfit()).isNotNull().satisfies(why -> assertThat(why.key()).isEqualTo("plan.cycle"));
        assertThat(now.applicable()).isFalse();
        assertThat(dates(now.plan())).isEqualTo(dates(now.live()));
        assertThatThrownBy(() -> sandboxes.apply(planner, sandboxes.get(sandbox))).isInstanceOf(Refusal.class);
        assertThat(sandboxes.get(sandbox).edits()).isEqualTo(1);
    }

    @Test
    void one_task_is_changed_again_and_again_on_what_the_last_edit_gave() {
        SmallPlan plan = plan("AGAIN");
        long project = plan.project().id();
        long sandbox = sandbox(plan);
        SandboxPlan now = sandboxes.open(planner, sandbox);
        for (int days = 2; days < 6; days++) {
            Task seen = now.plan().task(plan.pipes()).orElseThrow();
            TaskInput wanted = seen.input().withDuration(days * DAY);
            now = sandboxes.edit(planner, sandboxes.get(sandbox), (desk, tree) ->
                    desk.change(planner, project, seen.id(), seen.version(), wanted));
        }

        assertThat(now.plan().task(plan.pipes()).orElseThrow().input().durationMinutes()).isEqualTo(5 * DAY);
        assertThat(now.sandbox().edits()).isEqualTo(4);
    }

    @Test
    void undoes_and_does_again_within() {
        SmallPlan plan = plan("STEPS");
        long sandbox = sandbox(plan);
        List<String> none = dates(sandboxes.open(planner, sandbox).plan());
        List<String> six = dates(tries(sandbox, plan.pipes(), 6).plan());
        List<String> seven = dates(tries(sandbox, plan.pipes(), 7).plan());

        assertThat(dates(sandboxes.undo(planner, sandboxes.get(sandbox)).plan())).isEqualTo(six);
        assertThat(dates(sandboxes.undo(planner, sandboxes.get(sandbox)).plan())).isEqualTo(none);
        assertThatThrownBy(() -> sandboxes.undo(planner, sandboxes.get(sandbox))).hasMessage("plan.undo.nothing");
        assertThat(dates(sandboxes.redo(planner, sandboxes.get(sandbox)).plan())).isEqualTo(six);
        assertThat(dates(sandboxes.redo(planner, sandboxes.get(sandbox)).plan())).isEqualTo(seven);
        assertThatThrownBy(() -> sandboxes.redo(planner, sandboxes.get(sandbox))).hasMessage("plan.redo.nothing");
    }

    @Test
    void a_task_added_in_it_never_shares_its_id_with_one_added_to_the_plan() {
        SmallPlan plan = plan("IDS");
        long project = plan.project().id();
        long sandbox = sandbox(plan);
        sandboxes.edit(planner, sandboxes.get(sandbox),
                (desk, tree) -> tree.add(planner, project, TreePlace.after(plan.pipes()),
                        TaskInput.work(0, "Lamps", DAY)));
        services.get(PlanOutlining.class).add(other, project, TreePlace.after(plan.pipes()),
                TaskInput.work(0, "Benches", DAY));

        sandboxes.apply(planner, sandboxes.get(sandbox));

        assertThat(read(plan).tasks().stream().map(Task::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Outside works", "Pipes", "Paving", "Lamps", "Benches");
        assertThat(read(plan).tasks()).extracting(Task::id).doesNotHaveDuplicates();
    }

    @Test
    void is_for_planners_and_only_its_maker_changes_it() {
        SmallPlan plan = plan("WHO");
        long project = plan.project().id();
        long sandbox = sandbox(plan);

        assertThatThrownBy(() -> sandboxes.make(people.engineer(), project, "Mine"))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        assertThatThrownBy(() -> sandboxes.open(people.viewer(), sandbox))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        assertThat(sandboxes.open(other, sandbox).sandbox().owner()).isEqualTo(planner.name());
        for (Runnable change : List.<Runnable>of(
                () -> sandboxes.edit(other, sandboxes.get(sandbox), (desk, tree) -> desk.undo(other, project)),
                () -> sandboxes.undo(other, sandboxes.get(sandbox)),
                () -> sandboxes.apply(other, sandboxes.get(sandbox)),
                () -> sandboxes.throwAway(other, sandboxes.get(sandbox)))) {
            assertThatThrownBy(change::run).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.key()).isEqualTo("sandbox.foreign"));
        }
        assertThatThrownBy(() -> sandboxes.make(planner, project, " "))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("sandbox.name.missing"));
        sandboxes.throwAway(Actor.commandLine(), sandboxes.get(sandbox));
        assertThatThrownBy(() -> sandboxes.get(sandbox)).hasMessage("sandbox.unknown");
    }

    @Test
    void thrown_away_it_leaves_nothing() {
        SmallPlan plan = plan("AWAY");
        PlanSnapshot before = read(plan);
        long sandbox = sandbox(plan);
        tries(sandbox, plan.pipes(), 6);

        sandboxes.throwAway(planner, sandboxes.get(sandbox));

        assertThat(parts(read(plan))).isEqualTo(parts(before));
        long kept = database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM sandbox_edit WHERE sandbox_id = :id").bind("id", sandbox)
                .mapTo(long.class).one());
        assertThat(kept).isZero();
    }
}
