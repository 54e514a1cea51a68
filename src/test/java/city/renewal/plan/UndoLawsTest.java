package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a planner does, undo brings back the plan as it was, and redo brings back what they did. */
class UndoLawsTest {

    private static TestDatabase database;
    private static Services services;
    private static Actor planner;
    private static int projects;

    @BeforeContainer
    static void openDatabase() {
        database = TestDatabase.embedded();
        services = database.services(TestClock.at(SmallPlan.START));
        planner = People.join(services).planner();
    }

    @AfterContainer
    static void closeDatabase() {
        database.close();
    }

    @Property(tries = 60)
    void any_edits_undone_give_the_first_plan_and_redone_the_last(
            @ForAll @Size(min = 1, max = 14) List<Edit> edits, @ForAll long seed) {
        long projectId = SmallPlan.add(services, planner, "UNDO-" + ++projects).project().id();
        Random random = new Random(seed);
        List<PlanState> states = new ArrayList<>(List.of(state(projectId)));
        for (Edit edit : edits) {
            try {
                Edited edited = edit.make(services, planner, services.get(Plans.class).read(projectId), random);
                PlanState stored = state(projectId);
                assertThat(PlanState.of(edited.plan())).as("%s returns what is stored", edit).isEqualTo(stored);
                if (!edited.touched().isEmpty()) {
                    states.add(stored);
                }
            } catch (Refusal refused) {
                assertThat(state(projectId)).as("%s refused leaves nothing", edit).isEqualTo(states.getLast());
            }
        }
        PlanEditing editing = services.get(PlanEditing.class);
        for (int step = states.size() - 2; step >= 0; step--) {
            editing.undo(planner, projectId);
            assertThat(state(projectId)).as("undone to step %d of %s", step, edits).isEqualTo(states.get(step));
        }
        for (int step = 1; step < states.size(); step++) {
            editing.redo(planner, projectId);
            assertThat(state(projectId)).as("redone to step %d of %s", step, edits).isEqualTo(states.get(step));
        }
    }

    private static PlanState state(long projectId) {
        return PlanState.of(services.get(Plans.class).read(projectId));
    }

    /** One sort of edit, made on rows that chance chooses. */
    enum Edit {
        ADD, RENAME, LAST, REMOVE, INDENT, OUTDENT, UP, DOWN, COPY, LINK, MOVE, PLACE;

        Edited make(Services services, Actor actor, PlanSnapshot plan, Random random) {
            long projectId = plan.head().projectId();
            PlanOutlining outlining = services.get(PlanOutlining.class);
            PlanEditing editing = services.get(PlanEditing.class);
            if (plan.tasks().isEmpty() || this == ADD) {
                TreePlace place = plan.tasks().isEmpty() ? TreePlace.end()
                        : new TreePlace(any(TreePlace.Side.values(), random), any(plan, random).id());
                return outlining.add(actor, projectId, place, TaskInput.work(0, "Row " + random.nextInt(99), 960));
            }
            Task task = any(plan, random);
            Task other = any(plan, random);
            List<SeenTask> both = List.of(SeenTask.of(task), SeenTask.of(other));
            return switch (this) {
                case RENAME -> editing.change(actor, projectId, task.id(), task.version(),
                        task.input().withName("Name " + random.nextInt(99)));
                case LAST -> editing.change(actor, projectId, task.id(), task.version(),
                        task.input().lasting(random.nextInt(10) * 240));
                case REMOVE -> outlining.remove(actor, projectId, List.of(SeenTask.of(task)));
                case INDENT -> outlining.indent(actor, projectId, both);
                case OUTDENT -> outlining.outdent(actor, projectId, both);
                case UP -> outlining.shift(actor, projectId, both, true);
                case DOWN -> outlining.shift(actor, projectId, both, false);
                case COPY -> outlining.copy(actor, projectId, List.of(task.id()), TreePlace.after(other.id()));
                case LINK -> editing.setPredecessors(actor, projectId, task.id(), task.version(),
                        OutlineNumbers.of(plan.tasks()).get(other.id()) + "SS+" + random.nextInt(4) + "d");
                case MOVE -> editing.move(actor, projectId, task.id(), task.version(),
                        SmallPlan.START.plusDays(random.nextInt(60)));
                case PLACE -> outlining.place(actor, projectId, List.of(SeenTask.of(task)),
                        new TreePlace(any(TreePlace.Side.values(), random), other.id()));
                case ADD -> throw new IllegalStateException();
            };
        }

        private static Task any(PlanSnapshot plan, Random random) {
            return plan.tasks().get(random.nextInt(plan.tasks().size()));
        }

        private static <T> T any(T[] values, Random random) {
            return values[random.nextInt(values.length)];
        }
    }
}
