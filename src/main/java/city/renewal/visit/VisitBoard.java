package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the desk reads of a project's appointments. Nothing here is typed: all is counted when it is asked. */
public final class VisitBoard {


    private final SlotDao slots;
    private final VisitDao dao;
    private final VisitDays days;
    private final HouseholdRegister register;
    private final ProjectPeople people;
    private final VisitSeals seals;
    private final AuditTrail audit;
    private final Clock clock;

    VisitBoard(Jdbi jdbi, VisitDays days, HouseholdRegister register, ProjectPeople people, VisitSeals seals,
               AuditTrail audit, Clock clock) {
        this.slots = jdbi.onDemand(SlotDao.class);
        this.dao = jdbi.onDemand(VisitDao.class);
        this.days = days;
        this.register = register;
        this.people = people;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return how far each work is in each of its buildings */
    public List<Remaining> remaining(long projectId) {
        return dao.remaining(projectId);
    }

    /** @return what bars visits from today on, the earliest first */
    public List<Bar> bars(Project project) {
        return days.from(project, today());
    }

    /** @return slots from today on that were not withdrawn, by time; those on days without visits among them */
    public List<Slot> slots(long projectId) {
        return slots.from(projectId, start(today()));
    }

    /** @return crews of a project, by name */
    public List<String> crews(long projectId) {
        return slots.crews(projectId);
    }

    /** @return the projects that have or had a slot which ends after a time and was not withdrawn */
    public Set<Long> projectsSince(OffsetDateTime time) {
        return slots.projectsSince(time);
    }

    /** An appointment that needs somebody. */
    public record Due(CrewLine line) {

        /** @return the days without visits that it falls into, null when it is something else */
        public @Nullable Bar bar() {
            return line.bar();
        }

        /** @return whether its day is over and nobody said what the crew found */
        public boolean unmarked() {
            return bar() == null && line.visit().state() == VisitState.BOOKED;
        }
    }

    /**
     * @param known lines that the reader has before the eyes; those that are as they were are not opened again
     * @return appointments that fall into days without visits, those whose day is over without a word of the crew, and
     *         households where nobody was home, each by time; the audit trail says who opened them
     * @throws Refusal when the actor may not
     */
    public List<Due> due(Actor actor, Project project, List<CrewLine> known) {
        actor.require(Visits.HANDLERS);
        people.require(actor, project.id());
        List<Visit> open = dao.open(project.id());
        List<Bar> bars = days.from(project, open.stream().map(visit -> visit.day(clock.getZone()))
                .min(Comparator.naturalOrder()).orElse(today()));
        List<Visit> due = open.stream()
                .filter(visit -> visit.state() == VisitState.NOT_HOME || bar(visit, bars) != null
                        || visit.day(clock.getZone()).isBefore(today()))
                .toList();
        return read(actor, project, "due", due, bars, known).stream().map(Due::new).toList();
    }

    /** As {@link #day(Actor, Project, LocalDate, String, List)}, for who has seen nothing of it yet. */
    public List<CrewLine> day(Actor actor, Project project, LocalDate day, @Nullable String crew) {
        return day(actor, project, day, crew, List.of());
    }

    /**
     * The list of a day, by crew and time: everything that was not moved or cancelled. The audit trail says who opened
     * what of it.
     *
     * @param crew  null for all
     * @param known lines that the reader has before the eyes; those that are as they were are not opened again
     * @throws Refusal when the actor may not see the project's homes
     */
    public List<CrewLine> day(Actor actor, Project project, LocalDate day, @Nullable String crew,
                              List<CrewLine> known) {
        actor.require(Visits.ON_SITE);
        people.require(actor, project.id());
        List<Visit> visits = dao.between(project.id(), start(day), start(day.plusDays(1))).stream()
                .filter(visit -> crew == null || visit.crew().equals(crew)).toList();
        return read(actor, project, crew == null ? day.toString() : day + " " + crew, visits,
                days.from(project, day), known);
    }

    /** @throws Refusal when the actor may not, or there is none */
    public CrewLine line(Actor actor, Project project, long visitId) {
        actor.require(Visits.HANDLERS);
        Visit visit = get(visitId);
        return read(actor, project, "visit:" + visitId, List.of(visit),
                days.from(project, visit.day(clock.getZone())), List.of()).getFirst();
    }

    /**
     * Opens the telephone number of an appointment; the audit trail says who did.
     *
     * @throws Refusal when the actor may not, or no number was left
     */
    public String phone(Actor actor, long visitId) {
        actor.require(Visits.HANDLERS);
        Visit visit = get(visitId);
        people.require(actor, visit.projectId());
        if (visit.phoneSealed() == null) {
            throw new Refusal("visit.phone.none");
        }
        String phone = seals.vault().open(visit.phoneSealed(), VisitSeals.PHONE);
        audit.record(actor, "visit.phone", "visit:" + visitId, null, null);
        return phone;
    }

    private Visit get(long visitId) {
        return dao.byId(visitId).orElseThrow(() -> new Refusal("visit.gone"));
    }

    private List<CrewLine> read(Actor actor, Project project, String what, Collection<Visit> visits, List<Bar> bars,
                                List<CrewLine> known) {
        Map<Visit, CrewLine> seen = known.stream().filter(line -> Objects.equals(line.bar(), bar(line.visit(), bars)))
                .collect(Collectors.toMap(CrewLine::visit, line -> line));
        List<Visit> unread = visits.stream().filter(visit -> !seen.containsKey(visit)).toList();
        if (!unread.isEmpty()) {
            Map<Long, HouseholdRegister.Door> doors = register.doors(actor,
                    unread.stream().map(Visit::householdId).collect(Collectors.toSet()));
            audit.record(actor, "visit.read", "project:" + project.code(), null,
                    what + ", " + unread.size() + " doors");
            unread.forEach(visit -> seen.put(visit, line(visit, doors.get(visit.householdId()), bar(visit, bars))));
        }
        return visits.stream().map(seen::get).toList();
    }

    private CrewLine line(Visit visit, HouseholdRegister.Door door, @Nullable Bar bar) {
        String phone = seals.open(visit.phoneSealed(), VisitSeals.PHONE);
        return new CrewLine(visit, door.door(), door.maskedOwner(), seals.open(visit.remarkSealed(), VisitSeals.REMARK),
                phone == null ? null : Telephone.masked(phone), seals.open(visit.reasonSealed(), VisitSeals.REASON), bar);
    }

    private @Nullable Bar bar(Visit visit, List<Bar> bars) {
        return visit.state() != VisitState.BOOKED ? null
                : VisitDays.on(bars, visit.day(clock.getZone()), visit.workType()).orElse(null);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
