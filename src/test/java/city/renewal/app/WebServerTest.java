package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Refusal;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void says_that_it_is_well() {
        HttpResponse<String> health = server.get("/health");

        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode said = json(health);
        assertThat(said.get("status").stringValue()).isEqualTo("up");
        assertThat(said.get("version").stringValue()).isNotEmpty();
        assertThat(said.get("database").stringValue()).isEqualTo("HSQLDB");
        assertThat(said.get("schema").stringValue()).matches("\\d+");
    }

    @Test
    void counts_notice_pages_apart() {
        server.get("/n/UNKNOWN");

        assertThat(server.get("/metrics").body()).containsPattern("renewal_notice_requests_total [1-9]");
    }

    @Test
    void tells_this_machine_alone_how_it_does() {
        assertThat(server.get("/metrics").body())
                .contains("renewal_sessions ", "renewal_http_requests_total ", "renewal_jvm_heap_bytes{kind=\"used\"} ",
                        "renewal_database_connections{state=\"idle\"} ");
        assertThat(server.get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(404);
    }

    @Test
    void tells_nobody_how_it_does_where_that_is_off(@TempDir Path directory) {
        try (RunningServer silent = RunningServer.start(directory, TestClock.at(SmallPlan.START),
                Map.of(Setting.SERVER_METRICS, "off"))) {
            assertThat(silent.get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void counts_sessions_that_views_open() {
        server.get("/");

        assertThat(server.get("/metrics").body()).containsPattern("renewal_sessions [1-9]");
    }

    @Test
    void a_view_says_where_to_read_on_when_its_scripts_do_not_run() {
        assertThat(elsewhere("/")).isEqualTo("/projects");
        assertThat(elsewhere("/project/c01")).isEqualTo("/n/c01");
        assertThat(elsewhere("/project/C01/evidence?page=2")).isEqualTo("/n/C01");
        assertThat(Jsoup.parse(server.get("/", "Accept-Language", "en").body()).select("body > .elsewhere").text())
                .contains("may be too old, or runs no scripts");
    }

    private String elsewhere(String path) {
        return Jsoup.parse(server.get(path).body()).select("body > .elsewhere a").attr("href");
    }

    @Test
    void a_view_goes_on_in_the_size_and_language_of_the_link_to_it() {
        HttpResponse<String> view = server.get("/?lang=en&large=1");

        assertThat(Jsoup.parse(view.body()).selectFirst("html").className()).contains("elder");
        assertThat(Jsoup.parse(view.body()).selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(view.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("elder=on"))
                .anyMatch(cookie -> cookie.startsWith("language=en"));
        assertThat(server.get("/?large=0").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("elder=on") && cookie.contains("Expires=Thu, 01 Jan 1970"));
    }

    @Test
    void lists_no_directories() {
        for (String path : List.of("/VAADIN/", "/VAADIN", "/icons/", "/icons", "/META-INF/resources/",
                "/VAADIN/build/", "/..%2f")) {
            HttpResponse<String> response = server.get(path);
            assertThat(response.statusCode()).as(path).isBetween(400, 404);
            assertThat(response.body()).as(path).doesNotContain("href=\"huanxin.svg\"");
        }
    }

    @Test
    void tells_programs_too_that_there_is_no_such_page() {
        assertThat(server.get("/no/such/page").statusCode()).isEqualTo(404);
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(server.get("/login").statusCode()).isEqualTo(200);
    }

    @Test
    void keeps_foreign_content_out_and_itself_quiet() {
        for (String path : List.of("/", "/health", "/icons/huanxin.svg", "/api/v1/projects")) {
            HttpResponse<String> response = server.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
            assertThat(response.headers().firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(response.headers().firstValue("Server")).as(path).isEmpty();
            assertThat(response.headers().firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void answers_malformed_requests_calmly() {
        HttpResponse<String> ambiguous = server.get("/%2e%2e/%2e%2e/etc/passwd");

        assertThat(ambiguous.statusCode()).isEqualTo(400);
        assertThat(ambiguous.body()).contains("<h1>").doesNotContain("Exception").doesNotContainIgnoringCase("jetty");
        assertThat(server.get("/", "X-Long", "x".repeat(20_000)).statusCode()).isEqualTo(431);
    }

    @Test
    void compresses_long_texts() {
        HttpResponse<String> response = server.get("/api/openapi.json", "Accept-Encoding", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(server.get("/health", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void refuses_a_port_that_is_taken(@TempDir Path directory) {
        String port = String.valueOf(server.address("/").getPort());

        assertThatThrownBy(() -> RunningServer.start(directory, TestClock.at(SmallPlan.START),
                Map.of(Setting.SERVER_PORT, port)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("server.port.taken");
                    assertThat(refusal.parameters()).contains(port);
                });
        // The refused one let its data go.
        RunningServer.start(directory, TestClock.at(SmallPlan.START)).close();
    }
}
