package city.renewal.resident.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
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
