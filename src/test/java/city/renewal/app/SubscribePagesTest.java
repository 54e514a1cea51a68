package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.http.FormGuard;
import city.renewal.project.Project;
import city.renewal.subscription.ReaderSample;
import city.renewal.testing.MailServer;
import city.renewal.testing.MailServer.Arrived;
import city.renewal.testing.TestClock;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking, confirming and leaving as browsers, mail programs and hostile callers do it. */
class SubscribePagesTest {

    private static final String SCRIPT = "\"><script>alert(1)</script>";

    @TempDir
    private Path directory;
    private final TestClock clock = TestClock.at(LocalDate.of(2026, 4, 15));
    private final MailServer mails = new MailServer();
    private RunningServer server;
    private Project project;

    @BeforeEach
    void start() {
        server = RunningServer.start(directory, clock, Map.of(
                Setting.MAIL_HOST, "127.0.0.1", Setting.MAIL_PORT, String.valueOf(mails.port()),
                Setting.MAIL_SECURITY, "none", Setting.MAIL_FROM, MailServer.FROM,
                Setting.SERVER_PUBLIC_ADDRESS, MailServer.PUBLIC));
        project = new ReaderSample(server.services()).compound().project();
    }

    @AfterEach
    void stop() {
        server.close();
        mails.close();
    }

    private String path() {
        return "/subscribe/" + project.code() + "/B02/2?lang=en";
    }

    private record Form(String cookie, String token) {
    }

    private Form form() {
        HttpResponse<String> page = server.get(path());
        assertThat(page.statusCode()).isEqualTo(200);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("device=").contains("HttpOnly", "SameSite=Lax");
        return new Form(cookie.substring(0, cookie.indexOf(';')),
                found(page.body(), "name=\"token\" value=\"([^\"]+)\""));
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> send(Form form, String answer, String address) {
        return post(path(), Map.of("token", form.token(), "answer", answer, "address", address, "language", "en"),
                form.cookie());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String cookie) {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        return server.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    /** Waits as long as a form without the puzzle has to. */
    private HttpResponse<String> slowly(String address) {
        Form form = form();
        clock.pass(FormGuard.SLOW.plusMinutes(5));
        return send(form, "", address);
    }

    @Test
    void a_resident_asks_confirms_with_one_click_and_leaves_with_one_click() {
        HttpResponse<String> taken = slowly("li@example.cn");
        assertThat(taken.statusCode()).isEqualTo(303);
        HttpResponse<String> sent = server.get(taken.headers().firstValue("Location").orElseThrow());
        assertThat(sent.body()).contains("a mail arrives within minutes").doesNotContain("li@example.cn");
        Arrived mail = mails.await(1).getFirst();
        String confirm = mail.link("/mail/confirm/");

        for (int i = 0; i < 3; i++) {
            assertThat(server.get(confirm + "?lang=en").body()).as("looking does nothing")
                    .contains("Building 2, stairwell 2", "l***@example.cn", "<button>Confirm</button>")
                    .doesNotContain("li@example.cn");
        }
        assertThat(post(confirm + "?lang=en", Map.of(), "").body()).contains("Confirmed.");
        HttpResponse<String> again = post(confirm + "?lang=en", Map.of(), "");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("This link was used before");

        String leave = mail.link("/mail/leave/");
        assertThat(server.get(leave + "?lang=en").body()).contains("<button>Leave and delete</button>");
        HttpResponse<String> left = post(leave, Map.of("List-Unsubscribe", "One-Click"), "");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(server.get(leave + "?lang=en").body()).contains("You have left").doesNotContain("<button>");
        assertThat(post(leave, Map.of("List-Unsubscribe", "One-Click"), "").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_learns_which_addresses_are_known() {
        String first = answer(slowly("known@example.cn"));
        mails.await(1);
        String again = answer(slowly("known@example.cn"));
        String other = answer(slowly("other@example.cn"));

        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(first);
        assertThat(server.get("/mail/leave/1-" + "0".repeat(32) + "?lang=en").body())
                .isEqualTo(server.get("/mail/leave/99-" + "0".repeat(32) + "?lang=en").body()
                        .replace("/99-", "/1-"));
    }

    private static String answer(HttpResponse<String> response) {
        return response.statusCode() + " " + response.headers().firstValue("Location").orElse("") + response.body();
    }

    @Test
    void an_address_gets_few_mails_however_often_it_is_given() {
        for (int i = 0; i < 6; i++) {
            assertThat(slowly("li@example.cn").statusCode()).isEqualTo(303);
            clock.pass(Duration.ofMinutes(15));
        }
        mails.await(3);
        assertThat(slowly("other@example.cn").statusCode()).isEqualTo(303);
        assertThat(mails.await(4)).extracting(Arrived::to).filteredOn("li@example.cn"::equals).hasSize(3);
    }

    @Test
    void a_mistyped_address_costs_no_turn() {
        Form form = form();
        clock.pass(FormGuard.SLOW);
        for (int i = 0; i < 4; i++) {
            assertThat(send(form, "", "li@example").statusCode()).isEqualTo(422);
        }
        assertThat(send(form, "", "li@example.cn").statusCode()).isEqualTo(303);
    }

    @Test
    void other_sites_and_machines_are_refused() {
        Form form = form();

        assertThat(send(form, "", "li@example.cn").statusCode()).as("too quick, no puzzle").isEqualTo(422);
        assertThat(send(new Form("", form.token()), "", "li@example.cn").statusCode()).isEqualTo(403);
        assertThat(send(new Form(form.cookie(), "x.y"), "", "li@example.cn").statusCode()).isEqualTo(403);
        clock.pass(FormGuard.SLOW);
        assertThat(send(form, "", "li@example.cn").statusCode()).isEqualTo(303);
        assertThat(send(form, "", "li@example.cn").statusCode()).as("a second time").isEqualTo(403);
        int last = 0;
        for (int i = 0; i < 25; i++) {
            last = send(form, "", "li@example.cn").statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void what_was_typed_comes_back_harmless() {
        HttpResponse<String> page = slowly(SCRIPT + "@example.cn");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("does not look like an e-mail address").doesNotContain(SCRIPT, "<script>alert");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
    }

    @Test
    void addresses_that_lead_nowhere_say_so() {
        for (String path : new String[] {"/subscribe", "/subscribe/NOWHERE", "/subscribe/" + project.code() + "/B99",
            "/subscribe/" + project.code() + "/B02/7", "/subscribe/" + project.code() + "/B02/2/9", "/mail/confirm/x",
            "/mail", "/mail/other/x"}) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(server.get("/n/" + project.code() + "/B02/2?lang=en&large=1").body())
                .contains("/subscribe/" + project.code() + "/B02/2?lang=en&amp;large=1");
    }

    @Test
    void without_a_mail_server_the_other_ways_are_named() {
        server.close();
        server = RunningServer.start(directory, clock);
        HttpResponse<String> page = server.get(path());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No mail server is set up here", project.code() + "/B02/2.ics", ".atom")
                .doesNotContain("name=\"address\"");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
