package city.renewal.site.finding;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Refusal;
import city.renewal.project.PostedParty;
import city.renewal.project.ProjectPeople;
import city.renewal.site.finding.FindingSteps.Standing;
import city.renewal.site.photo.Photos;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Findings of quality and safety. A supervisor raises one and tells a party of the project to put it right by a day; who
 * did that says so with photos; a supervisor looks again and closes or reopens it, never the one who put it right. Every
 * step is added and stays; it, its photos and where the finding stands are stored together or not at all.
 *
 * <p>A finding that is not put right on its due date rises by itself: how far follows from the day, see
 * {@link SiteFinding#level}. Days are calendar days of the configured zone. Safe for any number of threads.
 */
public final class Findings {

    /** Characters that what is wrong, or a remark, may have. */
    public static final int LONGEST_TEXT = 2_000;
    /** Photos that a step may have. */
    public static final int MOST_PHOTOS = 9;
    /** Calendar days from today that a due date may lie ahead. */
    public static final int LONGEST_DUE_DAYS = 365;

    private final Jdbi jdbi;
    private final FindingDao dao;
    private final ProjectPeople people;
    private final FindingRules rules;
    private final AuditTrail audit;
    private final FindingSteps steps;
    private final Clock clock;

    /** @param clock in the zone in which days begin and end */
    public Findings(Jdbi jdbi, ProjectPeople people, FindingRules rules, Photos photos, AuditTrail audit,
                    ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(FindingDao.class);
        this.people = people;
        this.rules = rules;
        this.audit = audit;
        this.steps = new FindingSteps(jdbi, people, rules, photos, audit, feed, clock);
        this.clock = clock;
    }

    /** @return whether the person may raise findings and tell who puts them right */
    public static boolean mayRaise(Actor actor) {
        return actor.is(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR);
    }

    /** @return whether the person may say that a finding was put right: those who report work */
    public static boolean mayRectify(Actor actor) {
        return actor.is(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);
    }

    /** @return whether the person may close and reopen findings; those they put right themselves are refused */
    public static boolean mayCheck(Actor actor) {
        return actor.is(Role.SUPERVISOR);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Raises a finding; one that names a party is assigned at once. Sent again under its request id by the same person,
     * the first one is answered and nothing is stored twice.
     *
     * @return the finding as it stands, on disk with its photos
     * @throws Refusal when the actor may not ({@code refused.role}), or not on this project ({@code refused.project}, here
     *                 and for every step); the project is unknown; kind, severity, text, photos
     *                 or due date will not do ({@code finding.…}); place, task or party are another project's
     *                 ({@code finding.place.foreign} and so on); or the request id was used for something else
     *                 ({@code finding.request.reused})
     */
    public SiteFinding raise(Actor actor, NewFinding raised) {
        requireRaiser(actor);
        FindingRules.Severity severity = rules.severity(raised.severity());
        String what = FindingChecks.text(raised.what(), "finding.what.missing");
        FindingChecks.photos(raised.photos(), true);
        FindingChecks.request(raised.requestId());
        LocalDate today = today();
        LocalDate dueOn = raised.dueOn() == null
                ? rules.dueOn(raised.kind(), raised.severity(), today) : raised.dueOn();
        rules.kind(raised.kind());
        FindingChecks.due(dueOn, today);
        SiteFinding stored = jdbi.inTransaction(handle -> {
            if (dao.lockProject(raised.projectId()) == 0) {
                throw new Refusal("project.unknown", String.valueOf(raised.projectId()));
            }
            people.require(actor, raised.projectId());
            Optional<SiteFinding> sent = steps.sent(actor, raised.requestId(), FindingAct.RAISE, null, what);
            if (sent.isPresent()) {
                return sent.get();
            }
            requireParts(raised);
            FindingState state = raised.partyId() == null ? FindingState.RAISED : FindingState.ASSIGNED;
            NewFinding stripped = new NewFinding(raised.projectId(), raised.kind(), raised.severity(), what,
                    raised.placeId(), raised.taskId(), raised.partyId(), dueOn, raised.photos(), raised.requestId());
            long id = dao.add(stripped, state, dueOn, dueOn.plusDays(severity.manager()),
                    dueOn.plusDays(severity.officer()));
            steps.add(actor, id, 1, FindingAct.RAISE, what, raised.partyId(), dueOn, raised.photos(),
                    raised.requestId());
            audit.record(actor, "finding.raise", "finding:" + id, null, state + " " + dueOn + ": " + what);
            return get(id);
        });
        steps.publish(actor, stored);
        return stored;
    }

    private void requireParts(NewFinding raised) {
        if (raised.placeId() != null && !dao.hasPlace(raised.projectId(), raised.placeId())) {
            throw new Refusal("finding.place.foreign");
        }
        if (raised.taskId() != null && !dao.hasTask(raised.projectId(), raised.taskId())) {
            throw new Refusal("finding.task.foreign");
        }
        requireParty(raised.projectId(), raised.partyId());
    }

    private void requireParty(long projectId, @Nullable Long partyId) {
        if (partyId != null && !dao.hasParty(projectId, partyId)) {
            throw new Refusal("finding.party.foreign");
        }
    }

    /**
     * Tells a party of the project to put a finding right, or another one than before, or gives it another due date.
     *
     * @param dueOn the new due date as in {@link NewFinding}, null to keep the one that it has; a later one needs a remark
     * @throws Refusal when the actor may not, the finding is unknown, is put right or closed already
     *                 ({@code finding.step.unfit}), was changed since it was seen ({@code finding.changed}), the party is
     *                 another project's, or due date or remark will not do
     */
    public SiteFinding assign(Actor actor, FindingAction action, long partyId, @Nullable LocalDate dueOn) {
        requireRaiser(actor);
        String remark = FindingChecks.optional(action.remark());
        return steps.take(actor, action, FindingAct.ASSIGN, remark, finding -> {
            requireState(finding, FindingState.RAISED, FindingState.ASSIGNED);
            requireParty(finding.projectId(), partyId);
            LocalDate due = dueOn == null || dueOn.equals(finding.dueOn()) ? finding.dueOn() : dueOn;
            if (!due.equals(finding.dueOn())) {
                FindingChecks.due(due, today());
            }
            if (due.isAfter(finding.dueOn()) && remark == null) {
                throw new Refusal("finding.extension.missing");
            }
            return new Standing(FindingState.ASSIGNED, partyId, due);
        });
    }

    /**
     * Says that a finding was put right. It then waits for a supervisor.
     *
     * @param action with a remark that says what was done, and at least one photo
     * @throws Refusal when the actor may not, or people of the party are named and the actor is none of them
     *                 ({@code refused.party}, kept in the audit trail), nobody was told to put it right or it waits or is
     *                 closed already ({@code finding.step.unfit}), it was changed since it was seen ({@code finding.changed}), or remark
     *                 or photos will not do
     */
    public SiteFinding rectify(Actor actor, FindingAction action) {
        actor.require(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);
        String remark = FindingChecks.text(action.remark(), "finding.remark.missing");
        FindingChecks.photos(action.photos(), true);
        return steps.take(actor, action, FindingAct.RECTIFY, remark, finding -> {
            requireState(finding, FindingState.ASSIGNED);
            people.requireParty(actor, new PostedParty(Objects.requireNonNull(finding.partyId()),
                    String.valueOf(finding.partyRole()), String.valueOf(finding.organisation())));
            return new Standing(FindingState.RECTIFIED, finding.partyId(), finding.dueOn());
        });
    }

    /**
     * Closes a finding that was looked at again and is right.
     *
     * @throws Refusal when the actor is no supervisor, ever said of this finding that it was put right
     *                 ({@code finding.own}), it does not wait for a re-check ({@code finding.step.unfit}) or was changed
     *                 since it was seen ({@code finding.changed}; the message says by whom)
     */
    public SiteFinding close(Actor actor, FindingAction action) {
        actor.require(Role.SUPERVISOR);
        String remark = FindingChecks.optional(action.remark());
        return steps.take(actor, action, FindingAct.CLOSE, remark, finding -> {
            requireState(finding, FindingState.RECTIFIED);
            if (dao.rectifiedBy(finding.id(), actor.accountId())) {
                throw new Refusal("finding.own");
            }
            return new Standing(FindingState.CLOSED, finding.partyId(), finding.dueOn());
        });
    }

    /**
     * Gives a finding back to be put right: one that was looked at again and is not right, or is wrong anew.
     *
     * @param action with a remark that says why
     * @param dueOn  the new due date as in {@link NewFinding}
     * @throws Refusal as {@link #close}, and when the remark or the due date will not do; one that is raised or assigned
     *                 cannot be reopened ({@code finding.step.unfit})
     */
    public SiteFinding reopen(Actor actor, FindingAction action, LocalDate dueOn) {
        actor.require(Role.SUPERVISOR);
        String remark = FindingChecks.text(action.remark(), "finding.reason.missing");
        FindingChecks.due(dueOn, today());
        return steps.take(actor, action, FindingAct.REOPEN, remark, finding -> {
            requireState(finding, FindingState.RECTIFIED, FindingState.CLOSED);
            return new Standing(FindingState.ASSIGNED, finding.partyId(), dueOn);
        });
    }

    private static void requireRaiser(Actor actor) {
        actor.require(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR);
    }

    private static void requireState(SiteFinding finding, FindingState... fit) {
        if (!List.of(fit).contains(finding.state())) {
            throw new Refusal("finding.step.unfit", String.valueOf(finding.id()));
        }
    }

    /** @throws Refusal when there is no such finding ({@code finding.unknown}) */
    public SiteFinding get(long id) {
        return steps.finding(id);
    }

    /** @return everything that was done with a finding, in order; empty when there is none */
    public List<FindingStep> steps(long id) {
        return dao.steps(id);
    }

    /** @return in one statement a page of the findings, open ones first and those due first before others */
    public List<SiteFinding> page(FindingFilter filter, int limit, int offset) {
        return dao.page(filter.states(), filter.projectCode(), filter.kind(), filter.organisation(),
                filter.level().ordinal(), by(filter), limit, offset);
    }

    /** @return in one statement the first of the findings on projects that are open to the actor */
    public List<SiteFinding> mine(Actor actor, FindingFilter filter, int limit) {
        return dao.mine(actor.accountId(), actor.role(), filter.states(), filter.level().ordinal(), by(filter), limit);
    }

    /** @return whether the actor may take steps in a project, as far as its people go */
    public boolean open(Actor actor, long projectId) {
        return people.open(actor, projectId);
    }

    /** @return in one statement how many findings there are */
    public int count(FindingFilter filter) {
        return dao.count(filter.states(), filter.projectCode(), filter.kind(), filter.organisation(),
                filter.level().ordinal(), by(filter));
    }

    /** What is due today is in time. */
    private LocalDate by(FindingFilter filter) {
        return filter.level() == FindingLevel.HANDLER ? today().minusDays(1) : today();
    }

    /** @return in one statement the counts of every project and party that has findings, by project code and name */
    public List<FindingCount> counts() {
        return dao.counts(today());
    }

    /** @return whether the actor may report a finding as put right, as far as the people of its party go */
    public boolean openParty(Actor actor, SiteFinding finding) {
        return finding.partyId() == null || people.openParty(actor, finding.partyId());
    }

    /** @return who takes part in a project, in the order they are posted */
    public List<PostedParty> parties(long projectId) {
        return people.parties(projectId);
    }

    /** @return the tasks that a finding of the project may name, in the order of its plan */
    public List<FindingTask> tasks(long projectId) {
        return dao.tasks(projectId);
    }
}
