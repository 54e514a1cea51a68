package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Words;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.StopWindows;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Whole sheets confirmed together, one after the other, while plans change in between. */
@OnEachDatabase
class ConfirmedSheetsTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(1);

    private final TestDatabase database;
    private final Services services;
    private final SiteReports reports;
    private final Plans plans;
    private final People people;
    private final SmallPlan plan;

    ConfirmedSheetsTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(TestClock.at(DAY));
        reports = services.get(SiteReports.class);
        plans = services.get(Plans.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "S" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void a_second_sheet_takes_ten_statements_however_many_reports_it_has() {
        List<Long> first = sheet(DAY, 3);
        List<Long> second = sheet(DAY, 9);
        reports.confirmAll(people.supervisor(), first);

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(reports.confirmAll(people.supervisor(), second).confirmed()).isEqualTo(second);
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(pipes().progress().confirmedQuantity()).isEqualByComparingTo("12");
        assertThat(pipes().progress().submittedQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void a_correction_counts_beside_other_reports_of_its_sheet() {
        long wrong = sheet(DAY, 1).getFirst();
        reports.confirm(people.supervisor(), wrong);
        List<Long> ids = new ArrayList<>(sheet(DAY, 2));
        long returned = correct(wrong);
        reports.giveBack(people.supervisor(), returned, "Not so");
        long correction = correct(wrong);
        ids.add(returned);
        ids.add(correction);

        ManyConfirmed outcome = reports.confirmAll(people.secondSupervisor(), ids);

        assertThat(outcome.confirmed()).containsExactly(ids.get(0), ids.get(1), correction);
        assertThat(outcome.refused()).containsOnlyKeys(returned);
        assertThat(reports.get(wrong).state()).isEqualTo(ReportState.CORRECTED);
        assertThat(pipes().progress().confirmedQuantity()).isEqualByComparingTo("7");
    }

    @Test
    void what_moves_the_plan_between_two_sheets_counts_for_the_second() {
        confirm(DAY);
        LocalDate planned = paving().dates().finishOn();

        // Three days off for the project.
        StopWindows windows = services.get(StopWindows.class);
        windows.declare(people.planner(), windows.preview(people.planner(), new NewWindow(WindowKind.OTHER,
                DAY.plusDays(4), DAY.plusDays(6),
                new WindowScope(Set.of(), Set.of(), Set.of(plan.project().code()), Set.of()),
                new Words("街道活动", "Street event"), null)), false);
        LocalDate late = paving().dates().finishOn();
        assertThat(late).isEqualTo(planned.plusDays(3));
        confirm(DAY);
        assertThat(paving().dates().finishOn()).isEqualTo(late);

        // No more waiting for the pipes.
        services.get(PlanEditing.class).unlink(people.planner(), plan.project().id(),
                LinkInput.of(plans.read(plan.project().id()).links().getFirst()));
        LocalDate free = paving().dates().finishOn();
        assertThat(free).isBefore(late);
        sheet(DAY, 1);
        confirm(DAY);
        assertThat(paving().dates().finishOn()).isEqualTo(free);
        assertThat(pipes().progress().confirmedQuantity()).isEqualByComparingTo("0.003");
        assertThat(pipes().progress().submittedQuantity()).isEqualByComparingTo("1");
    }

    private Task pipes() {
        return plans.task(plan.pipes()).task();
    }

    private Task paving() {
        return plans.task(plan.paving()).task();
    }

    /** So little that the confirmed work itself moves nothing once it has begun. */
    private void confirm(LocalDate day) {
        reports.confirm(people.supervisor(), reports.submit(people.engineer(),
                new NewReport(plan.pipes(), day, new BigDecimal("0.001"), null, null, null, null, null)).id());
    }

    private long correct(long wrong) {
        return reports.submit(people.engineer(), new NewReport(plan.pipes(), DAY, new BigDecimal("5"), null, null,
                "Counted twice", null, null, wrong)).id();
    }

    private List<Long> sheet(LocalDate day, int lines) {
        List<NewDaySheet.Line> all = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            all.add(new NewDaySheet.Line(plan.pipes(), BigDecimal.ONE, null, null));
        }
        return services.get(DaySheets.class).submit(people.engineer(), new NewDaySheet(plan.project().id(), day, 9,
                List.of(), "sunny", Set.of(), null, all)).reports().stream().map(SiteReport::id).toList();
    }
}
