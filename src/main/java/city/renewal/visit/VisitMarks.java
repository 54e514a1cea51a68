package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.project.ProjectPeople;
import city.renewal.visit.VisitTurns.Turn;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** What crews found at the doors. */
public final class VisitMarks {

    private final VisitDao dao;
    private final VisitTurns turns;
    private final VisitRules rules;
    private final ProjectPeople people;
    private final VisitSeals seals;
    private final AuditTrail audit;
    private final Clock clock;

    VisitMarks(Jdbi jdbi, VisitTurns turns, VisitRules rules, ProjectPeople people, VisitSeals seals, AuditTrail audit,
               Clock clock) {
        this.dao = jdbi.onDemand(VisitDao.class);
        this.turns = turns;
        this.rules = rules;
        this.people = people;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says what the crew found, from the day of the appointment on; a slip is mended by saying it anew, as long as the
     * household has not booked again. Saying the same again changes nothing.
     *
     * @param outcome done, nobody home or declined
     * @param reason  what the crew noted, at most {@link Visits#LONGEST_REASON} characters; needed unless it is done
     * @throws Refusal when the actor may not; {@code visit.early}; {@code visit.gone} when it was moved, cancelled or
     *                 followed by another; {@code visit.mark.barred} when it is not done on a day without visits;
     *                 {@code visit.reason.missing}, {@code visit.reason.long}
     */
    public Visit mark(Actor actor, long visitId, VisitState outcome, String reason) {
        actor.require(Visits.ON_SITE);
        Visit asked = get(visitId);
        people.require(actor, asked.projectId());
        if (!outcome.outcome()) {
            throw new IllegalArgumentException("No crew reports " + outcome);
        }
        VisitRules.checkReason(reason);
        if (outcome != VisitState.DONE && reason.isBlank()) {
            throw new Refusal("visit.reason.missing", Visits.LONGEST_REASON);
        }
        return turns.take(actor, asked.projectId(), () -> {
            Visit visit = get(visitId);
            if (visit.state() == outcome) {
                return Turn.none(visit);
            }
            boolean latest = Visit.latest(dao.ofHousehold(visit.householdId()), visit.workId())
                    .filter(last -> last.id() == visitId).isPresent();
            if (!latest) {
                throw new Refusal("visit.gone");
            }
            rules.requireCome(visit, outcome);
            dao.end(visitId, outcome, seals.seal(reason, VisitSeals.REASON), Visits.account(actor),
                    OffsetDateTime.now(clock));
            audit.record(actor, "visit.mark", Visits.subject(visit), visit.state().name(), outcome.name());
            return Turn.to(get(visitId));
        });
    }

    private Visit get(long visitId) {
        return dao.byId(visitId).orElseThrow(() -> new Refusal("visit.gone"));
    }
}
