package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a household can choose from. */
public final class VisitOffers {

    private final WorkDao works;
    private final SlotDao slots;
    private final VisitDao dao;
    private final VisitDays days;
    private final Projects projects;
    private final Clock clock;

    VisitOffers(Jdbi jdbi, VisitDays days, Projects projects, Clock clock) {
        this.works = jdbi.onDemand(WorkDao.class);
        this.slots = jdbi.onDemand(SlotDao.class);
        this.dao = jdbi.onDemand(VisitDao.class);
        this.days = days;
        this.projects = projects;
        this.clock = clock;
    }

    /** @return every work for the household's building, with what it can take from tomorrow on */
    public List<VisitOffer> to(HouseholdCodes.Holder holder) {
        return offers(holder.household(), today().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime());
    }

    /**
     * @return as {@link #to(HouseholdCodes.Holder)}, and with what begins later today
     * @throws Refusal when the actor may not
     */
    public List<VisitOffer> to(Actor actor, Household household) {
        actor.require(Visits.HANDLERS);
        return offers(household, OffsetDateTime.now(clock));
    }

    private List<VisitOffer> offers(Household household, OffsetDateTime from) {
        Project project = projects.get(household.projectId());
        List<Visit> visits = dao.ofHousehold(household.id());
        List<Bar> bars = days.from(project, today());
        List<Slot> free = slots.at(project.id(), household.placeId(), household.stairwell(), from).stream()
                .filter(slot -> slot.free() > 0)
                .filter(slot -> VisitDays.on(bars, slot.day(clock.getZone()), slot.workType()).isEmpty())
                .toList();
        return works.worksAt(project.id(), household.placeId()).stream()
                .map(work -> offer(work, Visit.latest(visits, work.id()).orElse(null), bars, free))
                .toList();
    }

    private VisitOffer offer(VisitWork work, @Nullable Visit visit, List<Bar> bars, List<Slot> free) {
        boolean booked = visit != null && visit.state() == VisitState.BOOKED;
        Bar bar = booked ? VisitDays.on(bars, visit.day(clock.getZone()), work.workType()).orElse(null) : null;
        boolean done = visit != null && visit.state() == VisitState.DONE;
        return new VisitOffer(work, visit, bar, done ? List.of() : free.stream()
                .filter(slot -> slot.workId() == work.id())
                .filter(slot -> !booked || slot.id() != visit.slotId())
                .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
