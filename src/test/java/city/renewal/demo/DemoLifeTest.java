package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanDraft;
import city.renewal.schedule.Activity;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.Link;
import city.renewal.schedule.Network;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.ReportState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the day, the demonstration is alive and its reports are such as could have been written. */
class DemoLifeTest {

    /** Ends a Chinese sentence; a text cut short lacks it. */
    private static final String FULL_STOP = "。";
    /** Pinned: it changes only with the formula, and then every demonstration changes. */
    private static final int NOISE_OF_A_FIXED_KEY = 86;

    private final DemoProgramme programme = DemoFixture.programme();

    @ParameterizedTest(name = "on {0}")
    @ValueSource(strings = {"2026-11-24", "2026-01-20", "2026-02-17", "2026-03-16", "2026-05-04", "2026-07-15",
            "2026-10-03", "2027-02-10", "2028-02-29"})
    void someProjectsAreLateEarlyFinishedStaleAndNotBegun(LocalDate today) {
        List<DemoProject> projects = programme.on(today);

        assertThat(projects).as("late").filteredOn(project -> daysLate(project) > 0).hasSizeBetween(4, 20);
        assertThat(projects).as("late by weeks at most").allMatch(project -> daysLate(project) <= 45);
        assertThat(projects).as("early").filteredOn(project -> daysLate(project) < 0).hasSizeGreaterThan(5);
        assertThat(projects).as("finished").filteredOn(DemoLifeTest::finished).hasSizeBetween(15, 35);
        assertThat(projects).as("not begun").filteredOn(project -> project.reports().isEmpty()).hasSizeBetween(3, 12);
        assertThat(projects).as("under way").filteredOn(DemoLifeTest::underWay).hasSizeBetween(15, 35);
        assertThat(projects).as("stale").filteredOn(DemoLifeTest::underWay)
                .filteredOn(project -> DemoFixture.lastReport(project).isBefore(today.minusDays(7)))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "on {0}")
    @ValueSource(strings = {"2026-11-24", "2026-02-17", "2028-02-29"})
    void everyLateProjectSaysWhyInBothLanguages(LocalDate today) {
        assertThat(programme.on(today))
                .filteredOn(project -> daysLate(project) > 0)
                .allSatisfy(project -> assertThat(project.plan().delayReasons())
                        .isNotEmpty()
                        .allMatch(reason -> reason.words().endsWith(FULL_STOP) && reason.wordsEn().endsWith(".")
                                && reason.catchUp().endsWith(FULL_STOP)));
    }

    @Test
    void whatIsOnTimeGivesNoReason() {
        assertThat(programme.on(DemoFixture.ORDINARY_DAY))
                .filteredOn(project -> daysLate(project) <= 0)
                .allMatch(project -> project.plan().delayReasons().isEmpty());
    }

    @Test
    void theLatestReportsWaitForTheSupervisor() {
        LocalDate today = DemoFixture.ORDINARY_DAY;
        List<DemoReport> reports = reports(today);

        assertThat(reports).filteredOn(report -> report.state() == ReportState.SUBMITTED)
                .hasSizeGreaterThan(20)
                .allMatch(report -> !report.reportOn().isBefore(today.minusDays(3)) && report.decidedAt() == null);
        assertThat(reports).anyMatch(report -> report.reportOn().equals(today));
    }

    @Test
    void aCoupleOfReportsWereGivenBackWithAReason() {
        assertThat(reports(DemoFixture.ORDINARY_DAY))
                .filteredOn(report -> report.state() == ReportState.RETURNED)
                .hasSizeBetween(2, 5)
                .allMatch(report -> report.decision() != null && !report.decision().isBlank());
    }

    @Test
    void nothingIsWrittenOrDecidedInTheFuture() {
        LocalDate today = DemoFixture.ORDINARY_DAY;
        OffsetDateTime night = today.plusDays(1).atStartOfDay(DemoFixture.ZONE).toOffsetDateTime();

        assertThat(reports(today))
                .allMatch(report -> !report.reportOn().isAfter(today))
                .allMatch(report -> report.reportedAt().isBefore(night))
                .allMatch(report -> report.decidedAt() == null
                        || report.decidedAt().isAfter(report.reportedAt()) && report.decidedAt().isBefore(night));
    }

    @ParameterizedTest(name = "on {0}")
    @ValueSource(strings = {"2026-11-24", "2026-02-17"})
    void workIsReportedOnWorkingDaysOnly(LocalDate today) {
        for (DemoProject project : programme.on(today)) {
            assertThat(project.reports())
                    .filteredOn(report -> report.workers() != null)
                    .allMatch(report -> calendar(project, report.taskKey()).isWorking(report.reportOn()));
        }
    }

    @Test
    void reportedQuantitiesStayWithinThePlan() {
        for (DemoProject project : programme.on(DemoFixture.ORDINARY_DAY)) {
            Map<Integer, BigDecimal> sums = new HashMap<>();
            project.reports().forEach(report -> sums.merge(report.taskKey(), report.quantity(), BigDecimal::add));

            assertThat(project.reports()).allMatch(report -> report.quantity().signum() > 0);
            assertThat(project.plan().tasks()).allMatch(task -> sums.getOrDefault(task.key(), BigDecimal.ZERO)
                    .compareTo(task.input().plannedQuantity()) <= 0);
        }
    }

    @Test
    void aTaskIsFinishedExactlyWhenAllOfItIsConfirmed() {
        for (DemoProject project : programme.on(DemoFixture.ORDINARY_DAY)) {
            Map<Integer, BigDecimal> confirmed = project.reports().stream()
                    .filter(report -> report.state() == ReportState.CONFIRMED)
                    .collect(Collectors.toMap(DemoReport::taskKey, DemoReport::quantity, BigDecimal::add));
            assertThat(project.plan().tasks()).allMatch(task -> (task.actualFinishOn() != null)
                    == (task.input().plannedQuantity().compareTo(
                            confirmed.getOrDefault(task.key(), BigDecimal.ZERO)) == 0));
        }
    }

    @Test
    void stagesAreReachedInOrder() {
        assertThat(programme.on(DemoFixture.ORDINARY_DAY)).allSatisfy(project -> assertThat(
                project.project().stages().stream()
                        .map(stage -> stage.reachedOn())
                        .filter(day -> day != null))
                .isSorted());
    }

    @Test
    void theGreenwayIsOpenAsAWhole() {
        assertThat(DemoFixture.ofKind(programme.on(DemoFixture.ORDINARY_DAY), "greenway"))
                .singleElement()
                .satisfies(project -> assertThat(project.project().stage()).isEqualTo("handover"));
    }

    @Test
    void theSameDayGivesTheSameEverywhere() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);

        assertThat(contents(DemoFixture.programme().on(leapDay)))
                .isEqualTo(contents(DemoFixture.programme().on(leapDay)));
    }

    @Test
    void varietyDoesNotDependOnTheMachine() {
        assertThat(Noise.below(1_000, "a machine far away")).isEqualTo(NOISE_OF_A_FIXED_KEY);
    }

    /** Everything but the calendars, which know no equality of their own but show in every date. */
    private static List<Object> contents(List<DemoProject> projects) {
        return projects.stream()
                .<Object>map(project -> List.of(project.project(), project.plan().tasks(), project.plan().links(),
                        project.plan().baselines(), project.plan().delayReasons(), project.reports()))
                .toList();
    }

    private List<DemoReport> reports(LocalDate today) {
        return programme.on(today).stream().flatMap(project -> project.reports().stream()).toList();
    }

    private static boolean finished(DemoProject project) {
        return project.plan().tasks().stream()
                .filter(task -> !DemoFixture.summaries(project).contains(task.key()))
                .allMatch(task -> task.actualFinishOn() != null);
    }

    private static boolean underWay(DemoProject project) {
        return !project.reports().isEmpty() && !finished(project);
    }

    private static WorkCalendar calendar(DemoProject project, int taskKey) {
        Integer key = project.plan().tasks().get(taskKey).calendarKey();
        return project.plan().calendars().get(key == null ? 0 : key).calendar();
    }

    /** Days that the forecast made from the draft alone, as the stored plan will be, lies after the promise. */
    private static long daysLate(DemoProject project) {
        PlanDraft plan = project.plan();
        List<Activity> activities = plan.tasks().stream()
                .map(task -> new Activity(task.key(),
                        task.parentKey() == null ? null : Long.valueOf(task.parentKey()), task.input().name(),
                        task.input().durationMinutes(),
                        task.calendarKey() == null ? null : plan.calendars().get(task.calendarKey()).calendar(),
                        ConstraintType.AS_SOON_AS_POSSIBLE, null,
                        task.actualStartOn(), task.actualFinishOn(), task.remainingMinutes()))
                .toList();
        List<Link> links = plan.links().stream()
                .map(link -> new Link(link.predecessorKey(), link.successorKey(), link.type(), link.lagMinutes(),
                        link.elapsedLag()))
                .toList();
        LocalDate forecast = DemoFixture.scheduler().schedule(new Network(plan.startsOn(), plan.statusOn(),
                plan.calendars().getFirst().calendar(), activities, links)).finish();
        LocalDate promised = plan.baselines().getFirst().tasks().stream()
                .map(BaselineTask::finishOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return ChronoUnit.DAYS.between(promised, forecast);
    }
}
