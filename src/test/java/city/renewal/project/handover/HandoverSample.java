package city.renewal.project.handover;

import city.renewal.app.Services;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.testing.People;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Public compounds whose works are finished: roofs, façades, risers, heating pipes, greening. */
public final class HandoverSample {

    public static final LocalDate ACCEPTED = LocalDate.of(2026, 11, 20);
    static final LocalDate FINISHED = LocalDate.of(2026, 11, 10);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final BigDecimal ALL = new BigDecimal("100");

    private final Services services;
    public final People people;

    public HandoverSample(Services services) {
        this.services = services;
        this.people = People.join(services);
    }

    /** A compound of two buildings that is in its works as far as anybody said. */
    public Project compound() {
        return compound("HC" + NEXT.incrementAndGet(), FINISHED);
    }

    /** @param finishedOn null for works that are not finished */
    public Project compound(String code, @Nullable LocalDate finishedOn) {
        Project project = services.get(Projects.class).add(people.planner(), new NewProject(code, "compound",
                "小区" + code, "Compound " + code, "Street " + code, "Community " + code, "works", false, true, false,
                List.of(), List.of(),
                List.of(new Party("contractor", "First Builders", "Somebody Private", "022-0000-1001"),
                        new Party("supervisor", "Second Eyes", null, "022-0000-2001")),
                List.of(new NewPlace("building", "B01", "一号楼", "Building 1", null, null,
                                Map.of("stairwells", BigDecimal.valueOf(3))),
                        new NewPlace("building", "B02", "二号楼", "Building 2", null, null))));
        services.get(Plans.class).create(people.planner(), project.id(), new PlanDraft(FINISHED.minusDays(60), null,
                false, null, List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())), List.of(
                        task(1, "B01", "一号楼屋面防水翻修", "roofing", finishedOn),
                        task(2, "B02", "二号楼屋面防水翻修", "roofing", finishedOn),
                        task(3, null, "外墙修缮与保温", "facade", finishedOn),
                        task(4, null, "给水立管更换", "indoor", finishedOn),
                        task(5, null, "供热二次管网更换", "heating-pipes", finishedOn),
                        task(6, null, "绿化补植与提升", "planting", finishedOn)),
                List.of(), List.of(), List.of()));
        return project;
    }

    private static TaskDraft task(int key, @Nullable String place, String name, String type,
                                  @Nullable LocalDate finishedOn) {
        return new TaskDraft(key, null, null, place, new TaskInput(null, key, null, name, null, null, null, false,
                480, ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, ALL, "m2", null, null, type, null),
                finishedOn == null ? BigDecimal.ZERO : ALL, finishedOn == null ? null : finishedOn.minusDays(5),
                finishedOn, null, null);
    }

    /** An acceptance of all of the project, by all who are needed. */
    public static NewAcceptance acceptance(Project project, LocalDate heldOn) {
        return new NewAcceptance(project.id(), null, heldOn, true, 3,
                List.of(new AcceptanceMember("contractor", "First Builders"),
                        new AcceptanceMember("supervisor", "Second Eyes"),
                        new AcceptanceMember("community", "Community of the test")),
                "Seen house by house", Set.of(), null, null);
    }

    /** Another record in place of an acceptance of all of the project. */
    public static NewAcceptance correction(Project project, long corrects, LocalDate heldOn, boolean accepted) {
        NewAcceptance made = acceptance(project, heldOn);
        return new NewAcceptance(project.id(), null, heldOn, accepted, 3, made.members(), null, Set.of(), corrects,
                "Written down wrong");
    }

    /** A compound that was accepted and handed over on {@link #ACCEPTED}. */
    public Project handedOver() {
        Project project = compound();
        handOver(project);
        return services.get(Projects.class).get(project.id());
    }

    public void handOver(Project project) {
        handOver(project, ACCEPTED);
    }

    public void handOver(Project project, LocalDate on) {
        Handovers handovers = services.get(Handovers.class);
        handovers.accept(people.planner(), acceptance(project, on));
        handovers.handOver(people.planner(), new NewHandover(project.id(), null, on, "property", "Third Keepers",
                "022-0000-3001", null));
    }

    public Warranty warranty(Project project, String work) {
        return services.get(Warranties.class).ofProject(project.id()).stream()
                .filter(each -> each.work().equals(work)).findFirst().orElseThrow();
    }
}
