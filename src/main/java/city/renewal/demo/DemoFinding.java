package city.renewal.demo;

import city.renewal.site.finding.FindingAct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found wrong on a site, in days before the day of the demonstration. The keys are those of
 * {@code config/demo/findings.yaml}, which explains them.
 */
record DemoFinding(
        String project,
        String kind,
        String severity,
        String what,
        @Nullable String place,
        int raisedAgo,
        boolean told,
        List<Step> steps) {

    /**
     * @param act {@link FindingAct#RECTIFY}, {@link FindingAct#CLOSE} or {@link FindingAct#REOPEN}
     * @param due for reopening, days from then
     */
    record Step(FindingAct act, int ago, String says, int due) {
    }
}
