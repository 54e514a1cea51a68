package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page that phones keep, as the running server gives it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaySheetPageTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern KEPT = Pattern.compile("\"(/desk/site[^\"]*)\"");

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
    void opens_without_a_session_and_runs_nothing_but_its_own_files() {
        HttpResponse<String> page = server.get("/desk/site", "Cookie", "language=en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';").doesNotContain("unsafe");
        assertThat(page.body()).contains("<html lang=\"en\">", "<title>Day sheet</title>")
                .doesNotContainPattern("<script[^>]*>[^<]").doesNotContain("{");
        assertThat(ADDRESS.matcher(page.body()).results().map(found -> found.group(1))).hasSizeGreaterThan(3)
                .allSatisfy(address -> assertThat(server.get(address).statusCode()).as(address).isEqualTo(200));
        assertThat(server.get("/desk/site/").statusCode()).isEqualTo(200);
        assertThat(server.get("/desk/site/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void its_worker_keeps_files_that_are_there_and_never_change() {
        HttpResponse<String> worker = server.get("/desk/site/worker.js");

        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/desk/site");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(KEPT.matcher(worker.body().lines().findFirst().orElseThrow()).results()
                .map((MatchResult found) -> found.group(1)).filter(address -> !address.equals("/desk/site")))
                .hasSize(6)
                .allSatisfy(address -> assertThat(server.get(address).headers().firstValue("Cache-Control").orElseThrow())
                        .as(address).contains("immutable"));
        assertThat(server.get("/desk/site/0123456789abcdef/app.js").headers().firstValue("Cache-Control"))
                .as("a page of an earlier version").hasValue("no-cache");
    }

    @Test
    void can_be_installed_in_both_languages() {
        String page = server.get("/desk/site", "Accept-Language", "zh-CN").body();
        String manifest = ADDRESS.matcher(page).results().map(found -> found.group(1))
                .filter(address -> address.endsWith(".webmanifest")).findFirst().orElseThrow();

        assertThat(json(server.get(manifest)).get("name").stringValue()).isEqualTo("焕新 · 今日填报");
        assertThat(json(server.get(manifest.replace("zh-CN", "en"))).get("scope").stringValue())
                .isEqualTo("/desk/site");
        json(server.get(manifest)).get("icons").forEach(icon ->
                assertThat(server.get(icon.get("src").stringValue()).statusCode()).isEqualTo(200));
    }

    @Test
    void leads_to_the_sign_in_and_tells_nothing_without_it() {
        HttpResponse<String> signIn = server.get("/desk/site/sign-in");

        assertThat(signIn.statusCode()).isEqualTo(302);
        assertThat(signIn.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(server.get("/desk/site/api/desk").statusCode()).isEqualTo(401);
    }
}
