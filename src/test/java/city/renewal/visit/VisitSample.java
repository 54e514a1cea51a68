package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Words;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.StopWindows;
import city.renewal.project.Project;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                "indoor-noisy", Set.of(compound.place("B01")), null);
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

    /**
     * Adds a plan whose windows are counted in homes, and links the work to them.
     *
     * @param homes planned
     * @return ids of the summary, of the windows in homes, and of pipes in metres
     */
    public List<Long> plan(int homes) {
        Map<Integer, Long> ids = services.get(Plans.class).create(compound.people().planner(), project().id(),
                new PlanDraft(compound.today(), null, false, null,
                        List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())),
                        List.of(task(1, null, "Indoors", 100, TaskInput.PERCENT), task(2, 1, "户内换窗", homes, "household"),
                                task(3, 1, "Pipes", 100, "m")),
                        List.of(), List.of(), List.of()));
        visits.works().link(worker(), work, ids.get(2));
        return List.of(ids.get(1), ids.get(2), ids.get(3));
    }

    private static TaskDraft task(int key, @Nullable Integer parent, String name, int quantity, String unit) {
        return new TaskDraft(key, parent, null, null, new TaskInput(null, key, null, name, null, "Windows of homes", null,
                false, parent == null ? 0 : 10 * 480, ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null,
                BigDecimal.valueOf(quantity), unit, null, null, null, null), BigDecimal.ZERO, null, null, null, null);
    }

    /** Books the door by telephone into the slot. */
    public Visit book(String door, long slot) {
        return visits.visits().bookFor(worker(), household(door), slot, Contact.NONE);
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
