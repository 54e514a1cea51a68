package city.renewal.resident.http;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compound of two buildings, the first with three stairwells: a roof on each, and pipes for all, from the same day. */
final class DoorSample {

    static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int DAY = 480;

    private DoorSample() {
    }

    /** @param more further tasks of long names */
    static Project add(Services services, People people, String code, String name, int more) {
        Project project = services.get(Projects.class).add(people.planner(), new NewProject(code, "compound", name, "Two " + code,
                "Lane street", "Lane community", "works", false, true, false, List.of(), List.of(),
                List.of(new Party("contractor", "First Builders", "Somebody Private", "022 0000-1001"),
                        new Party("supervisor", "Second Eyes", "Nobody Else", "022-0000-2001")),
                List.of(new NewPlace("building", "B01", "一号楼", "Building 1", null, null,
                                Map.of("stairwells", BigDecimal.valueOf(3))),
                        new NewPlace("building", "B02", "二号楼", "Building 2", null, null))));
        List<TaskDraft> tasks = new ArrayList<>(List.of(
                task(1, "B01", "Roof of one", "piece"),
                task(2, "B02", "Roof of two", "piece"),
                task(3, null, "Pipes for all", "m")));
        for (int i = 0; i < more; i++) {
            tasks.add(task(4 + i, i % 2 == 0 ? "B01" : "B02",
                    "Work number " + i + " with a name as long as planners like to write them " + Integer.toHexString(i * 7919), "m"));
        }
        services.get(Plans.class).create(people.planner(), project.id(), new PlanDraft(START, null, false, null,
                List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())), tasks, List.of(), List.of(), List.of()));
        services.get(Plans.class).takeBaseline(people.planner(), project.id(), "First plan", null);
        return project;
    }

    private static TaskDraft task(int key, @Nullable String place, String name, String unit) {
        return new TaskDraft(key, null, null, place, new TaskInput(null, key, null, name, null, null, null, false,
                10 * DAY, ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal("100"), unit, null, null,
                null, null), BigDecimal.ZERO, null, null, null, null);
    }
}
