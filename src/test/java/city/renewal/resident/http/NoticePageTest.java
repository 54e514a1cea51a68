package city.renewal.resident.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.RunningServer;
import city.renewal.base.Database;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.plan.Task;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the code at the door, asked of a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticePageTest {

    private static final int MOST_STATEMENTS = 6;
    private static final int MOST_BYTES = 40 * 1024;

    private final TestClock clock = TestClock.at(DoorSample.START);
    private RunningServer server;
    private PublicSample sample;
    private SmallPlan late;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
        sample = new PublicSample(server.services());
        DoorSample.add(server.services(), sample.people(), "DOORS", "两栋楼小区", 0);
        late = sample.compound("LATE", "迟到的小区", "First street");
        sample.confirmed(late.pipes(), DoorSample.START, "25");
        clock.moveTo(DoorSample.START.plusDays(20));
        server.services().get(Plans.class).bringUpToDate();
        sample.explained(late.project(), "连日下雨");
        clock.moveTo(DoorSample.START);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void beginTheDay() {
        clock.moveTo(DoorSample.START);
    }

    private Document page(String path, String... headers) {
        HttpResponse<String> answer = server.get(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), server.address(path).toString());
    }

    @Test
    void says_what_was_promised_what_holds_now_why_and_who() {
        Document page = page("/n/LATE");

        assertThat(page.selectFirst("h1").text()).isEqualTo("迟到的小区");
        assertThat(page.select(".progress").text()).contains("17%");
        assertThat(page.select("dl").text()).contains("当初承诺", "3月16日完工", "晚", "连日下雨", "One more crew",
                "First Builders");
        assertThat(page.select("a[href^=tel:]").eachAttr("href")).containsExactly("tel:02200001001", "tel:02200002001");
        assertThat(page.select("svg.chart")).hasSize(1);
        assertThat(page.select("footer").text()).contains("最近确认 3月2日");
    }

    @Test
    void timeline_in_large_type_has_each_name_above_its_bar() {
        Element chart = page("/n/LATE?large=1").selectFirst("svg.chart");

        // Half of it on a telephone.
        assertThat(Integer.parseInt(chart.attr("font-size"))).isGreaterThanOrEqualTo(42);
        int name = Integer.parseInt(chart.selectFirst("text:contains(Pipes)").attr("y"));
        assertThat(chart.select("rect").eachAttr("y")).extracting(Integer::valueOf)
                .first(InstanceOfAssertFactories.INTEGER).isGreaterThan(name);
    }

    @Test
    void leads_from_each_percent_to_the_reports_behind_it() {
        Document page = page("/n/LATE");

        assertThat(page.select(".progress a").attr("href")).isEqualTo("/evidence/LATE");
        assertThat(page.select(".items li:contains(Pipes) a").attr("href"))
                .isEqualTo("/evidence/LATE?task=" + late.pipes());
        assertThat(page.select(".items li:contains(Paving) a")).isEmpty();
    }

    @Test
    void every_promise_can_be_read_without_script() {
        SmallPlan plan = sample.compound("PROMISED", "Promised", "First street");
        server.services().get(Plans.class).takeBaseline(sample.people().planner(), plan.project().id(), "Second plan",
                "方案改了");

        Document page = page("/n/PROMISED");

        assertThat(page.select("dd:contains(3月16日) a").attr("href")).isEqualTo("#promises");
        assertThat(page.select("#promises li").eachText()).hasSize(2)
                .satisfies(promises -> assertThat(promises.getFirst()).contains("当初承诺", "3月16日完工"))
                .satisfies(promises -> assertThat(promises.getLast()).contains("第 2 版", "方案改了"));
    }

    @Test
    void every_public_project_is_on_a_list_without_script() {
        sample.project("HIDDEN", "Hidden", "First street", false);

        Document list = page("/projects?lang=en&large=1");

        assertThat(list.selectFirst("html").className()).isEqualTo("large");
        assertThat(list.select("section:contains(First street) a").eachAttr("href"))
                .contains("/n/LATE?lang=en&large=1").doesNotContain("/n/HIDDEN?lang=en&large=1");
        assertThat(list.select("script")).isEmpty();
    }

    @Test
    void names_no_person() {
        assertThat(server.get("/n/LATE").body() + server.get("/n/DOORS").body())
                .doesNotContain("Somebody Private", "Nobody Else", "Foreman Liu", sample.people().engineer().name(),
                        sample.people().supervisor().name());
    }

    @Test
    void a_door_reads_of_the_work_on_its_own_building_and_of_what_concerns_everybody() {
        assertThat(page("/n/DOORS/B01/2").select(".works").text())
                .contains("Roof of one", "Pipes for all", "全小区").doesNotContain("Roof of two");
        assertThat(page("/n/doors/b02").select(".works").text()).contains("Roof of two").doesNotContain("Roof of one");
        assertThat(page("/n/DOORS").select(".works").text()).contains("Roof of one", "二号楼", "Roof of two");
        assertThat(page("/n/DOORS/B01/2").select(".where").text()).contains("一号楼 2门");
    }

    @Test
    void an_address_that_somebody_ended_with_a_slash_leads_there_too() {
        assertThat(page("/n/DOORS/B01/2/").select(".where").text()).contains("一号楼 2门");
        assertThat(page("/n/DOORS/").selectFirst("h1").text()).isEqualTo("两栋楼小区");
    }

    @Test
    void the_way_to_every_door_is_on_the_page() {
        assertThat(page("/n/DOORS").select(".doors a").eachAttr("href")).containsExactly("/n/DOORS/B01", "/n/DOORS/B02");
        assertThat(page("/n/DOORS/B01").select(".doors a").eachAttr("href"))
                .containsExactly("/n/DOORS/B01/1", "/n/DOORS/B01/2", "/n/DOORS/B01/3", "/n/DOORS");
    }

    @Test
    void needs_no_script_no_cookie_and_no_session() {
        HttpResponse<String> answer = server.get("/n/DOORS");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.select("script, iframe, link[rel=stylesheet], [style], form")).isEmpty();
        assertThat(page.getAllElements().stream().flatMap(each -> each.attributes().asList().stream())
                .filter(each -> each.getKey().startsWith("on"))).isEmpty();
        assertThat(server.get("/metrics").body()).contains("renewal_sessions 0\n");
    }

    @Test
    void the_policy_lets_in_the_one_style_sheet_and_nothing_else() throws Exception {
        HttpResponse<String> answer = server.get("/n/DOORS");
        String style = Jsoup.parse(answer.body()).selectFirst("style").data();
        String hash = Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'none'", "style-src 'sha256-" + hash + "'")
                        .doesNotContain("script-src", "unsafe"));
    }

    @Test
    void speaks_the_language_of_the_address_before_that_of_the_browser() {
        assertThat(page("/n/DOORS").selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page("/n/DOORS", "Accept-Language", "en-GB,en;q=0.9").selectFirst("h1").text()).isEqualTo("Two DOORS");
        assertThat(page("/n/DOORS?lang=zh", "Accept-Language", "en").selectFirst("h1").text()).isEqualTo("两栋楼小区");
        assertThat(page("/n/DOORS", "Accept-Language", "fr, en;q=0.5").selectFirst("h1").text()).isEqualTo("Two DOORS");
        for (String unclear : List.of("*", "fr", "en;q=0", "zh-TW, en;q=0.5", "q=;,")) {
            assertThat(page("/n/DOORS", "Accept-Language", unclear).selectFirst("html").attr("lang")).as(unclear)
                    .isEqualTo("zh-CN");
        }
        assertThat(server.get("/n/DOORS").headers().firstValue("Vary")).hasValueSatisfying(vary ->
                assertThat(vary).contains("Accept-Language", "Accept-Encoding"));
    }

    @Test
    void every_link_carries_the_choice_of_language_and_elder_mode() {
        Document page = page("/n/DOORS?lang=en&large=1");

        assertThat(page.selectFirst("html").className()).isEqualTo("large");
        assertThat(page.select(".doors a").eachAttr("href")).allMatch(link -> link.endsWith("?lang=en&large=1"));
        assertThat(page.select(".switches a").eachAttr("href"))
                .containsExactly("/n/DOORS?lang=en&large=0", "/n/DOORS?lang=zh&large=1");
    }

    @Test
    void elder_mode_that_was_chosen_elsewhere_holds_here_and_goes_on_from_here() {
        Document page = page("/n/DOORS", "Cookie", "elder=on");

        assertThat(page.selectFirst("html").className()).isEqualTo("large");
        assertThat(page.select("main a[href^=/]").eachAttr("href")).isNotEmpty()
                .filteredOn(link -> !link.startsWith("/photo/")).allMatch(link -> link.contains("large=1"));
        Document usual = page(page.select(".switches a").first().attr("href"), "Cookie", "elder=on");
        assertThat(usual.selectFirst("html").className()).isEmpty();
        assertThat(page("/n/DOORS").selectFirst("html").className()).isEmpty();
        assertThat(server.get("/n/DOORS").headers().firstValue("Vary")).hasValueSatisfying(vary ->
                assertThat(vary).contains("Cookie"));
    }

    @Test
    void changes_within_a_second_of_a_confirmed_report_and_is_the_same_page_until_then() {
        SmallPlan plan = sample.compound("MOVING", "Moving", "First street");
        String tag = server.get("/n/MOVING").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = server.get("/n/MOVING", "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("Cache-Control")).hasValue("public, no-cache");

        sample.confirmed(plan.pipes(), DoorSample.START, "50");
        clock.pass(Duration.ofSeconds(1));
        HttpResponse<String> changed = server.get("/n/MOVING", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(changed.body()).select(".progress").text()).contains("33%");
    }

    @Test
    void leads_to_the_confirmed_reports_without_script_and_goes_on_as_it_is_read() {
        String code = late.project().code();
        String address = page("/n/" + code + "?lang=en&large=1").select(".progress a").attr("href");
        assertThat(address).isEqualTo("/evidence/LATE?lang=en&large=1");

        Document reports = page(address);
        assertThat(reports.selectFirst("html").className()).isEqualTo("large");
        assertThat(reports.select("script")).isEmpty();
        assertThat(reports.select(".reports li").text()).contains("+25 m", "confirmed by the supervisor");
        assertThat(reports.select(".where a").attr("href")).isEqualTo("/n/LATE?lang=en&large=1");
        assertThat(page("/evidence/LATE?task=" + late.paving()).select("section").text()).contains("还没有");
        assertThat(page("/evidence/LATE?page=7&task=x").select(".reports li")).isEmpty();
        assertThat(server.get("/evidence/NOWHERE").statusCode()).isEqualTo(404);
        assertThat(server.get("/evidence/%3Cscript%3E").statusCode()).isEqualTo(404);
        assertThat(server.get(address).headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void is_another_page_after_midnight() {
        assertThat(page("/n/DOORS/B01").select(".works").text()).contains("Roof of one");
        clock.moveTo(DoorSample.START.plusDays(30));

        assertThat(page("/n/DOORS/B01").select(".works").text()).doesNotContain("Roof of one");
    }

    @Test
    void is_gone_within_a_second_when_the_project_is_not_public_any_more() {
        Project project = sample.project("CLOSING", "Closing", "First street", true);
        assertThat(page("/n/CLOSING").selectFirst("h1").text()).isEqualTo("Closing");

        server.services().get(Projects.class).setOpenToPublic(sample.people().planner(), project.code(), false);
        clock.pass(Duration.ofSeconds(1));

        assertThat(server.get("/n/CLOSING").statusCode()).isEqualTo(404);
        assertThat(server.get("/n/CLOSING").body()).isEqualTo(server.get("/n/NEVER-WAS").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/n", "/n/", "/n/NOWHERE", "/n/DOORS/B09", "/n/DOORS/B01/4", "/n/DOORS/B01/0",
        "/n/DOORS/B01/2/7", "/n/DOORS/B01/x", "/n/DOORS.html", "/n/%3Cscript%3E", "/n/DOORS%00", "/n/..%2f..%2fetc",
        "/n/DOORS/%2e%2e/health", "/n//DOORS", "/n/DOORS;jsessionid=1/B01/x"})
    void an_address_that_leads_nowhere_is_answered_kindly(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).doesNotContain("<script", "Exception", "at city.");
        assertThat(Jsoup.parse(answer.body()).select("a[href=/], a[href=/projects?lang=zh]")).isNotEmpty();
    }

    @Test
    void what_somebody_typed_into_a_name_stays_text() {
        sample.project("HOSTILE", "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>", "a\" onclick=\"b", true);

        Document page = page("/n/HOSTILE");
        assertThat(page.selectFirst("h1").text()).startsWith("<script>alert(1)</script>");
        assertThat(page.select("script, h1 img, [onclick]")).isEmpty();
    }

    @Test
    void answers_head_and_says_which_methods_there_are() {
        HttpResponse<String> got = server.get("/n/DOORS");
        HttpResponse<String> head = server.send(HttpRequest.newBuilder(server.address("/n/DOORS")).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(got.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length")).isEqualTo(got.headers().firstValue("Content-Length"));
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> refused = server.send(HttpRequest.newBuilder(server.address("/n/DOORS"))
                    .method(method, BodyPublishers.noBody()));
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        }
        assertThat(server.send(HttpRequest.newBuilder(server.address("/n/DOORS"))
                .method("OPTIONS", BodyPublishers.noBody())).statusCode()).isEqualTo(204);
    }

    @Test
    void a_plan_of_hundreds_of_tasks_fits_into_forty_kilobytes() throws Exception {
        Project project = DoorSample.add(server.services(), sample.people(), "LONG", "很长的计划", 400);
        for (Task task : server.services().get(Plans.class).read(project.id()).tasks().subList(0, 8)) {
            sample.confirmed(task.id(), DoorSample.START, "10");
        }

        for (String path : List.of("/n/LONG", "/n/LONG/B01/2?large=1&lang=en")) {
            byte[] body = compressed(path);
            assertThat(body.length).as(path).isLessThan(MOST_BYTES);
            assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(),
                    StandardCharsets.UTF_8)).isEqualTo(server.get(path).body());
        }
    }

    private byte[] compressed(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(server.address(path))
                    .header("Accept-Encoding", "gzip, deflate").build(), BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            return answer.body();
        }
    }

    @Test
    void takes_few_statements_the_first_time_and_none_after() {
        SmallPlan plan = sample.compound("COUNTED", "Counted", "First street");
        sample.confirmed(plan.pipes(), DoorSample.START, "1");
        try (StatementCount count = StatementCount.of(server.services().get(Database.class).jdbi())) {
            page("/n/COUNTED");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
        try (StatementCount count = StatementCount.of(server.services().get(Database.class).jdbi())) {
            page("/n/COUNTED");
            assertThat(count.statements()).isEmpty();
        }
    }

    @Test
    void a_cut_is_on_the_pages_of_its_doors_from_its_publication_to_its_end() {
        server.get("/n/DOORS/B01/2");
        Notices notices = server.services().get(Notices.class);
        Notice cut = notices.publish(sample.people().planner(), new NewNotice("DOORS", "water",
                List.of(new NoticeTarget("B01", 2)), DoorSample.START.plusDays(2).atTime(9, 0),
                DoorSample.START.plusDays(2).atTime(16, 0), false, "更换立管", "New risers", "First Builders", "022-0000-1001",
                null, null, null));
        clock.pass(Duration.ofSeconds(1));

        Document page = page("/n/DOORS/B01/2");
        assertThat(page.select(".cut").text()).contains("停水", "3月4日", "09:00–16:00", "更换立管", "022-0000-1001", "即将开始");
        assertThat(page("/n/DOORS").select(".cut").text()).contains("一号楼");
        assertThat(page("/n/DOORS/B01/3").select(".cut")).isEmpty();
        assertThat(page("/n/DOORS/B02").select(".cut")).isEmpty();
        assertThat(server.get("/n/DOORS/B01/2.ics").body()).contains("DTSTART:20260304T010000Z", "UID:DOORS-notice-");
        assertThat(server.get("/n/DOORS/B01/2.atom").body()).contains("停水 3月4日");

        clock.moveTo(DoorSample.START.plusDays(2));
        assertThat(page("/n/DOORS/B01/2").select(".cut.valid").text()).contains("正在进行");

        clock.moveTo(DoorSample.START);
        notices.cancel(sample.people().planner(), cut.id(), cut.revision(), "管材未到");
        clock.pass(Duration.ofSeconds(1));
        assertThat(page("/n/DOORS/B01/2").select(".cut.cancelled").text()).contains("已取消", "管材未到");
        assertThat(server.get("/n/DOORS/B01/2.ics").body()).contains("STATUS:CANCELLED");

        clock.moveTo(DoorSample.START.plusDays(3));
        assertThat(page("/n/DOORS/B01/2").select(".cut")).isEmpty();
    }

    @Test
    void a_problem_is_reported_with_the_door_filled_in() {
        assertThat(page("/n/DOORS/B01/2?lang=en").select(".take a[href^=/report]").attr("href"))
                .isEqualTo("/report?project=DOORS&building=B01&stairwell=2&lang=en");
    }

    @Test
    void a_project_without_a_plan_has_a_page_too() {
        sample.project("EARLY", "Early", "First street", true);

        assertThat(page("/n/EARLY").select("dl").text()).contains("尚未公布", "计划还没有排出");
    }

    @Test
    void a_finished_project_says_so_and_whom_to_call() {
        SmallPlan plan = sample.compound("OVER", "Over", "First street");
        sample.confirmed(plan.pipes(), DoorSample.START, "100");
        sample.confirmed(plan.paving(), DoorSample.START, "50");

        assertThat(page("/n/OVER").select(".note").text()).contains("已经完工", "保修");
    }
}
