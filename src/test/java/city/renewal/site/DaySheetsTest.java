package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.site.NewDaySheet.Line;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class DaySheetsTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(3);

    private final Services services;
    private final DaySheets sheets;
    private final SiteReports reports;
    private final People people;
    private final SmallPlan plan;

    DaySheetsTest(TestDatabase database, TestInfo test) {
        services = database.services(TestClock.at(DAY));
        sheets = services.get(DaySheets.class);
        reports = services.get(SiteReports.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "S" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void holds_several_reports_that_wait_for_the_supervisor_like_any_other() {
        StoredSheet stored = sheets.submit(people.engineer(), sheet(12, Set.of(Blocker.MATERIAL),
                line(plan.pipes(), "25", null), line(plan.paving(), "5", null)));

        assertThat(stored.sheet().workers()).isEqualTo(12);
        assertThat(stored.sheet().crews()).containsExactly("Pipes one", "Pipes two");
        assertThat(stored.sheet().blocked()).containsExactly(Blocker.MATERIAL);
        assertThat(stored.reports()).extracting(SiteReport::state).containsOnly(ReportState.SUBMITTED);
        assertThat(sheets.reports(people.engineer(), plan.project().id(), DAY)).isEqualTo(stored.reports());
        OpenReport open = services.get(ConfirmationQueue.class)
                .page(people.supervisor(), new ConfirmationQueue.Filter(plan.project().id(), DAY), 10, 0).getFirst();
        assertThat(open.sheetWorkers()).isEqualTo(12);
        assertThat(open.report().weather()).isEqualTo("rain");
        reports.confirm(people.supervisor(), stored.reports().getFirst().id());
        assertThat(sheets.reports(people.engineer(), plan.project().id(), DAY).getFirst().state())
                .isEqualTo(ReportState.CONFIRMED);
    }

    @Test
    void is_one_a_day_and_author_and_may_be_completed() {
        StoredSheet morning = sheets.submit(people.engineer(), sheet(12, Set.of(), line(plan.pipes(), "5", null)));
        StoredSheet evening = sheets.submit(people.engineer(), sheet(14, Set.of(Blocker.POWER),
                line(plan.pipes(), "7", null)));
        StoredSheet other = sheets.submit(people.planner(), sheet(1, Set.of()));

        assertThat(evening.sheet().id()).isEqualTo(morning.sheet().id());
        assertThat(evening.sheet().workers()).isEqualTo(14);
        assertThat(other.sheet().id()).isNotEqualTo(morning.sheet().id());
        assertThat(sheets.reports(people.engineer(), plan.project().id(), DAY)).hasSize(2);
    }

    @Test
    void counts_once_however_often_it_is_sent() {
        String request = "sheet-" + plan.project().code();
        NewDaySheet sheet = sheet(12, Set.of(), line(plan.pipes(), "5", request));

        StoredSheet first = sheets.submit(people.engineer(), sheet);
        StoredSheet again = sheets.submit(people.engineer(), sheet);

        assertThat(again).isEqualTo(first);
        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
    }

    @Test
    void is_refused_whole_when_one_line_is() {
        SmallPlan other = SmallPlan.add(services, people.planner(), plan.project().code() + "B");

        assertRefused("report.quantity.over", () -> sheets.submit(people.engineer(),
                sheet(1, Set.of(), line(plan.pipes(), "5", null), line(plan.paving(), "51", null))));
        assertRefused("sheet.task.foreign", () -> sheets.submit(people.engineer(),
                sheet(1, Set.of(), line(plan.pipes(), "5", null), line(other.pipes(), "5", null))));
        assertRefused("report.quantity.positive", () -> sheets.submit(people.engineer(),
                sheet(1, Set.of(), line(plan.pipes(), "0", null))));

        assertThat(reports.ofTask(plan.pipes())).isEmpty();
        assertThat(sheets.reports(people.engineer(), plan.project().id(), DAY)).isEmpty();
        assertThat(last()).isNull();
    }

    @Test
    void says_something_of_a_day_that_has_come_by_somebody_who_works_there() {
        assertRefused("sheet.empty", () -> sheets.submit(people.engineer(), sheet(null, Set.of())));
        assertRefused("sheet.empty", () -> sheets.submit(people.engineer(), sheet(0, Set.of())));
        assertRefused("report.date.future", () -> sheets.submit(people.engineer(), new NewDaySheet(
                plan.project().id(), DAY.plusDays(1), 3, List.of(), null, Set.of(), null, List.of())));
        assertRefused("sheet.weather.unknown", () -> sheets.submit(people.engineer(), new NewDaySheet(
                plan.project().id(), DAY, 3, List.of(), "hail", Set.of(), null, List.of())));
        assertRefused("report.workers.absurd", () -> sheets.submit(people.engineer(), sheet(-1, Set.of(Blocker.FUNDS))));
        assertRefused("refused.role", () -> sheets.submit(people.supervisor(), sheet(3, Set.of())));
        assertRefused("project.unknown", () -> sheets.submit(people.engineer(), new NewDaySheet(
                987_654, DAY, 3, List.of(), null, Set.of(), null, List.of())));
        assertThat(sheets.submit(people.engineer(), sheet(0, Set.of(Blocker.STOP_WORK))).reports()).isEmpty();
    }

    @Test
    void the_last_one_is_offered_again_and_its_project_comes_first() {
        assertThat(last()).isNull();
        NewDaySheet yesterday = new NewDaySheet(plan.project().id(), DAY.minusDays(1), 9, List.of("Night crew"), "snow",
                Set.of(), null, List.of());
        sheets.submit(people.engineer(), yesterday);

        assertThat(sheets.projects(people.engineer()).getFirst().last()).isNotNull();
        assertThat(last()).satisfies(sheet -> {
            assertThat(sheet.sheetOn()).isEqualTo(DAY.minusDays(1));
            assertThat(sheet.crews()).containsExactly("Night crew");
            assertThat(sheet.weather()).isEqualTo("snow");
        });
    }

    private @Nullable DaySheet last() {
        return sheets.projects(people.engineer()).stream()
                .filter(each -> each.projectId() == plan.project().id()).findFirst().orElseThrow().last();
    }

    private NewDaySheet sheet(@Nullable Integer workers, Set<Blocker> blockers, Line... lines) {
        return new NewDaySheet(plan.project().id(), DAY, workers, List.of("Pipes one", "Pipes two"), "rain", blockers,
                null, List.of(lines));
    }

    private static Line line(long task, String quantity, @Nullable String request) {
        return new Line(task, new BigDecimal(quantity), null, request);
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
