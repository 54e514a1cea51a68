package city.renewal.plan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.Edited;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.baseline.Baselines;
import city.renewal.plan.baseline.PlanVersion;
import city.renewal.schedule.LinkType;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Laws of baselines and sandboxes, on a database, over edits that nobody chose. */
class SandboxLawsTest {

    private static final int TRIES = 12;
    private static final int EDITS = 6;
    private static final int DAY = 480;

    private static TestDatabase database;
    private static Services services;
    private static People people;
    private static int plansMade;

    @BeforeContainer
    static void open() {
        database = TestDatabase.embedded();
        services = database.services(TestClock.at(SmallPlan.START.plusDays(1)));
        people = People.join(services);
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    private static SmallPlan plan() {
        plansMade++;
        return SmallPlan.add(services, people.planner(), "LAW" + plansMade);
    }

    private static PlanSnapshot read(SmallPlan plan) {
        return services.get(Plans.class).read(plan.project().id());
    }

    /** One edit of one task, by its place in the tree, so that it can be made on another plan of the same form. */
    private interface Edit {
        Edited make(PlanEditing editing, long projectId, PlanSnapshot plan);
    }

    private static List<Edit> edits(Random random) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 1 + random.nextInt(EDITS); i > 0; i--) {
            int place = 1 + random.nextInt(2);
            int amount = 1 + random.nextInt(12);
            edits.add(switch (random.nextInt(4)) {
                case 0 -> (editing, project, plan) -> {
                    Task task = plan.tasks().get(place);
                    return editing.move(people.planner(), project, task.id(), task.version(),
                            task.dates().startOn().plusDays(amount));
                };
                case 1 -> (editing, project, plan) -> {
                    Task task = plan.tasks().get(place);
                    return editing.stretch(people.planner(), project, task.id(), task.version(), task.dates().startOn(),
                            task.dates().startOn().plusDays(amount));
                };
                case 2 -> (editing, project, plan) -> {
                    Task task = plan.tasks().get(place);
                    return editing.change(people.planner(), project, task.id(), task.version(),
                            task.input().withDuration(amount * DAY));
                };
                default -> (editing, project, plan) -> {
                    if (plan.links().isEmpty()) {
                        return editing.link(people.planner(), project, new LinkInput(plan.tasks().get(1).id(),
                                plan.tasks().get(2).id(), LinkType.START_TO_START, amount * DAY, false));
                    } else {
                        return editing.unlink(people.planner(), project, LinkInput.of(plan.links().getFirst()));
                    }
                };
            });
        }
        return edits;
    }

    private static List<String> said(PlanSnapshot plan) {
        List<String> said = new ArrayList<>();
        List<Long> ids = plan.tasks().stream().map(Task::id).toList();
        plan.tasks().forEach(task -> said.add(task.name() + task.input().durationMinutes()
                + task.input().constraintType() + task.input().constraintOn() + task.dates().startOn()
                + task.dates().finishOn() + task.dates().critical()));
        plan.links().forEach(link -> said.add(ids.indexOf(link.predecessorId()) + " " + link.linkType() + " "
                + ids.indexOf(link.successorId()) + " " + link.lagMinutes()));
        return said;
    }

    private static long tried(SmallPlan plan, List<Edit> edits) {
        Sandboxes sandboxes = services.get(Sandboxes.class);
        long sandbox = sandboxes.make(people.planner(), plan.project().id(), "Law");
        for (Edit edit : edits) {
            PlanSnapshot now = sandboxes.open(people.planner(), sandbox).plan();
            sandboxes.edit(people.planner(), sandboxes.get(sandbox), (editing, tree) -> edit.make(editing, plan.project().id(), now));
        }
        return sandbox;
    }

    @Property(tries = TRIES)
    void applying_a_sandbox_equals_making_its_edits_live(@ForAll Random random) {
        List<Edit> edits = edits(random);
        SmallPlan one = plan();
        SmallPlan other = plan();
        List<String> before = said(read(one));

        long sandbox = tried(one, edits);
        for (Edit edit : edits) {
            edit.make(services.get(PlanEditing.class), other.project().id(), read(other));
        }
        List<String> seen = said(services.get(Sandboxes.class).open(people.planner(), sandbox).plan());
        assertThat(seen).isEqualTo(said(read(other)));

        try {
            services.get(Sandboxes.class).apply(people.planner(), services.get(Sandboxes.class).get(sandbox));
        } catch (Refusal refused) {
            assertThat(refused.key()).as("edits that came to nothing").isEqualTo("sandbox.empty");
        }
        assertThat(said(read(one))).isEqualTo(said(read(other)));
        if (!said(read(one)).equals(before)) {
            services.get(PlanEditing.class).undo(people.planner(), one.project().id());
        }
        assertThat(said(read(one))).isEqualTo(before);
    }

    @Property(tries = TRIES)
    void throwing_a_sandbox_away_changes_nothing(@ForAll Random random) {
        SmallPlan plan = plan();
        PlanSnapshot before = read(plan);

        long sandbox = tried(plan, edits(random));
        services.get(Sandboxes.class).throwAway(people.planner(), services.get(Sandboxes.class).get(sandbox));

        PlanSnapshot after = read(plan);
        assertThat(after.head()).isEqualTo(before.head());
        assertThat(after.tasks()).isEqualTo(before.tasks());
        assertThat(after.links()).isEqualTo(before.links());
    }

    @Property(tries = TRIES)
    void a_taken_baseline_never_changes_whatever_follows(@ForAll Random random) {
        SmallPlan plan = plan();
        long project = plan.project().id();
        Plans plans = services.get(Plans.class);
        PlanVersion first = new PlanVersion(1);
        plans.takeBaseline(people.planner(), project, "Promise", null);
        Object promised = kept(plans, project, 0);

        for (Edit edit : edits(random)) {
            edit.make(services.get(PlanEditing.class), project, read(plan));
        }
        services.get(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(),
                SmallPlan.START, BigDecimal.valueOf(1 + random.nextInt(9)), null, null, null, null, null));
        plans.takeBaseline(people.planner(), project, "Again", "雨");

        assertThat(kept(plans, project, 0)).isEqualTo(promised);
        assertThat(services.get(Baselines.class).compare(project, first, first).comparison().changed()).isEmpty();
    }

    private static Object kept(Plans plans, long project, int place) {
        var baseline = plans.baselines(project).get(place);
        return List.of(baseline, plans.baselineTasks(baseline.id()));
    }
}
