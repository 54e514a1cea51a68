package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Words;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.StopWindows;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** The compound of {@link ConsentSample} with its register, and the changing of windows in building 1. */
public final class VisitSample {

    public static final String CREW = "门窗一班";
    public static final NewSlots.Span MORNING = new NewSlots.Span(LocalTime.of(9, 0), LocalTime.of(11, 0));
    public static final NewSlots.Span NOON = new NewSlots.Span(LocalTime.of(11, 0), LocalTime.of(13, 0));

    private final Services services;
    private final ConsentSample compound;
    private final VisitServices visits;
    private final long work;

    private VisitSample(Services services, ConsentSample compound) {
        this.services = services;
        this.compound = compound;
        this.visits = services.get(VisitServices.class);
        this.work = visits.works().add(worker(), project().id(), windows());
    }

    public static VisitSample add(Services services, String code) {
        return new VisitSample(services, ConsentSample.add(services, code).register());
    }

    private NewWork windows() {
        return new NewWork(new Words("更换外窗", "New windows"), new Words("请清空窗边一米", "Please clear one metre"),
                "indoor-noisy", Set.of(compound.place("B01")));
    }

    public ConsentSample compound() {
        return compound;
    }

    public Project project() {
        return compound.project();
    }

    public Actor worker() {
        return compound.worker();
    }

    public long work() {
        return work;
    }

    /** @return slots of stairwell 1 in building 1, on one day */
    public NewSlots slots(LocalDate day, int homes, NewSlots.Span... spans) {
        return slots(day, day, homes, spans);
    }

    public NewSlots slots(LocalDate first, LocalDate last, int homes, NewSlots.Span... spans) {
        return new NewSlots(work, compound.place("B01"), "1", CREW, first, last, true, List.of(spans), homes);
    }

    /** Offers one slot. @return its id */
    public long offer(LocalDate day, int homes, NewSlots.Span span) {
        visits.planning().offer(worker(), slots(day, homes, span));
        return visits.board().slots(project().id()).stream()
                .filter(slot -> slot.day(compound.clock().getZone()).equals(day)
                        && slot.hours(compound.clock().getZone()).equals(VisitTimes.hours(span.from(), span.to())))
                .findFirst().orElseThrow().id();
    }

    public Household household(String door) {
        return compound.household("B01", door.startsWith("2") ? "2" : "1", door);
    }

    /** Prints the household a letter and enters its code. */
    public HouseholdCodes.Holder holder(String door) {
        return compound.enter(compound.code(household(door).id()));
    }

    /** Declares exam weeks everywhere. */
    public void exam(LocalDate first, LocalDate last) {
        StopWindows windows = services.get(StopWindows.class);
        Actor planner = compound.people().planner();
        windows.declare(planner, windows.preview(planner, new NewWindow(WindowKind.EXAM, first, last,
                new WindowScope(Set.of(), Set.of(), Set.of(project().code()), Set.of()),
                new Words("高考", "University entrance exam"), null)), false);
    }
}
