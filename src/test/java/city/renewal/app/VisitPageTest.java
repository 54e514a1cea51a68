package city.renewal.app;

import static city.renewal.visit.VisitSample.MORNING;
import static city.renewal.visit.VisitSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Database;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.visit.Contact;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitSample;
import city.renewal.visit.Visits;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What households meet who book without an account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitPageTest {

    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TestClock clock = TestClock.at(DAY);
    private RunningServer server;
    private VisitSample sample;
    private String page;
    private int number;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
    }

    @BeforeEach
    void compound(TestInfo test) {
        number++;
        sample = VisitSample.add(server.services(), "VISIT-" + number);
        page = "/visit/VISIT-" + number;
    }

    @AfterEach
    void turnBack() {
        clock.moveTo(DAY);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String... fields) {
        return postTo(page, fields);
    }

    private HttpResponse<String> postTo(String address, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return server.post(address, form.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    private String code(String door) {
        return sample.compound().code(sample.household(door).id());
    }

    private static String visitIn(HttpResponse<String> answer) {
        Matcher visit = Pattern.compile("name=\"visit\" value=\"(\\d+)\"").matcher(answer.body());
        assertThat(visit.find()).isTrue();
        return visit.group(1);
    }

    @Test
    void household_books_moves_and_cancels_with_its_code_alone() {
        String first = String.valueOf(sample.offer(DAY.plusDays(1), 2, MORNING));
        String second = String.valueOf(sample.offer(DAY.plusDays(3), 2, NOON));
        HttpResponse<String> asked = server.get(page);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("更换外窗", "name=\"code\"").doesNotContain("1 单元", "5月5日");
        assertThat(asked.headers().map()).doesNotContainKey("Set-Cookie");

        String code = code("101");
        assertThat(post("code", code).body()).contains("1号楼", "请清空窗边一米", "5月5日 星期二", "09:00–11:00", "还可约 2 户",
                "工作人员和上门班组能看到", "上门后 90 天删除");
        assertThat(post("code", code, "do", "book").statusCode()).isEqualTo(422);
        HttpResponse<String> booked = post("code", code, "do", "book", "slot", first, "remark", "<b>狗</b>",
                "phone", "13812345678");
        assertThat(booked.statusCode()).isEqualTo(200);
        assertThat(booked.body()).contains("已约好：更换外窗，5月5日 星期二 09:00–11:00").doesNotContain("<b>狗", "13812345678");
        assertThat(post("code", code, "do", "book", "slot", first).statusCode()).as("sent twice").isEqualTo(200);
        String visit = visitIn(booked);
        HttpResponse<String> moved = post("code", code, "do", "move", "visit", visit, "slot", second);
        assertThat(moved.body()).contains("已改约：更换外窗，5月7日 星期四 11:00–13:00");
        assertThat(post("code", code, "do", "move", "visit", visit, "slot", second).body()).contains("已改约");
        assertThat(post("code", code, "do", "cancel", "visit", visitIn(moved), "reason", "出差").body())
                .contains("已取消：更换外窗", "预约这个时间");
        HttpResponse<String> old = post("code", code, "do", "move", "visit", visit, "slot", first);
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("这个预约已改约、取消或结束");
        assertThat(old.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(old.headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(old.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void exam_declared_later_stands_above_the_appointment_until_it_is_moved() {
        Visit visit = server.services().get(Visits.class).bookFor(sample.worker(), sample.household("101"),
                sample.offer(DAY.plusDays(3), 2, MORNING), Contact.NONE);
        sample.offer(DAY.plusDays(4), 2, MORNING);
        String after = String.valueOf(sample.offer(DAY.plusDays(6), 2, MORNING));
        String code = code("101");
        assertThat(post("code", code).body()).contains("5月8日");

        sample.exam(DAY.plusDays(2), DAY.plusDays(5));
        assertThat(post("code", code).body()).contains("这个时间遇到不施工的日子（5月6日至5月9日，高考）", "5月10日 星期日",
                "<details open").doesNotContain("5月8日");
        assertThat(postTo(page + "?lang=en", "code", code).body())
                .contains("days without visits (6 May to 9 May, University entrance exam)", "lang=\"en\"");
        assertThat(post("code", code, "do", "move", "visit", String.valueOf(visit.id()), "slot", after).body())
                .contains("已改约：更换外窗，5月10日 星期日").doesNotContain("遇到不施工");
    }

    @Test
    void appointment_of_today_or_before_is_changed_by_telephone() {
        server.services().get(Visits.class).bookFor(sample.worker(), sample.household("101"),
                sample.offer(DAY.plusDays(1), 2, MORNING), Contact.NONE);
        sample.offer(DAY.plusDays(6), 2, MORNING);
        String code = code("101");
        assertThat(post("code", code).body()).contains("value=\"move\"", "value=\"cancel\"");
        clock.moveTo(DAY.plusDays(1));
        assertThat(post("code", code).body()).contains("5月5日", "当天请打电话")
                .doesNotContain("value=\"move\"", "value=\"cancel\"", "value=\"book\"");
        clock.moveTo(DAY.plusDays(2));
        assertThat(post("code", code).body()).contains("5月5日", "这个时间已经过了，结果还没有登记。要改约，请打电话。")
                .doesNotContain("value=\"move\"", "value=\"cancel\"", "value=\"book\"");
    }

    @Test
    void code_that_books_without_end_is_told_to_wait() {
        String slot = String.valueOf(sample.offer(DAY.plusDays(1), 2, MORNING));
        String code = code("101");
        for (int i = 0; i < 10; i++) {
            post("code", code, "do", "cancel", "visit", visitIn(post("code", code, "do", "book", "slot", slot)));
        }
        HttpResponse<String> refused = post("code", code, "do", "book", "slot", slot);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("今天已选过 10 次时间，没有改动");
    }

    @Test
    void says_what_is_wrong_with_a_code_or_a_time() {
        long slot = sample.offer(DAY.plusDays(1), 1, MORNING);
        String old = code("102");
        String code = code("102");
        assertThat(post("code", "123").statusCode()).isEqualTo(422);
        assertThat(post("code", old).statusCode()).isEqualTo(403);
        assertThat(post("code", old).body()).contains("旧信上的住户码已作废");
        VisitSample elsewhere = VisitSample.add(server.services(), "ELSE-" + number);
        assertThat(post("code", elsewhere.compound().code(elsewhere.household("101").id())).body())
                .contains("属于");
        assertThat(post().statusCode()).isEqualTo(422);
        assertThat(server.get("/visit/NOWHERE").statusCode()).isEqualTo(404);
        assertThat(post("code", "\"><script>alert(1)</script>").body()).doesNotContain("<script>alert");

        server.services().get(Visits.class).bookFor(sample.worker(), sample.household("101"), slot, Contact.NONE);
        HttpResponse<String> full = post("code", code, "do", "book", "slot", String.valueOf(slot));
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.body()).contains("刚被约满");
        assertThat(post("code", code, "do", "cancel", "visit", "1").statusCode()).isEqualTo(409);
        assertThat(post("code", code, "do", "book", "slot", "-1").statusCode()).isEqualTo(422);
        clock.moveTo(DAY.plusDays(100));
        assertThat(post("code", code).body()).contains("有效期到");
    }

    @Test
    void page_of_a_household_takes_few_statements() {
        for (int day = 1; day < 20; day++) {
            sample.offer(DAY.plusDays(day), 2, MORNING);
        }
        String code = code("101");
        post("code", code);
        try (StatementCount counted = StatementCount.of(server.services().get(Database.class).jdbi())) {
            post("code", code);
            assertThat(counted.statements()).hasSizeLessThanOrEqualTo(16);
        }
    }
}
