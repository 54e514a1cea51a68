package city.renewal.project;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The projects of the programme. */
public final class Projects {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

    private final Jdbi jdbi;
    private final ProjectDao dao;
    private final Kinds kinds;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public Projects(Jdbi jdbi, Kinds kinds, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(ProjectDao.class);
        this.kinds = kinds;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Makes a project with its measures, stages, parties and places, all or nothing.
     *
     * @throws Refusal when the actor is no planner or administrator, the code is malformed or taken, or the kind or
     *                 the stage is not in {@code config/kinds.yaml}
     */
    public Project add(Actor actor, NewProject made) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        Kind kind = kinds.find(made.kind()).orElseThrow(() -> new Refusal("project.kind.unknown", made.kind()));
        if (kind.stages().stream().noneMatch(stage -> stage.id().equals(made.stage()))) {
            throw new Refusal("project.stage.unknown", made.stage(), made.kind());
        }
        return jdbi.inTransaction(handle -> {
            String code = made.code() == null ? freeCode() : checked(made.code());
            long id = dao.add(code, made, OffsetDateTime.now(clock));
            dao.addMeasures(id, made.measures());
            dao.addStages(id, made.stages());
            dao.addParties(id, made.parties());
            addPlaces(id, made.places());
            audit.record(actor, "project.add", "project:" + code, null, made.name());
            return dao.byCode(code).orElseThrow();
        });
    }

    private void addPlaces(long id, List<NewPlace> places) {
        dao.addPlaces(id, places);
        dao.addPlaceMeasures(id, places.stream()
                .flatMap(place -> place.measures().entrySet().stream()
                        .map(measure -> new PlaceMeasure(place.code(), measure.getKey(), measure.getValue())))
                .toList());
    }

    /**
     * Adds the places and measures that a project does not have yet, by code and by id; those it has stay as they are.
     *
     * @throws Refusal when the actor is no planner or administrator
     */
    public void complete(Actor actor, long projectId, List<Measure> measures, List<NewPlace> places) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        jdbi.useTransaction(handle -> {
            Set<String> measured = dao.measures(projectId).stream().map(Measure::measure).collect(Collectors.toSet());
            Set<String> placed = dao.places(projectId).stream().map(Place::code).collect(Collectors.toSet());
            dao.addMeasures(projectId, measures.stream()
                    .filter(measure -> !measured.contains(measure.measure())).toList());
            List<NewPlace> added = places.stream().filter(place -> !placed.contains(place.code())).toList();
            addPlaces(projectId, added);
            audit.record(actor, "project.complete", "project-id:" + projectId, null, added.size() + " places");
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }

    /** @throws Refusal when the code is malformed or taken */
    public void checkCode(String code) {
        checked(code);
    }

    private String checked(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(upper).matches()) {
            throw new Refusal("project.code.malformed", code);
        }
        if (dao.byCode(upper).isPresent()) {
            throw new Refusal("project.code.taken", upper);
        }
        return upper;
    }

    private String freeCode() {
        long next = dao.count() + 1;
        while (dao.byCode("P" + next).isPresent()) {
            next++;
        }
        return "P" + next;
    }

    /** @return the project with this code, in whichever case it is written */
    public Optional<Project> find(String code) {
        return dao.byCode(code.toUpperCase(Locale.ROOT));
    }

    /** @throws Refusal when there is no such project */
    public Project get(String code) {
        return find(code).orElseThrow(() -> new Refusal("project.unknown", code));
    }

    /** @throws Refusal when there is no such project */
    public Project get(long id) {
        return dao.byId(id).orElseThrow(() -> new Refusal("project.unknown", String.valueOf(id)));
    }

    /** @return every project in the order they were made */
    public List<Project> all() {
        return dao.all();
    }

    public boolean none() {
        return dao.count() == 0;
    }

    public List<ProjectMeasure> measures() {
        return dao.allMeasures();
    }

    /** @return the measures of the projects, by project and measure */
    public List<ProjectMeasure> measures(Collection<Long> projectIds) {
        return projectIds.isEmpty() ? List.of() : dao.measuresOf(projectIds);
    }

    public List<Measure> measures(long projectId) {
        return dao.measures(projectId);
    }

    /** @return the dates of the stages that have any, in no particular order; the order is the kind's */
    public List<StageDate> stages(long projectId) {
        return dao.stages(projectId);
    }

    public List<Party> parties(long projectId) {
        return dao.parties(projectId);
    }

    public List<Place> places(long projectId) {
        return dao.places(projectId);
    }

    /** @return how large the project and each of its places are, in no order */
    public List<PlaceMeasure> sizes(long projectId) {
        return dao.sizes(projectId);
    }

    /** @return where the project lies, empty where nobody said */
    public Optional<ProjectPoint> point(long projectId) {
        return dao.point(projectId);
    }

    /**
     * Says where a project lies; photos taken elsewhere are marked from then on.
     *
     * @throws Refusal when the actor is no planner or administrator, there is no such project, or the point is outside
     *                 of China or its reach absurd
     */
    public void setPoint(Actor actor, String code, ProjectPoint point) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        ProjectPoint checked = point.checked();
        jdbi.useTransaction(handle -> {
            Project project = get(code);
            audit.record(actor, "project.point", "project:" + project.code(),
                    dao.point(project.id()).map(ProjectPoint::toString).orElse(null), checked.toString());
            dao.setPoint(project.id(), checked);
        });
    }

    /**
     * Says on which day a project reached a stage, inside the caller's transaction. A project that is further stays there;
     * one whose kind has no such stage stays as it is.
     *
     * @param stage id of a stage
     * @throws Refusal when the actor is no planner or administrator, or there is no such project
     */
    public void reach(Actor actor, long projectId, String stage, LocalDate on) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        Project project = get(projectId);
        List<String> stages = kinds.get(project.kind()).stages().stream().map(Kind.Stage::id).toList();
        if (!stages.contains(stage)) {
            return;
        }
        if (dao.reach(projectId, stage, on) == 0) {
            dao.addStages(projectId, List.of(new StageDate(stage, null, on)));
        }
        if (stages.indexOf(stage) > stages.indexOf(project.stage())) {
            dao.setStage(projectId, stage);
        }
        audit.record(actor, "project.stage", "project:" + project.code(), project.stage(), stage + " " + on);
    }

    /**
     * Says that a project did not reach a stage, inside the caller's transaction. One that is there goes back to the stage
     * before it; one that is elsewhere stays there.
     *
     * @param stage id of a stage
     * @throws Refusal when the actor is no planner or administrator, or there is no such project
     */
    public void leave(Actor actor, long projectId, String stage) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        Project project = get(projectId);
        List<String> stages = kinds.get(project.kind()).stages().stream().map(Kind.Stage::id).toList();
        int number = stages.indexOf(stage);
        if (number < 0) {
            return;
        }
        dao.reach(projectId, stage, null);
        String now = number > 0 && project.stage().equals(stage) ? stages.get(number - 1) : project.stage();
        dao.setStage(projectId, now);
        audit.record(actor, "project.stage", "project:" + project.code(), project.stage(), now);
    }

    /** @throws Refusal when the actor is no planner or administrator, or there is no such project */
    public void setOpenToPublic(Actor actor, String code, boolean open) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        long changed = jdbi.inTransaction(handle -> {
            Project project = get(code);
            dao.setOpenToPublic(project.id(), open);
            audit.record(actor, "project.public", "project:" + project.code(),
                    String.valueOf(project.openToPublic()), String.valueOf(open));
            return project.id();
        });
        feed.publish(new ProjectChange(changed, actor.name(), Set.of()));
    }
}
