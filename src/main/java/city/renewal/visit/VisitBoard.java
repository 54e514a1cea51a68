package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the desk reads of a project's appointments. Nothing here is typed: all is counted when it is asked. */
public final class VisitBoard {

    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    private final SlotDao slots;
    private final VisitDao dao;
    private final VisitDays days;
    private final HouseholdRegister register;
    private final ProjectPeople people;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    VisitBoard(Jdbi jdbi, VisitDays days, HouseholdRegister register, ProjectPeople people, Vault vault,
               AuditTrail audit, Clock clock) {
        this.slots = jdbi.onDemand(SlotDao.class);
        this.dao = jdbi.onDemand(VisitDao.class);
        this.days = days;
        this.register = register;
        this.people = people;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the works of a project, in the order in which they were added */
    public List<VisitWork> works(long projectId) {
        return slots.works(projectId);
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
     * @return appointments that fall into days without visits, those whose day is over without a word of the crew, and
     *         households where nobody was home, each by time; the audit trail says who read them
     * @throws Refusal when the actor may not
     */
    public List<Due> due(Actor actor, Project project) {
        actor.require(Visits.HANDLERS);
        List<Visit> open = dao.open(project.id());
        List<Bar> bars = days.from(project, open.stream().map(visit -> visit.day(clock.getZone()))
                .min(Comparator.naturalOrder()).orElse(today()));
        List<Visit> due = open.stream()
                .filter(visit -> visit.state() == VisitState.NOT_HOME || bar(visit, bars) != null
                        || visit.day(clock.getZone()).isBefore(today()))
                .toList();
        return read(actor, project, "due", due, bars).stream().map(Due::new).toList();
    }

    /**
     * The list of a day, by crew and time: everything that was not moved or cancelled. The audit trail says who read
     * it.
     *
     * @param crew null for all
     * @throws Refusal when the actor may not see the project's homes
     */
    public List<CrewLine> day(Actor actor, Project project, LocalDate day, @Nullable String crew) {
        actor.require(Visits.ON_SITE);
        people.require(actor, project.id());
        List<Visit> visits = dao.between(project.id(), start(day), start(day.plusDays(1))).stream()
                .filter(visit -> crew == null || visit.crew().equals(crew)).toList();
        return read(actor, project, crew == null ? day.toString() : day + " " + crew, visits,
                days.from(project, day));
    }

    /** @throws Refusal when the actor may not, or there is none */
    public CrewLine line(Actor actor, Project project, long visitId) {
        actor.require(Visits.HANDLERS);
        Visit visit = get(visitId);
        return read(actor, project, "visit:" + visitId, List.of(visit),
                days.from(project, visit.day(clock.getZone()))).getFirst();
    }

    /**
     * Opens the telephone number of an appointment; the audit trail says who did.
     *
     * @throws Refusal when the actor may not, or no number was left
     */
    public String phone(Actor actor, long visitId) {
        actor.require(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR);
        Visit visit = get(visitId);
        if (visit.phoneSealed() == null) {
            throw new Refusal("visit.phone.none");
        }
        String phone = vault.open(visit.phoneSealed(), Visits.PHONE_SEAL);
        audit.record(actor, "visit.phone", "visit:" + visitId, null, null);
        return phone;
    }

    private Visit get(long visitId) {
        return dao.byId(visitId).orElseThrow(() -> new Refusal("visit.gone"));
    }

    private List<CrewLine> read(Actor actor, Project project, String what, Collection<Visit> visits, List<Bar> bars) {
        Map<Long, HouseholdRegister.Door> doors = register.doors(actor,
                visits.stream().map(Visit::householdId).collect(Collectors.toSet()));
        if (!visits.isEmpty()) {
            audit.record(actor, "visit.read", "project:" + project.code(), null,
                    what + ", " + visits.size() + " doors");
        }
        return visits.stream().map(visit -> {
            HouseholdRegister.Door door = doors.get(visit.householdId());
            String phone = open(visit.phoneSealed(), Visits.PHONE_SEAL);
            return new CrewLine(visit, door.door(), door.maskedOwner(), open(visit.remarkSealed(), Visits.REMARK_SEAL),
                    phone == null ? null : masked(phone), open(visit.reasonSealed(), Visits.REASON_SEAL),
                    bar(visit, bars));
        }).toList();
    }

    private @Nullable Bar bar(Visit visit, List<Bar> bars) {
        return visit.state() != VisitState.BOOKED ? null
                : VisitDays.on(bars, visit.day(clock.getZone()), visit.workType()).orElse(null);
    }

    private @Nullable String open(@Nullable String sealed, String about) {
        return sealed == null ? null : vault.open(sealed, about);
    }

    /** @return the first three and last four digits of a long number, of a short one the last two */
    static String masked(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() > SHOWN_FIRST + SHOWN_LAST
                ? digits.substring(0, SHOWN_FIRST) + "****" + digits.substring(digits.length() - SHOWN_LAST)
                : "****" + digits.substring(digits.length() - 2);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
