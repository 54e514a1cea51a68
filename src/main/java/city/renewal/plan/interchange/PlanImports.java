package city.renewal.plan.interchange;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.plan.Plans;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.Scheduler;
import java.nio.file.Path;
import java.util.Optional;
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
    private final ScheduleFileReader reader;
    private final ImportPlacement placement;

    public PlanImports(Jdbi jdbi, Projects projects, Plans plans, Kinds kinds, Scheduler scheduler,
                       ScheduleFileReader reader) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.plans = plans;
        this.kinds = kinds;
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
        return new ImportPreview(name, placement.place(reader.read(file, name)));
    }

    /**
     * Says whether an import under this code could be done, without doing it.
     *
     * @param code code of a project, or null for a new one
     * @throws Refusal when the project has a plan already
     */
    public void checkTarget(@Nullable String code) {
        Optional<Project> existing = code == null ? Optional.empty() : projects.find(code);
        if (existing.isPresent() && plans.exists(existing.get().id())) {
            throw new Refusal("plan.exists");
        }
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
