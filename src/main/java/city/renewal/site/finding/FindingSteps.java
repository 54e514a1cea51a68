package city.renewal.site.finding;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.ProjectPeople;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How a step on a finding is taken: once, on what its author saw, and kept. What a step may do is told by its caller. */
final class FindingSteps {

    private final Jdbi jdbi;
    private final FindingDao dao;
    private final ProjectPeople people;
    private final FindingRules rules;
    private final Photos photos;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    FindingSteps(Jdbi jdbi, ProjectPeople people, FindingRules rules, Photos photos, AuditTrail audit, ChangeFeed feed,
                 Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(FindingDao.class);
        this.people = people;
        this.rules = rules;
        this.photos = photos;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** What a step leaves. */
    record Standing(FindingState state, @Nullable Long partyId, LocalDate dueOn) {
    }

    @FunctionalInterface
    interface Choice {
        Standing after(SiteFinding before);
    }

    /**
     * Takes a step on a finding that others may have changed: locks it, checks what the actor saw of it, and stores the
     * step, its photos and where the finding stands together.
     *
     * @throws Refusal when there is no such finding, the project is not the actor's, or it was changed since it was seen
     */
    SiteFinding take(Actor actor, FindingAction action, FindingAct act, @Nullable String remark,
                             Choice choice) {
        FindingChecks.photos(action.photos(), false);
        FindingChecks.request(action.requestId());
        SiteFinding stored = jdbi.inTransaction(handle -> {
            if (dao.lock(action.findingId()) == 0) {
                throw unknown(action.findingId());
            }
            Optional<SiteFinding> sent = sent(actor, action.requestId(), act, action.findingId(), remark);
            if (sent.isPresent()) {
                return sent.get();
            }
            SiteFinding before = finding(action.findingId());
            people.require(actor, before.projectId());
            if (before.steps() != action.seen()) {
                throw new Refusal("finding.changed", dao.actorOf(before.id(), before.steps()));
            }
            Standing after = choice.after(before);
            FindingRules.Severity severity = rules.severity(before.severity());
            boolean sameDay = after.dueOn().equals(before.dueOn());
            dao.set(before.id(), after.state(), after.partyId(), after.dueOn(),
                    sameDay ? before.managerOn() : after.dueOn().plusDays(severity.manager()),
                    sameDay ? before.officerOn() : after.dueOn().plusDays(severity.officer()));
            add(actor, before.id(), before.steps() + 1, act, remark, after.partyId(), after.dueOn(),
                    action.photos(), action.requestId());
            SiteFinding now = finding(before.id());
            audit.record(actor, "finding." + act.name().toLowerCase(Locale.ROOT), "finding:" + before.id(),
                    inAudit(before, null), inAudit(now, remark));
            return now;
        });
        publish(actor, stored);
        return stored;
    }

    /** @return the finding of a step that was sent before under the same request id */
    Optional<SiteFinding> sent(Actor actor, @Nullable String requestId, FindingAct act, @Nullable Long findingId,
                                       @Nullable String remark) {
        if (requestId == null) {
            return Optional.empty();
        }
        Optional<FindingDao.Sent> sent = dao.byRequest(actor.accountId(), requestId);
        sent.filter(step -> step.act() != act || findingId != null && findingId != step.findingId()
                || remark != null && !remark.equals(step.remark())).ifPresent(other -> {
                    throw new Refusal("finding.request.reused");
                });
        return sent.map(step -> finding(step.findingId()));
    }

    private static String inAudit(SiteFinding finding, @Nullable String remark) {
        return finding.state() + " " + finding.dueOn()
                + (finding.organisation() == null ? "" : " " + finding.organisation())
                + (remark == null ? "" : ": " + remark);
    }

    /** Adds a step with its photos; inside the transaction of the caller. */
    void add(Actor actor, long findingId, int number, FindingAct act, @Nullable String remark,
                         @Nullable Long partyId, LocalDate dueOn,
                         List<ReceivedPhoto> taken, @Nullable String requestId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        long step = dao.addStep(findingId, number, act, actor.accountId(), actor.name(), now,
                now.atZoneSameInstant(clock.getZone()).toLocalDate(), remark, partyId, dueOn, requestId);
        PhotoStage stage = act == FindingAct.RECTIFY || act == FindingAct.CLOSE ? PhotoStage.AFTER : PhotoStage.BEFORE;
        photos.addToStep(actor, step, taken, stage, now);
    }

    void publish(Actor actor, SiteFinding finding) {
        feed.publish(new ProjectChange(finding.projectId(), actor.name(),
                finding.taskId() == null ? Set.of() : Set.of(finding.taskId())));
    }

    private static Refusal unknown(long id) {
        return new Refusal("finding.unknown", String.valueOf(id));
    }

    /** @throws Refusal when there is no such finding */
    SiteFinding finding(long id) {
        return dao.byId(id).orElseThrow(() -> unknown(id));
    }
}
