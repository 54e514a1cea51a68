package city.renewal.testing;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A road of two sections of 600 m, all days worked: five days of pipes in each, the road five days behind, and at the
 * end a milestone.
 *
 * @param pipes the pipes of the first section, 100 m
 * @param road  the road of the first section
 */
public record LinePlan(Project project, long pipes, long road, long milestone) {

    public static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final int DAY = 480;

    /** Adds the project under the code and its plan, with a first promise. */
    public static LinePlan add(Services services, Actor planner, String code) {
        Project project = services.get(Projects.class).add(planner, new NewProject(code, "road", "Road " + code, null,
                null, null, "works", false, true, false, List.of(), List.of(), List.of(),
                List.of(section("K0+000", 0, 600), section("K0+600", 600, 1200))));
        Map<Integer, Long> ids = services.get(Plans.class).create(planner, project.id(), new PlanDraft(START, null,
                false, null, List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())),
                List.of(
                        task(1, "Pipes 1", 5, "Pipe crew", "K0+000"),
                        task(2, "Pipes 2", 5, "Pipe crew", "K0+600"),
                        task(3, "Road 1", 5, "Road crew", "K0+000"),
                        task(4, "Road 2", 5, "Road crew", "K0+600"),
                        task(5, "Opened", 0, null, null)),
                List.of(after(1, 2), after(1, 3), after(3, 4), after(2, 4), after(4, 5)), List.of(), List.of()));
        services.get(Plans.class).takeBaseline(planner, project.id(), "First", null);
        return new LinePlan(project, ids.get(1), ids.get(3), ids.get(5));
    }

    private static NewPlace section(String code, int from, int to) {
        return new NewPlace("section", code, code, null, BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }

    private static LinkDraft after(int before, int next) {
        return new LinkDraft(before, next, LinkType.FINISH_TO_START, 0, false);
    }

    private static TaskDraft task(int key, String name, int days, @Nullable String crew, @Nullable String place) {
        TaskInput input = new TaskInput(null, key, null, name, null, null, "BASIC", days == 0, days * DAY,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal("100"), "m", null, null, null, crew);
        return new TaskDraft(key, null, null, place, input, BigDecimal.ZERO, null, null, null, null);
    }
}
