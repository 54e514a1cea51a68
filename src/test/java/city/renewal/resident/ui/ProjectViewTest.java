package city.renewal.resident.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import city.renewal.base.ui.NotFoundView;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeMove;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.plan.Plans;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentPages;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.project.handover.HandoverSample;
import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectViewTest extends PublicViewTest {

    @Test
    void answers_what_was_promised_what_holds_now_why_and_who() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY.minusDays(1), "50");
        sample.explained(plan.project(), "连续降雨");

        open("project/C01");

        assertThat(fact("promised")).contains("3月16日完工", "第一版计划 · 3月10日公布");
        assertThat(fact("now")).contains("3月19日完工", "已完成 33% · 按承诺应为 53%");
        assertThat(fact("why")).contains("连续降雨", "One more crew", "3月10日说明");
        assertThat(fact("who")).contains("First Builders", "022-0000-1001", "监理单位 Second Eyes");
        assertThat(page()).contains("示例里", "晚 3 天", "最近确认 3月10日 12:00 · 今天已确认 1 份日报");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("示例里");
    }

    @Test
    void says_after_the_works_who_repairs_what_until_when() {
        HandoverSample handovers = new HandoverSample(services());
        handovers.handOver(handovers.compound("DONE", DAY.minusDays(20)), DAY.minusDays(3));

        open("project/DONE");

        assertThat(byId("after")).hasValueSatisfying(card -> assertThat(textOf(card)).contains("3 位居民代表",
                "Third Keepers", "屋面防水", "保修到", "First Builders", "022-0000-1001"));
        assertThat(fact("who")).startsWith("找谁 Third Keepers").contains("日常维护", "022-0000-3001", "First Builders");
    }

    @Test
    void names_organisations_and_no_person() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY, "50");

        open("project/C01");

        assertThat(page()).contains("3月10日 · 监理已确认 Second Eyes")
                .doesNotContain("The engineer", "The supervisor", "Somebody Private", "Nobody Else");
    }

    @Test
    void says_honestly_when_no_reason_was_given() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY.minusDays(1), "10");

        open("project/C01");

        assertThat(fact("why")).contains("建设方还没有说明原因");
    }

    @Test
    void the_first_promise_stays_when_a_new_one_is_made() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY.minusDays(1), "10");
        service(Plans.class)
                .takeBaseline(sample.people().planner(), plan.project().id(), "Second plan", "连日下雨", "Rain");

        open("project/C01");

        assertThat(fact("promised")).contains("3月16日完工", "之后调整过 1 次").doesNotContain("Second plan");
        assertThat(fact("promised").indexOf("3月16日完工")).isLessThan(fact("promised").indexOf("之后调整过"));
        assertThat(byId("adjustments")).hasValueSatisfying(card -> assertThat(textOf(card))
                .contains("当初承诺", "第 2 版", "连日下雨").doesNotContain("The planner"));
        read(Locale.ENGLISH);
        open("project/C01");
        assertThat(byId("adjustments")).hasValueSatisfying(card -> assertThat(textOf(card)).contains("Rain"));
    }

    @Test
    void says_nothing_of_adjustments_while_there_are_none() {
        sample.compound("C01", "示例里", "越秀路街");

        open("project/C01");

        assertThat(byId("adjustments")).isEmpty();
        assertThat(fact("promised")).doesNotContain("调整");
    }

    @Test
    void shows_what_the_percent_is_made_of() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        for (int day = 0; day < 7; day++) {
            sample.confirmed(plan.pipes(), DAY.minusDays(day), "10");
        }

        open("project/C01");

        assertThat(page()).contains("47% 从哪里来", "+10 米", "累计 70 / 100 米", "查看全部 7 份确认记录");
        assertThat(_find(EvidenceList.class)).singleElement()
                .satisfies(list -> assertThat(list.getChildren()).hasSize(5));
    }

    @Test
    void a_plan_without_promise_and_a_project_without_plan_say_so() {
        sample.unpromised("C01", "示例里", "越秀路街", true);
        sample.project("C02", "云示花园", "友谊路街", true);

        open("project/C01");
        assertThat(fact("promised")).contains("尚未公布");
        open("project/C02");
        assertThat(page()).contains("计划还没有排出", "计划还没有公布", "这两周没有安排施工", "未开工");
    }

    @Test
    void draws_the_timeline_as_a_chart_and_on_a_phone_as_a_list() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY, "50");

        open("project/C01");

        GanttChart chart = _get(GanttChart.class);
        assertThat(chart.isEditing()).isFalse();
        assertThat(chart.rows()).extracting(GanttRow::name).contains("Pipes", "Paving");
        _assertNone(PhoneTimeline.class);
        PhoneTimeline list = new PhoneTimeline(service(ResidentPages.class).page("C01", false).orElseThrow(),
                new Reader(service(Messages.class), service(Kinds.class), clock, Locale.SIMPLIFIED_CHINESE));
        assertThat(textOf(list)).contains("Pipes", "50% · 预计", "Paving", "开始");
    }

    @Test
    void moves_by_itself_when_a_report_is_confirmed() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        open("project/C01");

        sample.confirmed(plan.pipes(), DAY, "75");
        receivePush();

        assertThat(fact("now")).contains("已完成 50%");
        assertThat(_get(GanttChart.class).row(plan.pipes())).hasValueSatisfying(row ->
                assertThat(row.share()).isEqualTo(0.75));
        assertThat(page()).contains("50% 从哪里来", "+75 米");
    }

    @Test
    void what_only_waits_for_confirmation_changes_nothing() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        open("project/C01");

        service(SiteReports.class).submit(sample.people().engineer(),
                new NewReport(plan.pipes(), DAY, new BigDecimal("75"), null, null, null,
                        null, null));
        receivePush();

        assertThat(fact("now")).contains("已完成 0%");
        assertThat(page()).doesNotContain("+75");
    }

    @Test
    void a_closed_page_hears_nothing_more() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        open("project/C01");
        open("");

        try (StatementCount count = countStatements()) {
            service(ChangeFeed.class).publish(
                    new ProjectChange(plan.project().id(), "", Set.of()));
            receivePush();
            assertThat(count.statements()).noneMatch(sql -> sql.contains("task_link"));
        }
    }

    @Test
    void an_unknown_project_gets_a_friendly_word() {
        open("project/NOWHERE");

        assertThat(_find(NotFoundView.class)).hasSize(1);
        assertThat(page()).contains("没有编号为“NOWHERE”的项目", "回到总览");
    }

    @Test
    void a_project_that_is_not_public_is_unknown_to_the_public_and_open_to_staff() {
        sample.project("C01", "Secret", "越秀路街", false);

        open("project/C01");
        assertThat(page()).contains("没有编号为“C01”的项目").doesNotContain("Secret");

        signIn(sample.people().viewer());
        open("project/c01");
        assertThat(page()).contains("Secret");
    }

    @Test
    void speaks_english() {
        read(Locale.ENGLISH);
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(plan.pipes(), DAY.minusDays(1), "50");

        open("project/C01");

        assertThat(fact("promised")).contains("First promised", "Done by 16 Mar", "published on 10 Mar");
        assertThat(fact("now")).contains("33% done · 53% promised by today");
        assertThat(page()).contains("示例里 EN", "3 days late", "Where 33% comes from", "See the 1 confirmed report")
                .doesNotContain("!");
    }

    @Test
    void what_is_cut_today_comes_first_and_what_comes_stands_at_the_side() {
        sample.compound("C01", "示例里", "越秀路街");
        Notices notices = service(Notices.class);
        open("project/C01");
        assertThat(byId("notices-today").map(ViewTest::textOf).orElseThrow()).isEmpty();

        notices.publish(sample.people().planner(), notice("water", 0, "抢修"));
        Notice moved = notices.publish(sample.people().planner(), notice("gas", 3, null));
        notices.move(sample.people().planner(), moved.id(), new NoticeMove(1, DAY.plusDays(6).atTime(14, 0),
                DAY.plusDays(6).atTime(16, 0), false, "下雨", null, null));
        receivePush();

        assertThat(byId("notices-today").map(ViewTest::textOf).orElseThrow()).contains("今天", "停水", "Building 1",
                "14:00–16:00", "更换管道", "022-0000-1001", "未按规定提前通知", "抢修").doesNotContain("停气");
        assertThat(page()).contains("停气", "已改期", "原定", "3月13日", "3月16日", "改期原因：下雨");
        notices.cancel(sample.people().planner(), moved.id(), 2, "不做了");
        receivePush();
        assertThat(page()).contains("已取消", "取消原因：不做了");
    }

    private static NewNotice notice(String kind, int days, String late) {
        return new NewNotice("C01", kind, List.of(new NoticeTarget("B01", 0)), DAY.plusDays(days).atTime(14, 0),
                DAY.plusDays(days).atTime(16, 0), false, "更换管道", null, "First Builders", "022-0000-1001", null, late,
                null);
    }

    @Test
    void needs_at_most_six_statements() {
        SmallPlan plan = sample.compound("C01", "示例里", "越秀路街");
        for (int day = 0; day < 8; day++) {
            sample.confirmed(plan.pipes(), DAY.minusDays(day), "1");
        }

        try (StatementCount count = countStatements()) {
            open("project/C01");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    private static String fact(String id) {
        return byId("fact-" + id).map(ViewTest::textOf).orElseThrow();
    }
}
