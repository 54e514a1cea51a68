package city.renewal.demo;

import city.renewal.demo.DemoConfig.StageRule;
import city.renewal.plan.template.Breakdown;
import city.renewal.plan.template.PlanLine;
import city.renewal.project.Kind;
import city.renewal.project.StageDate;
import city.renewal.schedule.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the stages of a made-up project were to be reached and when they were. */
final class StageDates {

    private final Map<String, StageRule> rules;
    private final Kind kind;
    private final Breakdown breakdown;
    private final LocalDate start;
    private final LocalDate today;

    /** @param start the day on which the works are to begin */
    StageDates(Map<String, StageRule> rules, Kind kind, Breakdown breakdown, LocalDate start, LocalDate today) {
        this.rules = rules;
        this.kind = kind;
        this.breakdown = breakdown;
        this.start = start;
        this.today = today;
    }

    /** @return id of the last stage reached, the kind's first while none is */
    String reached(Map<Integer, Progress> progress) {
        return kind.stages().stream()
                .map(Kind.Stage::id)
                .filter(stage -> reachedOn(stage, progress) != null)
                .reduce((earlier, later) -> later)
                .orElse(kind.stages().getFirst().id());
    }

    List<StageDate> dates(Schedule promised, Map<Integer, Progress> progress) {
        return kind.stages().stream()
                .map(Kind.Stage::id)
                .map(stage -> new StageDate(stage, plannedOn(stage, promised), reachedOn(stage, progress)))
                .toList();
    }

    private LocalDate plannedOn(String stage, Schedule promised) {
        PlanLine milestone = milestone(stage);
        return milestone == null
                ? start.minusDays(rule(stage).daysBefore())
                : promised.of(milestone.key()).finish();
    }

    private @Nullable LocalDate reachedOn(String stage, Map<Integer, Progress> progress) {
        PlanLine milestone = milestone(stage);
        if (milestone != null) {
            Progress made = progress.get(milestone.key());
            return made == null ? null : made.finish();
        }
        LocalDate planned = start.minusDays(rule(stage).daysBefore());
        return planned.isAfter(today) ? null : planned;
    }

    private @Nullable PlanLine milestone(String stage) {
        return rule(stage).milestones().stream()
                .flatMap(item -> breakdown.leaves(item).stream())
                .findFirst()
                .orElse(null);
    }

    private StageRule rule(String stage) {
        StageRule rule = rules.get(stage);
        if (rule == null) {
            throw new IllegalArgumentException("config/demo/stages.yaml does not say how '" + stage + "' is reached");
        }
        return rule;
    }
}
