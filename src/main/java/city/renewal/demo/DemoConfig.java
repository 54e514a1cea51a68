package city.renewal.demo;

import city.renewal.account.Role;
import city.renewal.base.Words;
import city.renewal.plan.template.CalendarRule;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.project.Party;
import java.util.List;
import java.util.Map;

/**
 * Everything in {@code config/demo}, as read. Immutable.
 *
 * @param projects       in the order they are shown
 * @param teams          the parties of a project, by team
 * @param templates      by kind
 * @param scenarios      by project code
 * @param usualReason    said when a finish slips for no special cause
 * @param stages         how each stage is reached
 * @param promiseBefore  days before the works begin that the original promise is published
 * @param people         one for each role
 */
record DemoConfig(
        List<Facts> projects,
        Map<String, List<Party>> teams,
        Map<String, PlanTemplate> templates,
        Map<String, Scenario> scenarios,
        Scenario.Reason usualReason,
        List<CalendarRule> calendars,
        Map<String, StageRule> stages,
        int promiseBefore,
        List<Person> people,
        Phrases phrases) {

    /** One of the demonstration's accounts. */
    record Person(String login, String name, Role role) {
    }

    /**
     * @param daysBefore before the works begin; ignored when milestones are named
     * @param milestones work items that reach the stage; the first that a project has counts
     */
    record StageRule(int daysBefore, List<String> milestones) {
    }

    /**
     * Words that plans and reports are written with.
     *
     * @param baseline  name of the original promise
     * @param committee the residents' committee of the community {@code {0}}
     * @param remarks   by trade
     * @param returned  reasons for giving a report back
     * @param weather   by month, 1 to 12: percent of days by id of the weather
     */
    record Phrases(
            String baseline,
            Words building,
            String committee,
            Map<String, List<String>> remarks,
            List<String> returned,
            Map<Integer, Map<String, Double>> weather) {
    }
}
