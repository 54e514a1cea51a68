package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterStairwell;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.visit.NewSlots.LeftOut;
import city.renewal.visit.NewSlots.Offered;
import city.renewal.visit.NewSlots.Span;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What is offered to households: works, slots of crews at stairwells, and days on which no crew comes. */
public final class VisitPlanning {

    /** Days that a blackout may have. */
    public static final int LONGEST_BLACKOUT = 92;
    /** Days ahead of today for which slots and blackouts can be set. */
    public static final int HORIZON_DAYS = 366;
    /** Characters of a blackout's words; the English ones may have twice as many. */
    public static final int LONGEST_WORDS = 100;

    private final Jdbi jdbi;
    private final SlotDao slots;
    private final BlackoutDao blackouts;
    private final VisitDao visits;
    private final VisitDays days;
    private final HouseholdRegister register;
    private final WorkTypes types;
    private final Projects projects;
    private final ProjectPeople people;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    VisitPlanning(Jdbi jdbi, VisitDays days, HouseholdRegister register, WorkTypes types, Projects projects,
                  ProjectPeople people, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.slots = jdbi.onDemand(SlotDao.class);
        this.blackouts = jdbi.onDemand(BlackoutDao.class);
        this.visits = jdbi.onDemand(VisitDao.class);
        this.days = days;
        this.register = register;
        this.types = types;
        this.projects = projects;
        this.people = people;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Adds work that is done inside homes.
     *
     * @return its id
     * @throws Refusal when the actor may not, a text is missing or too long, the type of work is not known, or a
     *                 building has no household in the register
     */
    public long add(Actor actor, long projectId, NewWork work) {
        require(actor, projectId);
        text(work.titles(), NewWork.LONGEST_TITLE);
        if (work.prepare() != null) {
            text(work.prepare(), NewWork.LONGEST_PREPARE);
        }
        if (types.find(work.workType()).isEmpty()) {
            throw new Refusal("visit.type.missing");
        }
        Set<Long> registered = register.stairwells(projectId).stream().map(RegisterStairwell::placeId)
                .collect(Collectors.toSet());
        if (work.placeIds().isEmpty() || !registered.containsAll(work.placeIds())) {
            throw new Refusal("visit.building.missing");
        }
        Words prepare = work.prepare();
        long made = jdbi.inTransaction(handle -> {
            long id = slots.addWork(new VisitWork(0, projectId, work.titles().zh(), work.titles().en(),
                    prepare == null ? null : prepare.zh(), prepare == null ? null : prepare.en(), work.workType()));
            slots.addPlaces(id, work.placeIds());
            audit.record(actor, "visit.work.add", "visit-work:" + id, null, work.titles().zh());
            return id;
        });
        publish(actor, projectId);
        return made;
    }

    /** @throws Refusal when the actor may not, there is none, or slots have been offered for it */
    public void remove(Actor actor, long workId) {
        VisitWork work = work(workId);
        require(actor, work.projectId());
        jdbi.useTransaction(handle -> {
            slots.lock(work.projectId());
            if (slots.countSlots(workId) > 0) {
                throw new Refusal("visit.work.used");
            }
            slots.removePlaces(workId);
            slots.removeWork(workId);
            audit.record(actor, "visit.work.remove", "visit-work:" + workId, work.title(), null);
        });
        publish(actor, work.projectId());
    }

    private VisitWork work(long workId) {
        return slots.work(workId).orElseThrow(() -> new Refusal("visit.work.unknown"));
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
        VisitWork work = work(wanted.workId());
        Project project = projects.get(work.projectId());
        require(actor, project.id());
        check(wanted, project.id());
        String crew = crew(wanted.crew());
        Offered offered = jdbi.inTransaction(handle -> {
            slots.lock(project.id());
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
            return new Offered(made.size(), leftOut);
        });
        publish(actor, project.id());
        return offered;
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
        if (!slots.covers(wanted.workId(), wanted.placeId()) || register.stairwells(projectId).stream()
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
        Slot slot = slots.slot(slotId).orElseThrow(() -> new Refusal("visit.slot.unknown"));
        require(actor, slot.projectId());
        jdbi.useTransaction(handle -> {
            slots.lock(slot.projectId());
            Slot now = slots.slot(slotId).orElseThrow(() -> new Refusal("visit.slot.unknown"));
            if (now.taken() > 0) {
                throw new Refusal("visit.slot.taken", now.taken());
            }
            slots.withdraw(slotId, OffsetDateTime.now(clock));
            audit.record(actor, "visit.withdraw", "visit-slot:" + slotId, slot.day(clock.getZone()) + " "
                    + slot.hours(clock.getZone()) + " " + slot.crew(), null);
        });
        publish(actor, slot.projectId());
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
        text(words, LONGEST_WORDS);
        LocalDate today = LocalDate.now(clock);
        if (firstOn.isBefore(today) || lastOn.isBefore(firstOn)
                || lastOn.isAfter(firstOn.plusDays(LONGEST_BLACKOUT - 1L))
                || lastOn.isAfter(today.plusDays(HORIZON_DAYS))) {
            throw new Refusal("visit.blackout.unusable", LONGEST_BLACKOUT, HORIZON_DAYS);
        }
        int hit = jdbi.inTransaction(handle -> {
            slots.lock(projectId);
            long id = blackouts.add(projectId, firstOn, lastOn, words.zh(), words.en());
            audit.record(actor, "visit.bar", "visit-blackout:" + id, null, firstOn + ".." + lastOn + " " + words.zh());
            return (int) visits.between(projectId, at(firstOn, LocalTime.MIN),
                            at(lastOn.plusDays(1), LocalTime.MIN)).stream()
                    .filter(visit -> visit.state() == VisitState.BOOKED).count();
        });
        publish(actor, projectId);
        return hit;
    }

    /** Takes days set by hand back. @throws Refusal when the actor may not, or there are none */
    public void unbar(Actor actor, long blackoutId) {
        BlackoutDao.Stored stored = blackouts.byId(blackoutId)
                .orElseThrow(() -> new Refusal("visit.blackout.unknown"));
        require(actor, stored.projectId());
        jdbi.useTransaction(handle -> {
            blackouts.remove(blackoutId);
            audit.record(actor, "visit.unbar", "visit-blackout:" + blackoutId,
                    stored.firstOn() + ".." + stored.lastOn() + " " + stored.words(), null);
        });
        publish(actor, stored.projectId());
    }

    private void require(Actor actor, long projectId) {
        actor.require(Visits.HANDLERS);
        people.require(actor, projectId);
    }

    private static void text(Words words, int longest) {
        String en = words.en();
        if (words.zh().isBlank() || words.zh().length() > longest || en != null && en.length() > 2 * longest) {
            throw new Refusal("visit.text.unusable", longest, 2 * longest);
        }
    }

    private OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toOffsetDateTime();
    }

    private void publish(Actor actor, long projectId) {
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }
}
