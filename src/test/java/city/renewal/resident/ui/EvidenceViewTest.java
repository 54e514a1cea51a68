package city.renewal.resident.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EvidenceViewTest extends PublicViewTest {

    @Test
    void lists_every_confirmed_report_a_page_at_a_time() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        for (int number = 0; number <= EvidenceView.SHOWN; number++) {
            sample.confirmed(plan.pipes(), DAY.minusDays(number % 7), "1");
        }

        open("project/C01/evidence");
        assertThat(_get(EvidenceList.class).getChildren()).hasSize(EvidenceView.SHOWN);
        assertThat(page()).contains("示例里：确认记录", "累计 51 / 100 米", "第 1 页，共 2 页", "较早");

        open("project/C01/evidence?page=2");
        assertThat(_get(EvidenceList.class).getChildren()).hasSize(1);
        assertThat(page()).contains("累计 1 / 100 米", "第 2 页，共 2 页", "较新");
    }

    @Test
    void reads_a_page_in_four_statements() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY, "1");

        try (StatementCount count = countStatements()) {
            open("project/C01/evidence");
            assertThat(count.statements()).hasSize(4);
        }
    }

    @Test
    void lists_the_reports_of_one_piece_of_work_and_of_all_below_a_summary() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY, "3");
        sample.confirmed(plan.paving(), DAY, "2");

        open("project/C01/evidence?task=" + plan.paving());
        assertThat(_get(EvidenceList.class).getChildren()).hasSize(1);
        assertThat(page()).contains("Paving", "第 1 页，共 1 页", "看整个项目的").doesNotContain("Pipes");

        open("project/C01/evidence?task=" + plan.summary());
        assertThat(_get(EvidenceList.class).getChildren()).hasSize(2);

        open("project/C01/evidence?task=999999999");
        assertThat(page()).contains("这一项还没有监理确认过的日报");
    }

    @Test
    void a_correction_says_which_report_it_took_the_place_of() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        SiteReports reports = services().get(SiteReports.class);
        long wrong = reports.submit(sample.people().engineer(), new NewReport(plan.pipes(), DAY.minusDays(1),
                new BigDecimal("30"), null, null, null, null, null)).id();
        reports.confirm(sample.people().supervisor(), wrong);
        reports.confirm(sample.people().supervisor(), reports.submit(sample.people().engineer(), new NewReport(
                plan.pipes(), DAY.minusDays(1), new BigDecimal("20"), null, null, "measured again", null, null, wrong)).id());

        open("project/C01/evidence");

        assertThat(_get(EvidenceList.class).getChildren()).hasSize(1);
        assertThat(page()).contains("+20 米", "更正了 3月9日的日报（原为 30 米，不再计入）").doesNotContain("measured again");
    }

    @Test
    void without_a_report_it_says_why_nothing_is_here() {
        sample.compound("C01", "示例里", "越秀路街");

        open("project/C01/evidence?page=nonsense");

        assertThat(page()).contains("还没有监理确认过的日报");
    }

    @Test
    void is_closed_where_the_project_is() {
        sample.project("C01", "Secret", "越秀路街", false);

        open("project/C01/evidence");

        assertThat(page()).contains("没有编号为“C01”的项目").doesNotContain("Secret");
    }
}
