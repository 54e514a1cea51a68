package city.renewal.plan.interchange;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.Scheduler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings schedule files in: first a preview that writes nothing, then the import in one transaction. Safe for use by
 * many threads.
 */
public final class PlanImports {

    /** The kind of a project that was made for an imported plan, until somebody says more. */
    private static final String KIND = "other";
    private static final String STAGE = "works";

    private final Jdbi jdbi;
    private final Projects projects;
    private final Plans plans;
    private final Kinds kinds;
    private final PlanEditing editing;
    private final ScheduleFileReader reader;
    private final ImportPlacement placement;

    public PlanImports(Jdbi jdbi, Projects projects, Plans plans, PlanEditing editing, Kinds kinds,
                       Scheduler scheduler, ScheduleFileReader reader) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.plans = plans;
        this.kinds = kinds;
        this.editing = editing;
        this.reader = reader;
        this.placement = new ImportPlacement(scheduler);
    }

    /**
     * Reads a file and says what its import would bring.
     *
     * @param name the file's name as the person knows it
     * @throws UnreadableFileException when it cannot be read, or its links lead in a circle
     */
    public ImportPreview preview(Path file, String name) throws UnreadableFileException {
        PlanDocument read = reader.read(file, name);
        return new ImportPreview(name, read, placement.place(read));
    }

    /**
     * Says what a file would change of a plan that is there already, without changing it.
     *
     * @param code code of a project, or null for a new one
     * @return empty when there is no such project or it has no plan, so that {@link #store} would make one
     */
    public Optional<PlanUpdate> compare(ImportPreview preview, @Nullable String code) {
        AtomicLong placeholders = new AtomicLong();
        return planned(code).map(project -> PlanUpdate.between(plans.read(project.id()), preview,
                placeholders::decrementAndGet));
    }

    /**
     * Changes a plan to what a file says, as one step that can be undone; see {@link PlanUpdate} for what the file
     * decides.
     *
     * @return what was changed
     * @throws Refusal when the actor is no planner or administrator, the project has no plan, somebody changed the same
     *                 meanwhile, or the file makes a summary of a task on which work was reported
     */
    public PlanUpdate update(Actor actor, ImportPreview preview, String code) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        Project project = planned(code).orElseThrow(() -> new Refusal("plan.none"));
        PlanSnapshot plan = plans.read(project.id());
        AtomicLong ids = new AtomicLong(plans.takeTaskIds(preview.read().tasks().size()));
        PlanUpdate update = PlanUpdate.between(plan, preview, ids::getAndIncrement);
        editing.carryOut(actor, project.id(), "import", update.steps());
        return update;
    }

    private Optional<Project> planned(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(projects::find).filter(project -> plans.exists(project.id()));
    }

    /**
     * Stores the plan of a previewed file, all or nothing: in the project with the code when there is one without a
     * plan, else in a new project that is not open to the public.
     *
     * @param code code of the project, null to have one chosen
     * @param name name of a new project
     * @throws Refusal when the actor is no planner or administrator, the code is malformed, or the project has a plan
     */
    public Project store(Actor actor, ImportPreview preview, @Nullable String code, String name) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return jdbi.inTransaction(handle -> {
            Project project = Optional.ofNullable(code).flatMap(projects::find)
                    .orElseGet(() -> projects.add(actor, NewProject.named(code, KIND, name, stage())));
            plans.create(actor, project.id(), PlanDrafting.draft(preview.placement().document(), preview.fileName()));
            return project;
        });
    }

    private String stage() {
        return kinds.get(KIND).stages().stream()
                .map(Kind.Stage::id)
                .filter(STAGE::equals)
                .findFirst()
                .orElse(kinds.get(KIND).stages().getFirst().id());
    }
}
