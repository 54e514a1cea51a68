package city.renewal.plan.conflict;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkType.Ground;
import city.renewal.plan.WorkTypes;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where works of the programme get in each other's way: a surface that somebody will dig up again, a road closed twice
 * at once. Found anew at every question in one statement; nothing is stored but where projects lie.
 */
public final class RoadConflicts {

    private final Jdbi jdbi;
    private final ConflictDao dao;
    private final ConflictSearch search;
    private final List<String> types;
    private final AuditTrail audit;
    private final ChangeFeed feed;

    public RoadConflicts(Jdbi jdbi, WorkTypes types, AuditTrail audit, ChangeFeed feed) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(ConflictDao.class);
        this.search = new ConflictSearch(types);
        this.types = types.all().stream()
                .filter(type -> type.ground() != Ground.NONE || type.closes())
                .map(WorkType::id)
                .toList();
        this.audit = audit;
        this.feed = feed;
    }

    /** A project with its place along a road, null while nobody said where it lies. */
    public record PlacedProject(long id, String code, Words names, @Nullable RoadPosition position) {
    }

    /** @return the conflicts of the whole programme, by date */
    public List<RoadConflict> all() {
        return search.among(dao.works(types));
    }

    /** @return the conflicts that one project has, with itself and with others, by date */
    public List<RoadConflict> of(long projectId) {
        return search.among(dao.worksAround(projectId, types)).stream()
                .filter(conflict -> conflict.concerns(projectId))
                .toList();
    }

    /** @return every project with its place along a road, in the order they were made */
    public List<PlacedProject> projects() {
        return dao.placed().stream()
                .map(placed -> new PlacedProject(placed.id(), placed.code(),
                        new Words(placed.name(), placed.nameEn()), placed.position()))
                .toList();
    }

    /**
     * Says where a project lies.
     *
     * @param position null when it lies on no road
     * @throws Refusal when the actor is no planner or administrator, the road has no name, or the project does not end
     *                 after it begins
     */
    public void place(Actor actor, long projectId, @Nullable RoadPosition position) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (position != null) {
            check(position);
        }
        jdbi.useTransaction(handle -> {
            dao.remove(projectId);
            if (position != null) {
                dao.add(projectId, position);
            }
            audit.record(actor, "project.road", "project-id:" + projectId, null,
                    position == null ? null : position.toString());
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }

    private static void check(RoadPosition position) {
        if (position.road().isBlank() || position.road().length() > RoadPosition.LONGEST_ROAD) {
            throw new Refusal("conflict.road.missing", RoadPosition.LONGEST_ROAD);
        }
        if (position.from().signum() < 0 || position.to().compareTo(position.from()) <= 0) {
            throw new Refusal("conflict.road.order");
        }
    }
}
