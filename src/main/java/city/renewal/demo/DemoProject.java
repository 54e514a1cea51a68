package city.renewal.demo;

import city.renewal.plan.PlanDraft;
import city.renewal.project.NewProject;
import city.renewal.site.PauseReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One made-up project, complete.
 *
 * @param plan    with the original promise as baseline 1, actual dates as the confirmed reports say, and the reasons
 *                for delay
 * @param reports by day; the last ones still wait for confirmation
 * @param trend   what the schedule said of the milestones in the past, week by week
 * @param pause   why nobody works at present, or null
 */
public record DemoProject(NewProject project, PlanDraft plan, List<DemoReport> reports,
                          List<DemoForecast> trend, @Nullable PauseReason pause) {

    public DemoProject {
        reports = List.copyOf(reports);
        trend = List.copyOf(trend);
    }
}
