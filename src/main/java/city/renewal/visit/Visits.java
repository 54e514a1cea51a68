package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.ProjectPeople;
import city.renewal.visit.VisitTurns.Turn;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What households book, move and cancel, themselves or by telephone through a worker. A slot never has more
 * appointments than homes. Doing again what was done changes nothing and is answered the same.
 */
public final class Visits {

    /** Who does everything with appointments. */
    static final Role[] HANDLERS = {Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR};
    /** Who may read a crew's list and say what it found. */
    static final Role[] ON_SITE = {Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.ENGINEER};

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 200;

    private final SlotDao slots;
    private final VisitDao dao;
    private final VisitTurns turns;
    private final VisitRules rules;
    private final HouseholdRegister register;
    private final HouseholdCodes codes;
    private final ProjectPeople people;
    private final VisitSeals seals;
    private final AuditTrail audit;
    private final Clock clock;

    Visits(Jdbi jdbi, VisitTurns turns, VisitRules rules, HouseholdRegister register, HouseholdCodes codes,
           ProjectPeople people, VisitSeals seals, AuditTrail audit, Clock clock) {
        this.slots = jdbi.onDemand(SlotDao.class);
        this.dao = jdbi.onDemand(VisitDao.class);
        this.turns = turns;
        this.rules = rules;
        this.register = register;
        this.codes = codes;
        this.people = people;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether the actor books for households and offers slots */
    public static boolean mayHandle(Actor actor) {
        return actor.is(HANDLERS);
    }

    /** @return whether the actor reads crews' lists and says what they found */
    public static boolean maySee(Actor actor) {
        return actor.is(ON_SITE);
    }

    /** Who changes an appointment: a household with its code, or a worker for it. */
    private record Party(Actor actor, boolean household) {

        static Party of(Household household) {
            return new Party(new Actor(0, "household:" + household.id(), "household", Role.VIEWER), true);
        }

        @Nullable Long account() {
            return household ? null : Visits.account(actor);
        }
    }

    /** Where a household lives, as slots are offered. */
    private record Home(long householdId, long projectId, long placeId, String stairwell) {

        static Home of(Household household) {
            return new Home(household.id(), household.projectId(), household.placeId(), household.stairwell());
        }

        static Home of(Visit visit) {
            return new Home(visit.householdId(), visit.projectId(), visit.placeId(), visit.stairwell());
        }
    }

    /**
     * Books for the household that holds a code. Booking the same slot again is answered with the appointment that is
     * there.
     *
     * @throws Refusal {@code visit.slot.unknown} for a slot that is withdrawn or another stairwell's;
     *                 {@code visit.full}; {@code visit.late} from midnight before the day; {@code visit.barred} on a day
     *                 without visits; {@code visit.booked} when there is another appointment for the work;
     *                 {@code visit.done}; {@code visit.many} when it chose {@value VisitRules#MOST_A_DAY} times today;
     *                 {@code visit.remark.long} and {@code visit.phone.malformed};
     *                 {@code code.voided} when a newer letter was printed meanwhile. Nothing is stored then
     */
    public Visit book(HouseholdCodes.Holder holder, long slotId, Contact contact) {
        return book(Home.of(holder.household()), slotId, contact, Party.of(holder.household()), holder);
    }

    /**
     * Books for a household by telephone, up to the end of the slot.
     *
     * @throws Refusal as {@link #book}, and when the actor may not
     */
    public Visit bookFor(Actor actor, Household household, long slotId, Contact contact) {
        actor.require(HANDLERS);
        handle(actor, household.projectId());
        return book(Home.of(household), slotId, contact, new Party(actor, false), null);
    }

    private Visit book(Home home, long slotId, Contact given, Party by,
                       HouseholdCodes.@Nullable Holder holder) {
        Contact contact = VisitRules.checked(given);
        return change(home.projectId(), by, holder, () -> {
            Slot slot = slot(home, slotId);
            List<Visit> visits = dao.ofHousehold(home.householdId());
            Visit before = Visit.latest(visits, slot.workId()).orElse(null);
            if (before != null && before.state() == VisitState.BOOKED) {
                if (before.slotId() == slotId) {
                    return Turn.none(before);
                }
                throw new Refusal("visit.booked", when(before));
            }
            if (before != null && before.state() == VisitState.DONE) {
                throw new Refusal("visit.done", before.day(clock.getZone()).toString());
            }
            rules.requireFew(visits, by.household());
            rules.requireOpen(slot, by.household());
            Visit made = add(slot, home.householdId(), null, seals.seal(contact.remark(), VisitSeals.REMARK),
                    seals.seal(contact.phone(), VisitSeals.PHONE), by);
            audit.record(by.actor(), "visit.book", subject(made), null, when(made));
            return Turn.to(made);
        });
    }

    /**
     * Moves the household's own appointment. Remark and telephone number stay with it. Moving to where it was moved
     * already is answered with the appointment that is there.
     *
     * @throws Refusal as {@link #book}; {@code visit.gone} when the appointment stands no longer or is another
     *                 household's; {@code visit.late} when it is today
     */
    public Visit move(HouseholdCodes.Holder holder, long visitId, long slotId) {
        return move(own(holder, visitId), slotId, "", Party.of(holder.household()), holder);
    }

    /**
     * Moves an appointment for a household.
     *
     * @param reason why, at most {@link #LONGEST_REASON} characters; blank for none
     * @throws Refusal as {@link #move}, and when the actor may not
     */
    public Visit moveFor(Actor actor, long visitId, long slotId, String reason) {
        actor.require(HANDLERS);
        Visit visit = get(visitId);
        handle(actor, visit.projectId());
        return move(visit, slotId, reason, new Party(actor, false), null);
    }

    private Visit move(Visit asked, long slotId, String reason, Party by,
                       HouseholdCodes.@Nullable Holder holder) {
        VisitRules.checkReason(reason);
        return change(asked.projectId(), by, holder, () -> {
            Visit from = get(asked.id());
            List<Visit> visits = dao.ofHousehold(from.householdId());
            Optional<Visit> latest = Visit.latest(visits, from.workId());
            if (latest.isPresent() && latest.get().state() == VisitState.BOOKED && latest.get().slotId() == slotId) {
                return Turn.none(latest.get());
            }
            rules.requireBooked(from, by.household());
            rules.requireFew(visits, by.household());
            Slot slot = slot(Home.of(from), slotId);
            if (slot.workId() != from.workId()) {
                throw new Refusal("visit.slot.unknown");
            }
            rules.requireOpen(slot, by.household());
            dao.end(from.id(), VisitState.MOVED, seals.seal(reason, VisitSeals.REASON), by.account(), now());
            Visit made = add(slot, from.householdId(), from.id(), from.remarkSealed(), from.phoneSealed(), by);
            audit.record(by.actor(), "visit.move", subject(made), when(from), when(made));
            return Turn.to(made);
        });
    }

    /**
     * Cancels the household's own appointment. Cancelling again changes nothing.
     *
     * @param reason why, at most {@link #LONGEST_REASON} characters; blank for none
     * @throws Refusal {@code visit.gone} when it stands no longer or is another household's; {@code visit.late} when it
     *                 is today; {@code visit.reason.long}; {@code code.voided}
     */
    public Visit cancel(HouseholdCodes.Holder holder, long visitId, String reason) {
        return cancel(own(holder, visitId), reason, Party.of(holder.household()), holder);
    }

    /** As {@link #cancel}, for a household. @throws Refusal also when the actor may not */
    public Visit cancelFor(Actor actor, long visitId, String reason) {
        actor.require(HANDLERS);
        Visit visit = get(visitId);
        handle(actor, visit.projectId());
        return cancel(visit, reason, new Party(actor, false), null);
    }

    private Visit cancel(Visit asked, String reason, Party by, HouseholdCodes.@Nullable Holder holder) {
        VisitRules.checkReason(reason);
        return change(asked.projectId(), by, holder, () -> {
            Visit visit = get(asked.id());
            if (visit.state() == VisitState.CANCELLED) {
                return Turn.none(visit);
            }
            rules.requireBooked(visit, by.household());
            dao.end(visit.id(), VisitState.CANCELLED, seals.seal(reason, VisitSeals.REASON), by.account(), now());
            audit.record(by.actor(), "visit.cancel", subject(visit), when(visit), null);
            return Turn.to(get(visit.id()));
        });
    }

    private Visit change(long projectId, Party by, HouseholdCodes.@Nullable Holder holder,
                         Supplier<Turn<Visit>> work) {
        return turns.take(by.actor(), projectId, () -> {
            if (holder != null) {
                codes.requireStanding(holder);
            }
            return work.get();
        });
    }

    private Visit add(Slot slot, long householdId, @Nullable Long movedFrom, @Nullable String remark,
                      @Nullable String phone, Party by) {
        register.keep(householdId);
        return get(dao.add(new VisitDao.Written(slot.id(), slot.workId(), householdId, movedFrom, remark, phone,
                by.account(), now())));
    }

    private Slot slot(Home home, long slotId) {
        return slots.slot(slotId)
                .filter(slot -> slot.placeId() == home.placeId() && slot.stairwell().equals(home.stairwell()))
                .orElseThrow(() -> new Refusal("visit.slot.unknown"));
    }

    private Visit own(HouseholdCodes.Holder holder, long visitId) {
        return dao.byId(visitId).filter(visit -> visit.householdId() == holder.household().id())
                .orElseThrow(() -> new Refusal("visit.gone"));
    }

    private Visit get(long visitId) {
        return dao.byId(visitId).orElseThrow(() -> new Refusal("visit.gone"));
    }

    private void handle(Actor actor, long projectId) {
        actor.require(HANDLERS);
        people.require(actor, projectId);
    }

    /** @return whose account is kept with what the actor did, null for the program itself */
    static @Nullable Long account(Actor actor) {
        return actor.accountId() == 0 ? null : actor.accountId();
    }

    static String subject(Visit visit) {
        return "visit:" + visit.id();
    }

    private String when(Visit visit) {
        return visit.day(clock.getZone()) + " " + visit.hours(clock.getZone());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
