package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.visit.NewSlots.LeftOut;
import city.renewal.visit.NewSlots.Offered;
import city.renewal.visit.NewSlots.Span;
import city.renewal.visit.VisitTurns.Turn;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** When households can choose: slots of crews at stairwells, and days on which no crew comes. */
public final class VisitPlanning {

    /** Days that a blackout may have. */
    public static final int LONGEST_BLACKOUT = 92;
    /** Days ahead of today for which slots and blackouts can be set. */
    public static final int HORIZON_DAYS = 366;
    /** Characters of a blackout's words; the English ones may have twice as many. */
    public static final int LONGEST_WORDS = 100;

    private final WorkDao works;
    private final SlotDao slots;
    private final BlackoutDao blackouts;
    private final VisitDao visits;
    private final VisitTurns turns;
    private final VisitDays days;
    private final HouseholdRegister register;
    private final Projects projects;
    private final ProjectPeople people;
    private final AuditTrail audit;
    private final Clock clock;

    VisitPlanning(Jdbi jdbi, VisitTurns turns, VisitDays days, HouseholdRegister register, Projects projects,
                  ProjectPeople people, AuditTrail audit, Clock clock) {
        this.works = jdbi.onDemand(WorkDao.class);
        this.slots = jdbi.onDemand(SlotDao.class);
        this.blackouts = jdbi.onDemand(BlackoutDao.class);
        this.visits = jdbi.onDemand(VisitDao.class);
        this.turns = turns;
        this.days = days;
        this.register = register;
        this.projects = projects;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Offers times: all of them or, when one will not do, none. Days without visits that lie between the first and the
     * last are left out.
     *
     * @return how many were made, and the days that were left out with their reasons
     * @throws Refusal when the actor may not; {@code visit.barred} when every day is one without visits;
     *                 {@code visit.overlap} with the crew's slot that is there at the time; {@code visit.spans.overlap};
     *                 {@code visit.stairwell.unknown}; {@code visit.crew.missing}; {@code visit.homes.unusable};
     *                 {@code visit.span.unusable}; {@code visit.days.unusable}; {@code visit.past}
     */
    public Offered offer(Actor actor, NewSlots wanted) {
        actor.require(Visits.HANDLERS);
        VisitWork work = works.work(wanted.workId()).orElseThrow(() -> new Refusal("visit.work.unknown"));
        Project project = projects.get(work.projectId());
        require(actor, project.id());
        check(wanted, project.id());
        String crew = crew(wanted.crew());
        return turns.take(actor, project.id(), () -> {
            List<Bar> bars = days.from(project, wanted.firstOn());
            List<SlotDao.Written> made = new ArrayList<>();
            List<LeftOut> leftOut = new ArrayList<>();
            for (LocalDate day : wanted.firstOn().datesUntil(wanted.lastOn().plusDays(1)).toList()) {
                Optional<Bar> bar = VisitDays.on(bars, day, work.workType());
                if (bar.isPresent()) {
                    leftOut.add(new LeftOut(day, bar.get()));
                } else if (wanted.weekends() || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                    wanted.spans().forEach(span -> made.add(new SlotDao.Written(at(day, span.from()),
                            at(day, span.to()))));
                }
            }
            if (made.isEmpty()) {
                throw leftOut.isEmpty() ? new Refusal("visit.days.none") : VisitRules.barred(leftOut.getFirst().bar());
            }
            if (made.stream().anyMatch(slot -> !slot.endsAt().isAfter(OffsetDateTime.now(clock)))) {
                throw new Refusal("visit.past");
            }
            made.sort(Comparator.comparing(SlotDao.Written::startsAt));
            refuseOverlap(project.id(), crew, made);
            slots.add(project.id(), work.id(), wanted.placeId(), wanted.stairwell(), crew, wanted.capacity(), made);
            audit.record(actor, "visit.offer", "visit-work:" + work.id(), null, made.size() + " slots "
                    + wanted.firstOn() + ".." + wanted.lastOn() + " place " + wanted.placeId() + "/"
                    + wanted.stairwell() + " " + crew + " ×" + wanted.capacity());
            return Turn.to(new Offered(made.size(), leftOut));
        });
    }

    /** @param made by time, none overlapping another */
    private void refuseOverlap(long projectId, String crew, List<SlotDao.Written> made) {
        List<Slot> there = slots.ofCrew(projectId, crew, made.getFirst().startsAt(), made.getLast().endsAt());
        for (SlotDao.Written slot : made) {
            there.stream()
                    .filter(other -> other.startsAt().isBefore(slot.endsAt())
                            && other.endsAt().isAfter(slot.startsAt()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new VisitRefusal("visit.overlap", crew, other.day(clock.getZone()).toString(),
                                other.hours(clock.getZone()), other.buildings(), other.stairwell());
                    });
        }
    }

    private void check(NewSlots wanted, long projectId) {
        LocalDate today = LocalDate.now(clock);
        if (wanted.firstOn().isBefore(today)) {
            throw new Refusal("visit.past");
        }
        if (wanted.lastOn().isBefore(wanted.firstOn())
                || wanted.lastOn().isAfter(wanted.firstOn().plusDays(NewSlots.MOST_DAYS))
                || wanted.lastOn().isAfter(today.plusDays(HORIZON_DAYS))) {
            throw new Refusal("visit.days.unusable", NewSlots.MOST_DAYS, HORIZON_DAYS);
        }
        if (wanted.capacity() < 1 || wanted.capacity() > NewSlots.MOST_HOMES) {
            throw new Refusal("visit.homes.unusable", NewSlots.MOST_HOMES);
        }
        if (crew(wanted.crew()).isEmpty() || wanted.crew().length() > NewSlots.LONGEST_CREW) {
            throw new Refusal("visit.crew.missing", NewSlots.LONGEST_CREW);
        }
        spans(wanted.spans());
        if (!works.covers(wanted.workId(), wanted.placeId()) || register.stairwells(projectId).stream()
                .noneMatch(each -> each.placeId() == wanted.placeId()
                        && each.stairwell().equals(wanted.stairwell()))) {
            throw new Refusal("visit.stairwell.unknown");
        }
    }

    private static void spans(List<Span> spans) {
        if (spans.isEmpty() || spans.size() > NewSlots.MOST_SPANS
                || spans.stream().anyMatch(span -> !span.to().isAfter(span.from()))) {
            throw new Refusal("visit.span.unusable", NewSlots.MOST_SPANS);
        }
        for (int i = 0; i < spans.size(); i++) {
            for (Span other : spans.subList(0, i)) {
                if (spans.get(i).from().isBefore(other.to()) && other.from().isBefore(spans.get(i).to())) {
                    throw new Refusal("visit.spans.overlap", VisitTimes.hours(other.from(), other.to()),
                            VisitTimes.hours(spans.get(i).from(), spans.get(i).to()));
                }
            }
        }
    }

    /** One crew is one name, however its spaces and letters were typed. */
    private static String crew(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    /** @throws Refusal when the actor may not, there is none, or households have booked it */
    public void withdraw(Actor actor, long slotId) {
        actor.require(Visits.HANDLERS);
        Slot slot = slots.slot(slotId).orElseThrow(() -> new Refusal("visit.slot.unknown"));
        require(actor, slot.projectId());
        turns.run(actor, slot.projectId(), () -> {
            Slot now = slots.slot(slotId).orElseThrow(() -> new Refusal("visit.slot.unknown"));
            if (now.taken() > 0) {
                throw new Refusal("visit.slot.taken", now.taken());
            }
            slots.withdraw(slotId, OffsetDateTime.now(clock));
            audit.record(actor, "visit.withdraw", "visit-slot:" + slotId, slot.day(clock.getZone()) + " "
                    + slot.hours(clock.getZone()) + " " + slot.crew(), null);
        });
    }

    /**
     * Sets days without visits by hand. Appointments on them stay until they are moved, and are pointed out.
     *
     * @param words what households read; Chinese is needed
     * @return how many booked appointments lie on these days
     * @throws Refusal when the actor may not, the days will not do, or the words are missing or too long
     */
    public int bar(Actor actor, long projectId, LocalDate firstOn, LocalDate lastOn, Words words) {
        require(actor, projectId);
        VisitRules.checkWords(words, LONGEST_WORDS);
        LocalDate today = LocalDate.now(clock);
        if (firstOn.isBefore(today) || lastOn.isBefore(firstOn)
                || lastOn.isAfter(firstOn.plusDays(LONGEST_BLACKOUT - 1L))
                || lastOn.isAfter(today.plusDays(HORIZON_DAYS))) {
            throw new Refusal("visit.blackout.unusable", LONGEST_BLACKOUT, HORIZON_DAYS);
        }
        return turns.take(actor, projectId, () -> {
            long id = blackouts.add(projectId, firstOn, lastOn, words.zh(), words.en(),
                    OffsetDateTime.now(clock));
            audit.record(actor, "visit.bar", "visit-blackout:" + id, null, firstOn + ".." + lastOn + " " + words.zh());
            return Turn.to((int) visits.between(projectId, at(firstOn, LocalTime.MIN),
                            at(lastOn.plusDays(1), LocalTime.MIN)).stream()
                    .filter(visit -> visit.state() == VisitState.BOOKED).count());
        });
    }

    /** Takes days set by hand back. @throws Refusal when the actor may not, or there are none */
    public void unbar(Actor actor, long blackoutId) {
        actor.require(Visits.HANDLERS);
        BlackoutDao.Stored stored = blackouts.byId(blackoutId)
                .orElseThrow(() -> new Refusal("visit.blackout.unknown"));
        require(actor, stored.projectId());
        turns.run(actor, stored.projectId(), () -> {
            blackouts.remove(blackoutId);
            audit.record(actor, "visit.unbar", "visit-blackout:" + blackoutId,
                    stored.firstOn() + ".." + stored.lastOn() + " " + stored.words(), null);
        });
    }

    private void require(Actor actor, long projectId) {
        actor.require(Visits.HANDLERS);
        people.require(actor, projectId);
    }

    private OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toOffsetDateTime();
    }
}
