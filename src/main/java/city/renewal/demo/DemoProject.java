package city.renewal.demo;

import city.renewal.plan.PlanDraft;
import city.renewal.project.NewProject;
import java.util.List;

/**
 * One made-up project, complete.
 *
 * @param plan    with the original promise as baseline 1, actual dates as the confirmed reports say, and the reasons
 *                for delay
 * @param reports by day; the last ones still wait for confirmation
 * @param trend   what the schedule said of the milestones in the past, week by week
 */
public record DemoProject(NewProject project, PlanDraft plan, List<DemoReport> reports,
                          List<DemoForecast> trend) {

    public DemoProject {
        reports = List.copyOf(reports);
        trend = List.copyOf(trend);
    }
}
