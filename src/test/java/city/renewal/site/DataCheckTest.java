package city.renewal.site;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.base.Messages;
import city.renewal.plan.PlanCheck;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DataCheckTest {

    private final Jdbi jdbi;

    private final Services services;

    DataCheckTest(TestDatabase database) {
        jdbi = database.jdbi();
        services = database.services(TestClock.at(SmallPlan.START));
    }

    @Test
    void finds_what_the_program_would_not_have_written_and_says_where() {
        People people = People.join(services);
        SmallPlan plan = SmallPlan.add(services, people.planner(), "CHECKED");
        SmallPlan.add(services, people.planner(), "OTHER");
        SiteReports reports = services.get(SiteReports.class);
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), report(plan, "25")).id());
        reports.submit(people.engineer(), report(plan, "5"));
        assertThat(findings()).as("of data that only the program wrote").isEmpty();

        damage("UPDATE task SET confirmed_quantity = 24 WHERE id = " + plan.pipes());
        damage("UPDATE task SET parent_id = id WHERE id = " + plan.paving());
        damage("UPDATE task_link SET project_id = (SELECT id FROM project WHERE code = 'OTHER') WHERE predecessor_id = "
                + plan.pipes());

        assertThat(findings()).extracting(Finding::key)
                .containsExactlyInAnyOrder("check.sums", "check.parent.cycle", "check.link.foreign");
        assertThat(findings()).allSatisfy(finding -> assertThat(finding.in(new Messages(), Locale.ENGLISH))
                .containsPattern("(CHECKED|OTHER), (task|link) \\d+: ").doesNotContain("\n"));
    }

    private static NewReport report(SmallPlan plan, String quantity) {
        return new NewReport(plan.pipes(), SmallPlan.START, new BigDecimal(quantity), null, null, null, null, null);
    }

    private void damage(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }

    private List<Finding> findings() {
        return Stream.concat(new PlanCheck(jdbi).findings().stream(), new ReportCheck(jdbi).findings().stream())
                .toList();
    }
}
