package city.renewal.programme.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OverviewViewTest extends PublicViewTest {

    @Test
    void shows_each_project_with_promise_present_and_reason() {
        SmallPlan late = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(late.pipes(), DAY.minusDays(1), "50");
        sample.explained(late.project(), "连续降雨");

        open("");

        assertThat(textOf(row(0))).contains("示例里", "越秀路街 · 120 户", "施工", "已完成 33% · 按承诺应为 53%", "连续降雨",
                "3月19日", "晚 3 天");
    }

    @Test
    void sets_the_published_figure_beside_what_is_measured() {
        SmallPlan compound = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(compound.pipes(), DAY.minusDays(1), "50");

        open("");

        assertThat(page()).contains("18", "个小区", "57 万平方米", "公布数", "已完成 33% · 按承诺应为 53%", "天津一份报纸");
    }

    @Test
    void filters_by_what_the_address_says() {
        SmallPlan late = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(late.pipes(), DAY, "10");
        sample.compound("C02", "云示花园", "友谊路街");

        open("?state=late");
        assertThat(names()).containsExactly("示例里");

        open("?street=友谊路街");
        assertThat(names()).containsExactly("云示花园");
        assertThat(_find(ComboBox.class).getFirst().getValue()).isEqualTo("友谊路街");

        open("?kind=road");
        assertThat(names()).isEmpty();
    }

    @Test
    void counts_what_each_filter_would_leave() {
        SmallPlan late = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(late.pipes(), DAY, "10");
        sample.compound("C02", "云示花园", "友谊路街");

        open("");

        assertThat(byId("filter-all").map(ViewTest::textOf)).hasValue("全部 2");
        assertThat(byId("filter-under-way").map(ViewTest::textOf)).hasValue("正在施工 1");
        assertThat(byId("filter-late").map(ViewTest::textOf)).hasValue("晚于承诺 1");
        assertThat(byId("filter-finished").map(ViewTest::textOf)).hasValue("已完成 0");
    }

    @Test
    void a_search_goes_into_the_address() {
        sample.compound("C01", "示例里", "越秀路街");
        sample.compound("C02", "云示花园", "友谊路街");
        open("");

        _get(TextField.class, search -> search.withId("search")).setValue("花园");
        _click(_get(Button.class, search -> search.withText("查找")));

        assertThat(names()).containsExactly("云示花园");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters().getSingleParameter("q"))
                .hasValue("花园");
    }

    @Test
    void helps_when_nothing_is_found() {
        sample.compound("C01", "示例里", "越秀路街");

        open("?q=nowhere");

        assertThat(names()).isEmpty();
        assertThat(page()).contains("没有找到“nowhere”", "居委会", "看全部项目");
    }

    @Test
    void says_so_when_no_project_is_public_yet() {
        sample.project("C01", "Secret", "越秀路街", false);

        open("");

        assertThat(page()).contains("还没有公开的项目").doesNotContain("Secret");
    }

    @Test
    void speaks_english() {
        read(Locale.ENGLISH);
        SmallPlan late = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(late.pipes(), DAY.minusDays(1), "50");

        open("");

        assertThat(textOf(row(0))).contains("示例里 EN", "120 households", "Works", "33% done · 53% promised by today",
                "19 Mar", "3 days late");
    }

    @Test
    void shows_a_part_first_and_more_on_request() {
        for (int number = 0; number <= ProjectList.STEP; number++) {
            sample.project("P" + number, "Project " + number, "First street", true);
        }

        open("");

        assertThat(_find(ProjectRow.class)).hasSize(ProjectList.STEP);
        assertThat(page()).contains("还有 1 个");
    }

    @Test
    void moves_by_itself_when_a_report_is_confirmed() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        open("");
        assertThat(textOf(row(0))).contains("已完成 0%");

        sample.confirmed(plan.pipes(), DAY, "75");
        receivePush();

        assertThat(textOf(row(0))).contains("已完成 50%");
    }

    @Test
    void needs_at_most_six_statements() {
        for (int number = 0; number < 8; number++) {
            sample.compound("C" + number, "Compound " + number, "First street");
        }

        try (StatementCount count = countStatements()) {
            open("");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    private static ProjectRow row(int place) {
        return _find(ProjectRow.class).get(place);
    }

    private static List<String> names() {
        return _find(ProjectRow.class).stream().map(row -> _find(row, RouterLink.class).getFirst().getText()).toList();
    }
}
