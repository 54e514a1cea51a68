package city.renewal.site.http;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.base.http.Json;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import city.renewal.project.Place;
import city.renewal.site.Blocker;
import city.renewal.site.DaySheet;
import city.renewal.site.KeptLine;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetProject;
import city.renewal.site.SiteReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a phone keeps, in the reader's language. Fields that say nothing are null.
 *
 * @param day  the server's
 * @param zone in which its days are counted
 * @param demonstration whether the data are made up
 */
record PhoneDeskJson(
        AccountJson account,
        String language,
        String day,
        String zone,
        int photoMegabytes,
        boolean demonstration,
        List<ProjectJson> projects,
        List<SentJson> sent,
        List<KeptJson> kept) {

    record AccountJson(long id, String name) {
    }

    /** @param plan null for projects that the phone does not keep */
    record ProjectJson(String code, String name, @Nullable LastJson last, @Nullable PlanJson plan) {
    }

    /** The author's newest sheet. */
    record LastJson(String day, @Nullable Integer workers, List<CrewJson> crews, @Nullable String weather,
                    List<String> blockers, @Nullable String remark) {
    }

    /** @param id what is stored, which is the name in the words of who wrote it */
    record CrewJson(String id, String name) {
    }

    /** @param tasks null when the phone has them by this stamp */
    record PlanJson(String stamp, @Nullable List<TaskJson> tasks) {
    }

    /**
     * @param percent  whether the work is not measured
     * @param left     not done and not reported yet
     * @param rate     a working day's share
     * @param waitsFor the unsigned task that keeps it from beginning
     */
    record TaskJson(long id, String name, @Nullable String place, String unit, boolean percent, BigDecimal left,
                    BigDecimal rate, String start, String finish, @Nullable CrewJson crew,
                    @Nullable String waitsFor) {
    }

    /** A report and what became of it. @param confirmed what counts, when less was confirmed than reported */
    record SentJson(long id, String project, String projectName, String day, long task, String name, String unit,
                    BigDecimal quantity, @Nullable BigDecimal confirmed, String state, @Nullable String decision) {
    }

    /** A quantity without a report. */
    record KeptJson(long id, String project, String day, long task, String name, BigDecimal quantity, String outcome,
                    @Nullable BigDecimal left, @Nullable String over) {
    }

    /** Puts it into one reader's words. */
    record Maker(Kinds kinds, Formats formats, String zone, int photoMegabytes, boolean demonstration) {

        PhoneDeskJson desk(Actor actor, PhoneDesk.Kept kept) {
            return new PhoneDeskJson(new AccountJson(actor.accountId(), formats.name(actor.name())),
                    locale().toLanguageTag(), kept.day().toString(), zone, photoMegabytes,
                    demonstration,
                    kept.projects().stream().map(each -> project(each, kept.plans().get(each.projectCode()))).toList(),
                    kept.sent().stream().map(this::sent).toList(),
                    kept.lines().stream().map(this::kept).toList());
        }

        private Locale locale() {
            return formats.locale();
        }

        private ProjectJson project(SheetProject project, PhoneDesk.@Nullable PhonePlan plan) {
            return new ProjectJson(project.projectCode(), project.names().in(locale()),
                    project.last() == null ? null : last(project.last()),
                    plan == null ? null : new PlanJson(plan.stamp(), plan.tasks() == null ? null
                            : plan.tasks().stream().map(this::task).toList()));
        }

        private LastJson last(DaySheet sheet) {
            return new LastJson(sheet.sheetOn().toString(), sheet.workers(),
                    sheet.crews().stream().map(this::crew).toList(), sheet.weather(),
                    sheet.blocked().stream().map(Blocker::id).toList(), sheet.remark());
        }

        private CrewJson crew(String name) {
            return new CrewJson(name, formats.name(name));
        }

        private TaskJson task(PhoneDesk.PhoneTask each) {
            Task task = each.task();
            TaskInput input = task.input();
            BigDecimal left = task.remainingQuantity().subtract(task.progress().submittedQuantity())
                    .max(BigDecimal.ZERO);
            return new TaskJson(task.id(), task.names().in(locale()), each.place() == null ? null : name(each.place()),
                    kinds.unit(input.unit()).in(locale()), input.unit().equals(TaskInput.PERCENT),
                    left.stripTrailingZeros(), task.plannedPerDay().stripTrailingZeros(),
                    task.dates().startOn().toString(), task.dates().finishOn().toString(),
                    input.crew() == null ? null : crew(input.crew()),
                    each.waitsFor() == null ? null : each.waitsFor().in(locale()));
        }

        private String name(Place place) {
            return new Words(place.name(), place.nameEn()).in(locale());
        }

        private SentJson sent(SiteReport report) {
            return new SentJson(report.id(), report.projectCode(), report.project().in(locale()),
                    report.reportOn().toString(), report.taskId(), report.task().in(locale()),
                    kinds.unit(report.unit()).in(locale()), report.claimedQuantity().stripTrailingZeros(),
                    report.reduced() ? Json.number(report.quantity()) : null,
                    report.state().name().toLowerCase(Locale.ROOT),
                    report.decision() == null ? null : formats.name(report.decision()));
        }

        private KeptJson kept(KeptLine each) {
            return new KeptJson(each.line().id(), each.projectCode(), each.sheetOn().toString(), each.line().taskId(),
                    each.line().taskName(), each.line().quantity().stripTrailingZeros(), each.line().outcome().id(),
                    Json.number(each.line().leftFound()), each.line().overReason());
        }
    }
}
