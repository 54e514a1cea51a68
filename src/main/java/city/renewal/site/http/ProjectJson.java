package city.renewal.site.http;

import city.renewal.base.http.Json;
import city.renewal.plan.DelayReason;
import city.renewal.plan.PlanHead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.PublicPlan;
import city.renewal.project.Measure;
import city.renewal.project.Project;
import city.renewal.project.StageDate;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project as the interface gives it to everybody. Field names are a contract, described in openapi.json. */
record ProjectJson(
        String code,
        String kind,
        String name,
        @Nullable String nameEn,
        @Nullable String street,
        @Nullable String community,
        String stage,
        boolean guaranteeWorks,
        boolean demonstration,
        Map<String, MeasureJson> measures,
        @Nullable PlanJson plan) {

    record MeasureJson(BigDecimal value, String unit) {
    }

    record PlanJson(
            long revision,
            @Nullable LocalDate statusDate,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable LocalDate promisedFinish,
            int workingDays) {
    }

    /** A project by itself, with what a list leaves out. */
    record Whole(
            @JsonUnwrapped ProjectJson project,
            List<StageJson> stages,
            @Nullable BigDecimal percent,
            @Nullable DelayJson delayReason) {
    }

    record StageJson(String stage, @Nullable LocalDate planned, @Nullable LocalDate reached) {
    }

    record DelayJson(String category, String words, @Nullable String wordsEn, @Nullable String catchUp,
                     LocalDate givenOn) {
    }

    /** A page of projects; {@code next} is the address of the following one, null after the last. */
    record Page(List<ProjectJson> projects, @Nullable String next) {
    }

    static ProjectJson of(PublicPlan plan, List<Measure> measures) {
        Project project = plan.project();
        Map<String, MeasureJson> sizes = new LinkedHashMap<>();
        for (Measure measure : measures) {
            sizes.put(measure.measure(), new MeasureJson(measure.amount().stripTrailingZeros(), measure.unit()));
        }
        return new ProjectJson(project.code(), project.kind(), project.name(), project.nameEn(), project.street(),
                project.community(), project.stage(), project.guaranteeWorks(), project.demonstration(), sizes,
                plan(plan.head(), plan.promisedFinishOn()));
    }

    private static @Nullable PlanJson plan(@Nullable PlanHead head, @Nullable LocalDate promised) {
        return head == null ? null : new PlanJson(head.revision(), head.statusOn(), head.startOn(), head.finishOn(),
                promised, head.workingDays());
    }

    static Whole whole(ProjectJson project, List<StageDate> stages, @Nullable PlanSnapshot plan, ZoneId zone) {
        return new Whole(project,
                stages.stream().map(date -> new StageJson(date.stage(), date.plannedOn(), date.reachedOn())).toList(),
                plan == null ? null : percent(plan.doneShare()),
                plan == null || plan.delayReason() == null ? null : delay(plan.delayReason(), zone));
    }

    private static DelayJson delay(DelayReason reason, ZoneId zone) {
        return new DelayJson(reason.category(), reason.words(), reason.wordsEn(), reason.catchUp(),
                reason.givenAt().atZoneSameInstant(zone).toLocalDate());
    }

    /** @return percents with one decimal, rounded down so that only what is whole reads 100 */
    static BigDecimal percent(double share) {
        return Json.number(BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.DOWN));
    }
}
