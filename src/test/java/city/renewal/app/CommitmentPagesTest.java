package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.MeasuredValues;
import city.renewal.programme.commitment.NewCommitment;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What anybody reads of commitments and indicators, from a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitmentPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private RunningServer server;
    private CommitmentSample sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(TODAY));
        sample = new CommitmentSample(server.services());
        Commitments commitments = server.services().get(Commitments.class);
        SmallPlan late = sample.compound("C01");
        sample.projects().confirmed(late.pipes(), TODAY.minusDays(1), "50");
        sample.projects().confirmed(sample.compound("C09").pipes(), LocalDate.of(2026, 2, 26), "10");
        server.services().get(MeasuredValues.class).keep();
        sample.projects().explained(late.project(), "连续降雨");
        sample.made(sample.wish(Basis.WORK, "PIPES", "m", "100", "C01"));
        Commitment changed = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "C01")).commitment();
        commitments.promise(sample.officer(), changed, BigDecimal.ONE, LocalDate.of(2026, 3, 18), "<b>提前</b>");
        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "60")).commitment();
        commitments.report(sample.officer(), reported, new BigDecimal("55"), TODAY, "供热办月报", null);
        sample.made(new NewCommitment(2026, null, "残疾人家庭无障碍建设", "Accessible homes", Basis.INDICATOR, null,
                "accessible-households", "household", new BigDecimal("92"), CommitmentSample.DUE, "示例区残联", "康复科",
                "022-0000-8009", Set.of()));
        commitments.withdraw(sample.officer(),
                sample.made(sample.wish(Basis.REPORTED, null, "item", "7")).commitment(), "<b>重复</b>登记");
        sample.made(new NewCommitment(2026, null, "首批管线", "First pipes", Basis.WORK, "PIPES", null, "m",
                new BigDecimal("50"), TODAY.minusDays(4), "示例区住建委", "城市更新科", "022-0000-8000", Set.of("C01")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_year_says_promise_present_and_state_without_a_session() {
        HttpResponse<String> page = server.get("/commitments", "Accept-Language", "zh-CN");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("2026 年民心工程承诺", "100 米，3月20日前完成", "<b>50 米</b>", "本平台实测", "进展正常", "有风险",
                "单位报告", "公布数", "tel:02200008000", "/commitments/2026/1").doesNotContain("<script");
    }

    @Test
    void one_commitment_can_be_followed_to_project_evidence_reason_and_history() {
        String page = server.get("/commitments/2026/2", "Accept-Language", "zh-CN").body();

        assertThat(page).contains("href=\"/n/C01\"", "href=\"/evidence/C01\"", "由Second Eyes确认", "预计晚 3 天", "连续降雨",
                "One more crew", "首次承诺：1 个小区，3月20日前完成", "改为：1 个小区，3月18日前完成", "按首次承诺：进展正常",
                "&lt;b&gt;提前").doesNotContain("<b>提前", "Foreman Liu");
    }

    @Test
    void one_that_was_withdrawn_stays_in_its_year_with_the_reason() {
        String year = server.get("/commitments/2026", "Accept-Language", "zh-CN").body();
        String page = server.get("/commitments/2026/5", "Accept-Language", "zh-CN").body();

        assertThat(year).contains("已撤回 1", "3月10日 撤回。理由：&lt;b&gt;重复");
        assertThat(page).contains("badge gone", "3月10日 撤回。理由：&lt;b&gt;重复", "首次承诺：7 项");
        assertThat(json(server.get("/api/v1/commitments")).at("/commitments/4/withdrawnWhy").stringValue())
                .isEqualTo("<b>重复</b>登记");
    }

    @Test
    void one_that_was_kept_late_says_by_how_many_days_and_by_which_day() {
        assertThat(server.get("/commitments/2026", "Accept-Language", "zh-CN").body()).contains("晚 3 天兑现（3月9日达到）");
        assertThat(server.get("/commitments/2026/6?lang=en").body())
                .contains("Kept 3 days late (reached on 9 Mar)", "the day of the report of the work, not the day of confirmation");
        JsonNode late = json(server.get("/api/v1/commitments")).at("/commitments/5");
        assertThat(late.at("/state").stringValue()).isEqualTo("kept-late");
        assertThat(late.at("/reachedOn").stringValue()).isEqualTo("2026-03-09");
    }

    @Test
    void speaks_english_and_large_and_keeps_the_choice() {
        String page = server.get("/commitments/2026?lang=en&large=1").body();

        assertThat(page).contains("lang=\"en\"", "class=\"large\"", "Commitments of 2026", "100 m by 20 Mar",
                "/commitments/2026/1?lang=en&amp;large=1", "measured here");
    }

    @Test
    void an_address_that_is_not_there_explains_itself() {
        for (String address : new String[] {"/commitments/2026/999", "/commitments/x", "/commitments/2026/1/2"}) {
            HttpResponse<String> page = server.get(address, "Accept-Language", "zh-CN");
            assertThat(page.statusCode()).as(address).isEqualTo(404);
            assertThat(page.body()).contains("没有这项承诺", "href=\"/commitments\"");
        }
        assertThat(server.get("/commitments/1999", "Accept-Language", "zh-CN").body()).contains("这一年还没有公开的承诺");
    }

    @Test
    void published_figures_are_told_apart_from_measured_ones() {
        String page = server.get("/indicators", "Accept-Language", "zh-CN").body();
        String compounds = page.substring(page.indexOf("id=\"compounds\""), page.indexOf("id=\"compound-area\""));

        assertThat(compounds).contains("mark published", "18 个小区", "未公布日期", "mark measured", "已完成 0 / 2 个小区");
        assertThat(page).contains("截至10月底", "柳林公园");
        assertThat(compounds).as("told apart, one by one").contains("<table class=\"series\"", "2月28日</td><td><b>0 / 2 个小区",
                "本平台实测</span> 2 个项目");
        String area = page.substring(page.indexOf("id=\"compound-area\""), page.indexOf("id=\"zhujiang-road\""));
        assertThat(area).contains("<polyline", "2月28日为 66 平方米", "class=\"whole\"", "虚线：2,000 平方米");
        String total = page.substring(page.indexOf("id=\"accessible-households\""));
        total = total.substring(0, total.indexOf("</section>"));
        assertThat(total).contains("92 户", "只公布总数").doesNotContain("mark measured");
    }

    @Test
    void programs_read_the_same() {
        HttpResponse<String> answer = server.get("/api/v1/commitments");
        JsonNode first = json(answer).at("/commitments/0");

        assertThat(first.at("/present/value").intValue()).isEqualTo(50);
        assertThat(first.at("/present/kind").stringValue()).isEqualTo("measured");
        assertThat(first.at("/projects/0/evidence").stringValue()).isEqualTo("/project/C01/evidence");
        assertThat(json(answer).at("/commitments/1/state").stringValue()).isEqualTo("at-risk");
        assertThat(json(answer).at("/commitments/1/first/dueOn").stringValue()).isEqualTo("2026-03-20");
        assertThat(json(answer).at("/commitments/3/projects").isEmpty()).as("a total and nothing else").isTrue();
        assertThat(server.get("/api/v1/commitments", "If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                .statusCode()).isEqualTo(304);
        assertThat(server.get("/api/v1/commitments?year=x").statusCode()).isEqualTo(400);
    }
}
