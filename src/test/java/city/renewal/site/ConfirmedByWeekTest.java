package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was confirmed by the end of each of the last four weeks, behind the earlier front lines. */
@OnEachDatabase
class ConfirmedByWeekTest {

    private static final LocalDate LAST = SmallPlan.START.plusDays(30);

    private final TestDatabase database;
    private final Services services;
    private final SiteReports reports;
    private final People people;

    ConfirmedByWeekTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(LAST.plusDays(1)));
        reports = services.get(SiteReports.class);
        people = People.join(services);
    }

    @Test
    void sums_each_task_up_to_each_day_in_one_statement() {
        SmallPlan plan = SmallPlan.add(services, people.planner(), "WEEKS");
        report(plan.pipes(), LAST.minusWeeks(5), "10", true);
        report(plan.pipes(), LAST.minusWeeks(3), "20", true);
        report(plan.pipes(), LAST.minusWeeks(2), "40", false);
        report(plan.paving(), LAST.minusDays(3), "5", true);

        Map<LocalDate, Map<Long, BigDecimal>> weeks;
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            weeks = reports.confirmedByWeek(plan.project().id(), LAST);
            assertThat(count.statements()).hasSize(1);
        }

        assertThat(weeks.keySet()).containsExactly(LAST.minusWeeks(4), LAST.minusWeeks(3), LAST.minusWeeks(2),
                LAST.minusWeeks(1));
        assertThat(weeks.values()).extracting(week -> week.get(plan.pipes()).intValueExact())
                .containsExactly(10, 30, 30, 30);
        assertThat(weeks.values()).extracting(week -> week.get(plan.paving()).signum()).containsOnly(0);
    }

    private void report(long task, LocalDate on, String quantity, boolean confirmed) {
        long id = reports.submit(people.engineer(),
                new NewReport(task, on, new BigDecimal(quantity), null, null, null, null, null)).id();
        if (confirmed) {
            reports.confirm(people.supervisor(), id);
        }
    }
}
