package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.http.FormGuard;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterPage;
import city.renewal.matter.MatterSample;
import city.renewal.matter.MatterTicket;
import city.renewal.project.Project;
import city.renewal.project.handover.HandoverSample;
import city.renewal.site.photo.SamplePictures;
import city.renewal.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that residents use without an account, as friendly and as hostile callers meet them. */
class MatterFormsTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    private Path directory;
    private final TestClock clock = TestClock.at(LocalDate.of(2026, 11, 24));
    private RunningServer server;
    private MatterSample sample;
    private Project project;

    @BeforeEach
    void start() {
        server = RunningServer.start(directory, clock);
        sample = new MatterSample(server.services());
        project = sample.routed();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A form as a browser got it, and what it would send. */
    private record Form(String cookie, String token, Map<String, String> fields) {
        Form with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Form(cookie, token, changed);
        }
    }

    @Test
    void a_leak_under_warranty_says_who_repairs_and_one_that_may_be_says_so() {
        HandoverSample handovers = new HandoverSample(server.services());
        handovers.handOver(handovers.compound("WARM", LocalDate.of(2026, 11, 10)));

        String sure = follow(send(form("en").with("project", "WARM").with("text", "The roof leaks")));
        assertThat(sure).contains("is under warranty", "Roof waterproofing", "until 20 Nov 2031", "First Builders",
                "tel:02200001001").doesNotContain("may be");

        String unsure = follow(send(form("en").with("project", "WARM").with("text", "Water drips from the ceiling")));
        assertThat(unsure).contains("may be under warranty").doesNotContain("is under warranty.");
    }

    private String follow(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).isEqualTo(303);
        return server.get(sent.headers().firstValue("Location").orElseThrow()).body();
    }

    private Form form(String language) {
        HttpResponse<String> page = server.get("/report?project=" + project.code() + "&lang=" + language);
        assertThat(page.statusCode()).isEqualTo(200);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").startsWith("device=");
        String token = found(page.body(), "name=\"token\" value=\"([^\"]+)\"");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", token);
        fields.put("answer", solve(token));
        fields.put("project", project.code());
        fields.put("kind", "leak");
        fields.put("building", "B01");
        fields.put("stairwell", "2");
        fields.put("text", "Water in the kitchen");
        fields.put("phone", "13800001234");
        return new Form(cookie.substring(0, cookie.indexOf(';')), token, fields);
    }

    private static String solve(String token) {
        for (int i = 0; ; i++) {
            byte[] hash = sha256(token + ":" + i);
            if (hash[0] == 0 && (hash[1] & 0xff) >>> 16 - FormGuard.PUZZLE_BITS == 0) {
                return String.valueOf(i);
            }
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> send(Form form, String... headers) {
        return send(form, List.of(), headers);
    }

    private HttpResponse<String> send(Form form, List<byte[]> photos, String... headers) {
        String boundary = "7d1f0e";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.fields().forEach((name, value) -> body.writeBytes(("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        for (byte[] photo : photos) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\n"
                    + "Content-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(photo);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/report?lang=en"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        if (!form.cookie().isEmpty()) {
            request.header("Cookie", form.cookie());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    private String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_report_gets_a_number_and_a_link_to_follow_open_again_and_rate() {
        String link = location(send(form("en")));
        HttpResponse<String> page = server.get(link);
        String number = found(page.body(), "class=\"number\">([0-9-]+)<");
        assertThat(page.body()).contains("keep the link below").contains("Building 1").contains("Received")
                .doesNotContain("13800001234");
        assertThat(page.body()).as("it is said in the other language and size, too")
                .contains("?lang=zh&amp;large=0&amp;new=1", "?lang=en&amp;large=1&amp;new=1");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));

        MatterDesk desk = server.services().get(MatterDesk.class);
        MatterHandling handling = server.services().get(MatterHandling.class);
        handling.answer(sample.worker, number, desk.page(sample.worker, number).orElseThrow().version(), "Mended.");
        String path = URI.create(link).getPath();
        assertThat(server.get(link).body()).as("it is said as long as it is so").doesNotContain("keep the link below")
                .contains("Mended.");
        assertThat(change(path, "do=reopen&reason=It+drips").statusCode()).isEqualTo(303);
        assertThat(server.get(path + "?lang=en").body()).contains("Reopened").contains("It drips");
        handling.answer(sample.worker, number, desk.page(sample.worker, number).orElseThrow().version(), "Mended anew.");
        assertThat(server.get(path + "?done=reopened&lang=en").body()).as("it was answered since")
                .contains("Mended anew.").doesNotContain("It is open again");
        assertThat(change(path, "do=rate&stars=4").statusCode()).isEqualTo(303);
        assertThat(server.get(path + "?lang=en").body()).contains("Closed").contains("4 good");
    }

    private HttpResponse<String> change(String path, String body) {
        HttpResponse<String> page = server.get(path);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        String token = found(page.body(), "name=\"token\" value=\"([^\"]+)\"");
        return server.post(path, body + "&token=" + token, "Content-Type", "application/x-www-form-urlencoded",
                "Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    @Test
    void what_is_no_form_of_ours_is_not_taken_and_what_was_written_stays() {
        Form form = form("en");
        assertThat(send(new Form("", form.token(), form.fields())).statusCode()).isEqualTo(403);
        assertThat(send(new Form("device=AAAAAAAAAAAAAAAAAAAAAA", form.token(), form.fields())).statusCode())
                .isEqualTo(403);
        assertThat(send(form.with("token", "x.y")).statusCode()).isEqualTo(403);
        assertThat(send(form.with("token", "")).statusCode()).isEqualTo(403);
        location(send(form));
        HttpResponse<String> twice = send(form);
        assertThat(twice.statusCode()).isEqualTo(403);
        assertThat(twice.body()).contains("Water in the kitchen").contains("was sent before");
        assertThat(server.services().get(MatterDesk.class).count(sample.worker, MatterFilter.MINE))
                .isEqualTo(1);
    }

    @Test
    void a_refused_report_leaves_no_photo_behind() throws IOException {
        assertThat(send(form("en").with("kind", "wish"), List.of(png(1))).statusCode()).isEqualTo(422);
        assertThat(send(form("en").with("text", " "), List.of(png(1))).statusCode()).isEqualTo(422);
        assertThat(send(form("en"), List.of(png(1), "no picture".getBytes(StandardCharsets.UTF_8))).body())
                .contains("Water in the kitchen");
        assertThat(send(form("en"), List.of(png(1), SamplePictures.heic(640, 480))).body()).as("nobody could look at it")
                .contains("Water in the kitchen").contains("This photo is HEIC");
        assertThat(photoFiles()).isEmpty();

        location(send(form("en"), List.of(png(1), png(2))));
        assertThat(photoFiles()).hasSize(2);
    }

    static byte[] png(int colour) throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private List<Path> photoFiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && file.toString().contains("photos")).toList();
        }
    }

    @Test
    void without_the_puzzle_it_takes_patience() {
        Form form = form("en").with("answer", "");
        HttpResponse<String> early = send(form);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("wait 20 seconds").contains("Water in the kitchen");
        assertThat(send(form("en").with("answer", "1")).statusCode()).isEqualTo(422);

        Form patient = form("en").with("answer", "");
        clock.pass(FormGuard.SLOW);
        location(send(patient));
    }

    @Test
    void nothing_that_is_written_becomes_part_of_the_page() {
        HttpResponse<String> refused = send(form("en").with("text", SCRIPT).with("kind", SCRIPT).with("stairwell", "\"><b>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain(SCRIPT).doesNotContain("\"><b>").contains("&lt;script&gt;");
        assertThat(server.get("/report?project=%22%3E%3Cscript%3E&kind=%3Cscript%3E&lang=%3Cscript%3E").body())
                .doesNotContain("\"><script>");
        assertThat(server.get("/wall?project=%3Cscript%3E&page=-1").statusCode()).isEqualTo(200);

        String link = location(send(form("en").with("text", SCRIPT + " & \"quotes\" 'and' `ticks`")));
        assertThat(server.get(link).body()).doesNotContain(SCRIPT).contains("&lt;script&gt;");
    }

    @Test
    void bad_values_are_refused_in_words_and_huge_bodies_before_they_are_kept() {
        assertThat(send(form("en").with("phone", "call me")).body()).contains("no telephone number");
        assertThat(send(form("en").with("building", "B99")).body()).contains("no such building");
        assertThat(send(form("en").with("text", " ")).body()).contains("Say what it is about");
        assertThat(send(form("en").with("project", "NOWHERE")).statusCode()).isEqualTo(422);
        assertThat(server.post("/report", "text=x", "Content-Type", "text/plain").statusCode()).isEqualTo(415);
        assertThat(send(form("en").with("text", "x".repeat(200_000))).statusCode()).isIn(413, 422);
    }

    @Test
    void an_unknown_number_and_a_wrong_key_are_told_apart_by_nobody() {
        MatterTicket ticket = sample.leak(project);
        HttpResponse<String> wrongKey = server.get("/m/" + ticket.number() + "/wrongwrongwrongwrongwron?lang=en");
        HttpResponse<String> wrongNumber = server.get("/m/26-000000/" + ticket.key() + "?lang=en");

        assertThat(wrongKey.statusCode()).isEqualTo(404);
        assertThat(wrongNumber.statusCode()).isEqualTo(404);
        assertThat(wrongKey.body()).isEqualTo(wrongNumber.body()).contains("No such matter");

        for (int i = 0; i < 30; i++) {
            server.get("/m/" + ticket.number() + "/guess" + i);
        }
        assertThat(server.get("/m/" + ticket.number() + "/" + ticket.key()).statusCode()).isEqualTo(429);
        clock.pass(Duration.ofMinutes(10));
        assertThat(server.get("/m/" + ticket.number() + "/" + ticket.key()).statusCode()).isEqualTo(200);
    }

    @Test
    void ten_thousand_in_a_minute_are_refused_politely_and_the_server_stays_well() throws Exception {
        Form form = form("en");
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 10_000; i++) {
                callers.submit(() -> {
                    HttpResponse<String> answer = server.post("/report?lang=en", "text=flood", "Content-Type",
                            "application/x-www-form-urlencoded", "Cookie", form.cookie());
                    (answer.statusCode() == 429 && answer.body().contains("try again in a few minutes")
                            ? refused : other).incrementAndGet();
                });
            }
        }
        assertThat(refused).hasValueGreaterThan(9_900);
        assertThat(other).hasValueLessThan(100);
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        assertThat(server.get("/wall").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(10));
        location(send(form("en")));
    }

    @Test
    void a_form_that_comes_too_often_keeps_what_was_written() {
        Form first = form("en");
        location(send(first));
        for (int i = 0; i < 4; i++) {
            location(send(again(first)));
        }
        HttpResponse<String> refused = send(again(first).with("text", "Water in the bathroom"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Water in the bathroom").contains("13800001234").contains("is still here");
    }

    @Test
    void a_mistake_costs_no_turn() {
        Form first = form("en");
        for (int i = 0; i < 6; i++) {
            assertThat(send(again(first).with("phone", "1380")).statusCode()).isEqualTo(422);
        }
        location(send(again(first)));
    }

    /** A fresh form in the same browser. */
    private Form again(Form form) {
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(
                server.address("/report?project=" + project.code())).header("Cookie", form.cookie()));
        String token = found(page.body(), "name=\"token\" value=\"([^\"]+)\"");
        return new Form(form.cookie(), token, form.fields()).with("token", token).with("answer", solve(token));
    }

    @Test
    void the_wall_shows_what_was_written_for_it_and_photos_are_for_nobody_outside() {
        MatterTicket ticket = sample.leak(project);
        assertThat(server.get("/wall?lang=en").body()).contains("No answer has been made public yet");
        sample.answer(ticket, "Dear Mrs Wang");
        MatterPage page = sample.page(ticket);
        server.services().get(MatterHandling.class).publish(sample.worker, ticket.number(), page.version(),
                "A leak " + SCRIPT, "A pipe was replaced");

        String wall = server.get("/wall?lang=en&project=" + project.code().toLowerCase(Locale.ROOT)).body();
        assertThat(wall).contains("A pipe was replaced").contains("by one resident").doesNotContain("Mrs Wang")
                .doesNotContain(SCRIPT).doesNotContain(ticket.number());
        assertThat(server.get("/matter-photo/1").statusCode()).isEqualTo(404);
    }
}
