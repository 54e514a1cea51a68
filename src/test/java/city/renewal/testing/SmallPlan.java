package city.renewal.testing;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
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
 * A project with a plan that can be followed in the head, all days worked: a summary with ten days of pipes (100 m)
 * and, after them, five days of paving (50 m²).
 *
 * @param pipes  id of the task of 100 m in ten days
 * @param paving id of the task of 50 m² in the five days after
 */
public record SmallPlan(Project project, long summary, long pipes, long paving) {

    public static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int DAY = 480;

    /** Adds the project under the code and its plan. */
    public static SmallPlan add(Services services, Actor planner, String code) {
        Project project = services.get(Projects.class).add(planner,
                NewProject.named(code, "compound", "Compound " + code, "works"));
        return add(services, planner, project);
    }

    /** Adds the plan to a project that has none. */
    public static SmallPlan add(Services services, Actor planner, Project project) {
        Map<Integer, Long> ids = services.get(Plans.class).create(planner, project.id(), draft());
        return new SmallPlan(project, ids.get(1), ids.get(2), ids.get(3));
    }

    public static PlanDraft draft() {
        return new PlanDraft(START, null, false, null,
                List.of(new CalendarDraft(1, "Every day", WorkCalendar.everyDay())),
                List.of(
                        task(1, null, "Outside works", 0, "100", TaskInput.PERCENT),
                        task(2, 1, "Pipes", 10, "100", "m"),
                        task(3, 1, "Paving", 5, "50", "m2")),
                List.of(new LinkDraft(2, 3, LinkType.FINISH_TO_START, 0, false)),
                List.of(), List.of());
    }

    private static TaskDraft task(int key, @Nullable Integer parent, String name, int days, String quantity, String unit) {
        TaskInput input = new TaskInput(null, key, null, name, null, null, null, false, days * DAY,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, new BigDecimal(quantity), unit, null, null,
                null, null);
        return new TaskDraft(key, parent, null, null, input, BigDecimal.ZERO, null, null, null, null);
    }
}
