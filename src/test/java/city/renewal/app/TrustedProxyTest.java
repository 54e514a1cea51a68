package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.matter.MatterSample;
import city.renewal.matter.MatterTicket;
import city.renewal.testing.TestClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits by address behind a proxy, and for those who only say that they are behind one. */
class TrustedProxyTest {

    private static final int MORE_THAN_LET = 30;
    private static final int TOO_MANY = 429;

    @TempDir
    private Path directory;
    private final TestClock clock = TestClock.at(LocalDate.of(2026, 11, 24));

    private static int report(RunningServer server, String forwardedFor) {
        return server.post("/report", "", "Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For",
                forwardedFor).statusCode();
    }

    @Test
    void callers_behind_the_proxy_are_limited_one_by_one_whatever_they_say_themselves() {
        try (RunningServer server = RunningServer.start(directory, clock,
                Map.of(Setting.SERVER_TRUSTED_PROXY, "127.0.0.1"))) {
            for (int i = 0; i < MORE_THAN_LET; i++) {
                report(server, "198.51.100." + i + ", 203.0.113.7");
            }

            assertThat(report(server, "203.0.113.7")).isEqualTo(TOO_MANY);
            assertThat(report(server, "203.0.113.8")).isNotEqualTo(TOO_MANY);
            for (int i = 0; i < MORE_THAN_LET; i++) {
                report(server, "2001:db8::" + i);
            }
            assertThat(report(server, "2001:db8::ffff:1")).as("the same line").isEqualTo(TOO_MANY);
            assertThat(report(server, "2001:db8:0:1::1")).isNotEqualTo(TOO_MANY);
        }
    }

    @Test
    void nobody_is_believed_where_no_proxy_is_named() {
        try (RunningServer server = RunningServer.start(directory, clock)) {
            for (int i = 0; i < MORE_THAN_LET; i++) {
                report(server, "203.0.113." + i);
            }

            assertThat(report(server, "203.0.113.200")).isEqualTo(TOO_MANY);
        }
    }

    @Test
    void over_https_the_browser_stays_with_it_and_a_matters_link_is_one() {
        try (RunningServer server = RunningServer.start(directory, clock,
                Map.of(Setting.SERVER_TRUSTED_PROXY, "127.0.0.1"))) {
            HttpResponse<String> page = newMatter(server, "X-Forwarded-Proto", "https");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(page.body()).contains("href=\"https://127.0.0.1:");
            assertThat(server.get("/n/NONE", "X-Forwarded-Proto", "https").headers()
                    .firstValue("Strict-Transport-Security")).isPresent();
            assertThat(server.get("/n/NONE").headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(server.get("/wall").headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void the_link_of_a_matter_is_where_residents_reach_the_program() {
        try (RunningServer server = RunningServer.start(directory, clock,
                Map.of(Setting.SERVER_PUBLIC_ADDRESS, "https://renewal.example.cn"))) {
            assertThat(newMatter(server).body()).contains("href=\"https://renewal.example.cn/m/")
                    .doesNotContain("http://127.0.0.1");
            assertThat(server.send(HttpRequest.newBuilder(server.address("/report"))
                    .method("TRACE", HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(405);
        }
    }

    private static HttpResponse<String> newMatter(RunningServer server, String... headers) {
        MatterSample sample = new MatterSample(server.services());
        MatterTicket ticket = sample.leak(sample.compound());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                server.address("/m/" + ticket.number() + "/" + ticket.key() + "?new=1"));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }
}
