package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterStairwell;
import city.renewal.plan.WorkTypes;
import city.renewal.project.ProjectPeople;
import city.renewal.visit.VisitTurns.Turn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What has to be done inside homes, for which times are offered, and the tasks of the plan that it belongs to. */
public final class VisitWorks {

    private final WorkDao dao;
    private final VisitTurns turns;
    private final HouseholdRegister register;
    private final WorkTypes types;
    private final ProjectPeople people;
    private final AuditTrail audit;

    VisitWorks(Jdbi jdbi, VisitTurns turns, HouseholdRegister register, WorkTypes types, ProjectPeople people,
               AuditTrail audit) {
        this.dao = jdbi.onDemand(WorkDao.class);
        this.turns = turns;
        this.register = register;
        this.types = types;
        this.people = people;
        this.audit = audit;
    }

    /** @return the works of a project, in the order in which they were added */
    public List<VisitWork> of(long projectId) {
        return dao.works(projectId);
    }

    /**
     * Adds work that is done inside homes.
     *
     * @return its id
     * @throws Refusal when the actor may not, a text is missing or too long, the type of work is not known, or a
     *                 building has no household in the register; {@code visit.task.unfit} as {@link #link}
     */
    public long add(Actor actor, long projectId, NewWork work) {
        require(actor, projectId);
        VisitRules.checkWords(work.titles(), NewWork.LONGEST_TITLE);
        if (work.prepare() != null) {
            VisitRules.checkWords(work.prepare(), NewWork.LONGEST_PREPARE);
        }
        if (types.find(work.workType()).isEmpty()) {
            throw new Refusal("visit.type.missing");
        }
        Set<Long> registered = register.stairwells(projectId).stream().map(RegisterStairwell::placeId)
                .collect(Collectors.toSet());
        if (work.placeIds().isEmpty() || !registered.containsAll(work.placeIds())) {
            throw new Refusal("visit.building.missing");
        }
        requireFit(projectId, work.placeIds(), work.taskId());
        Words prepare = work.prepare();
        return turns.take(actor, projectId, () -> {
            long id = dao.add(new VisitWork(0, projectId, work.titles().zh(), work.titles().en(),
                    prepare == null ? null : prepare.zh(), prepare == null ? null : prepare.en(), work.workType(),
                    work.taskId()));
            dao.addPlaces(id, work.placeIds());
            audit.record(actor, "visit.work.add", subject(id), null, work.titles().zh());
            return Turn.to(id);
        });
    }

    /** @return the tasks of the project's plan that homes can be counted for, in the plan's order */
    public List<WorkTask> tasks(long projectId) {
        return dao.tasks(projectId, WorkTask.UNIT);
    }

    /**
     * Says for which task of the plan the homes of a work are counted. What was reported before stays with the task
     * that it was reported for.
     *
     * @param taskId null for none
     * @throws Refusal when the actor may not, or there is no such work; {@code visit.task.unfit} when the task is none
     *                 of {@link #tasks}, or is done at another place than the work's only building
     */
    public void link(Actor actor, long workId, @Nullable Long taskId) {
        actor.require(Visits.HANDLERS);
        VisitWork work = get(workId);
        require(actor, work.projectId());
        requireFit(work.projectId(), dao.places(workId), taskId);
        turns.take(actor, work.projectId(), () -> {
            VisitWork now = get(workId);
            if (Objects.equals(now.taskId(), taskId)) {
                return Turn.none(workId);
            }
            dao.link(workId, taskId);
            audit.record(actor, "visit.work.link", subject(workId), task(now.taskId()), task(taskId));
            return Turn.to(workId);
        });
    }

    private void requireFit(long projectId, Set<Long> placeIds, @Nullable Long taskId) {
        if (taskId != null && tasks(projectId).stream().noneMatch(task -> task.id() == taskId
                && (task.placeId() == null || placeIds.equals(Set.of(task.placeId()))))) {
            throw new Refusal("visit.task.unfit");
        }
    }

    private static @Nullable String task(@Nullable Long taskId) {
        return taskId == null ? null : "task:" + taskId;
    }

    /** @throws Refusal when the actor may not, there is none, or slots have been offered for it */
    public void remove(Actor actor, long workId) {
        actor.require(Visits.HANDLERS);
        VisitWork work = get(workId);
        require(actor, work.projectId());
        turns.run(actor, work.projectId(), () -> {
            if (dao.countSlots(workId) > 0) {
                throw new Refusal("visit.work.used");
            }
            dao.removePlaces(workId);
            dao.remove(workId);
            audit.record(actor, "visit.work.remove", subject(workId), work.title(), null);
        });
    }

    VisitWork get(long workId) {
        return dao.work(workId).orElseThrow(() -> new Refusal("visit.work.unknown"));
    }

    private void require(Actor actor, long projectId) {
        actor.require(Visits.HANDLERS);
        people.require(actor, projectId);
    }

    private static String subject(long workId) {
        return "visit-work:" + workId;
    }
}
