package city.renewal.site.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetInbox;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.Photos;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone is told and what is taken from it, over HTTP, with the cookie of a signed-in session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneServletTest {

    private static final String JSON = "application/json";

    private final TestDatabase database = TestDatabase.embedded();
    private final Services services = database.services(TestClock.at(SmallPlan.START));
    private final SiteReports reports = services.get(SiteReports.class);
    private final Photos photos = services.get(Photos.class);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final People people = People.join(services);
    private final SmallPlan plan = SmallPlan.add(services, people.planner(), "PHONE");
    private HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.addServlet(new ServletHolder(new PhoneServlet(services.get(Messages.class),
                services.get(Installation.class),
                services.get(PhoneDesk.class), services.get(SheetInbox.class), services.get(Projects.class), photos,
                services.get(Kinds.class), TestClock.at(SmallPlan.START))), PhoneServlet.PATH + "/*");
        context.addServlet(new ServletHolder(new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                request.getSession().setAttribute("city.renewal.actor",
                        List.of(people.engineer(), people.viewer()).get(Integer.parseInt(request.getParameter("as"))));
            }
        }), "/sign-in");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        services.get(PhotoCopies.class).close();
        database.close();
    }

    @BeforeEach
    void signIn() {
        signIn(0);
    }

    private void signIn(int as) {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        send(HttpRequest.newBuilder(address("/sign-in?as=" + as)));
    }

    @Test
    void tells_account_day_and_tasks_and_nothing_to_strangers() {
        HttpResponse<String> response = get("desk?plans=PHONE~");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Huanxin-Time")).hasValue("2026-03-02T04:00:00Z");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode desk = json(response);
        assertThat(desk.at("/account/id").longValue()).isEqualTo(people.engineer().accountId());
        assertThat(desk.get("day").stringValue()).isEqualTo("2026-03-02");
        JsonNode pipes = desk.at("/projects/0/plan/tasks/0");
        assertThat(pipes.get("name").stringValue()).isEqualTo("Pipes");
        assertThat(pipes.get("rate").decimalValue()).isEqualByComparingTo("10");

        client = HttpClient.newHttpClient();
        assertProblem(get("desk"), 401, "refused.signed-out");
        assertProblem(post("sheets", sheet(plan.pipes(), "1", UUID.randomUUID())), 401, "refused.signed-out");
        signIn(1);
        assertProblem(get("desk"), 403, "refused.role");
    }

    @Test
    void takes_a_sheet_once_and_answers_line_by_line() {
        int before = reports.ofTask(plan.paving()).size();
        String body = sheet(plan.paving(), "2.5", UUID.randomUUID());

        HttpResponse<String> first = post("sheets", body);
        HttpResponse<String> again = post("sheets", body.replace("\"sent\": \"2026-03-02T04:00:00Z\"", "\"sent\": \"2026-03-02T04:05:00Z\""));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).as("the moment of sending is not part of it").isEqualTo(first.body());
        assertThat(json(first).at("/lines/0/outcome").stringValue()).isEqualTo("taken");
        assertThat(reports.ofTask(plan.paving())).hasSize(before + 1);
    }

    @Test
    void a_role_that_may_not_report_is_refused() {
        signIn(1);

        HttpResponse<String> response = send(request("sheets").header("Content-Type", JSON)
                .header("Huanxin-Account", String.valueOf(people.viewer().accountId()))
                .POST(BodyPublishers.ofString(sheet(plan.pipes(), "1", UUID.randomUUID()))));

        assertProblem(response, 403, "refused.role");
    }

    @Test
    void takes_nothing_from_foreign_pages_nor_for_another_account() {
        String body = sheet(plan.pipes(), "1", UUID.randomUUID());
        int before = reports.ofTask(plan.pipes()).size();

        assertProblem(send(request("sheets").header("Content-Type", JSON).POST(BodyPublishers.ofString(body))),
                403, "api.foreign-page");
        assertProblem(send(own("sheets").header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.ofString(body))),
                403, "api.foreign-page");
        assertProblem(send(own("sheets").header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString(body))), 403, "api.foreign-page");
        assertProblem(send(own("sheets").header("Origin", "null").POST(BodyPublishers.ofString(body))),
                403, "api.foreign-page");
        assertProblem(send(request("sheets").header("Huanxin-Account", "424242").header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body))), 401, "api.other-account");

        assertThat(reports.ofTask(plan.pipes())).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | api.body.malformed       | not JSON
            400 | api.body.malformed       | {"colour": "red"}
            400 | api.field.missing        | {"project": "PHONE"}
            404 | project.unknown          | {"project": "NOWHERE"}
            422 | report.quantity.positive | {SHEET, "lines": [{"task": TASK, "name": "n", "quantity": -1}]}
            422 | report.date.future       | {SHEET, "day": "2026-03-09", "workers": 3}
            422 | sheet.empty              | {SHEET}
            422 | sheet.day.old            | {SHEET, "back": 32, "workers": 3}
            400 | api.field.date           | {SHEET, "day": "02.03.2026", "workers": 3}
            400 | api.field.moment         | {SHEET, "written": "noon", "workers": 3}
            400 | api.field.choice         | {SHEET, "blockers": ["boredom"]}
            400 | api.body.malformed       | {SHEET, "lines": [null]}
            """)
    void says_what_is_wrong_with_a_sheet(int status, String code, String body) {
        String usual = "\"request\": \"%s\", \"project\": \"PHONE\", \"sent\": \"2026-03-02T04:00:00Z\""
                .formatted(UUID.randomUUID())
                + (body.contains("\"day\"") ? "" : ", \"day\": \"2026-03-02\"")
                + (body.contains("\"back\"") ? "" : ", \"back\": 0")
                + (body.contains("\"written\"") ? "" : ", \"written\": \"2026-03-02T04:00:00Z\"");

        assertProblem(post("sheets", body.replace("SHEET", usual).replace("TASK", String.valueOf(plan.pipes()))),
                status, code);
    }

    @Test
    void refuses_a_body_that_is_too_long_or_no_json() {
        assertProblem(post("sheets", " ".repeat(300_000)), 413, "api.body.long");
        assertProblem(send(request("sheets").header("Huanxin-Account", account())
                .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"))), 415, "api.content-type");
        assertProblem(post("nothing", "{}"), 404, "api.unknown");
    }

    @Test
    void takes_a_photo_once_also_when_the_report_was_decided_before_the_answer_arrived() throws Exception {
        UUID request = UUID.randomUUID();
        post("sheets", sheet(plan.pipes(), "1", request));
        byte[] picture = picture();
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        String address = "photos?request=" + request + "&task=" + plan.pipes() + "&stage=after&sha256=" + hash;

        HttpResponse<String> first = send(own(address).POST(BodyPublishers.ofByteArray(picture)));
        SiteReport report = reports.ofTask(plan.pipes()).getFirst();
        reports.confirm(people.supervisor(), report.id());
        HttpResponse<String> again = send(own(address).POST(BodyPublishers.ofByteArray(picture)));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(photos.ofReports(List.of(report.id())).get(report.id())).extracting(Photo::sha256)
                .containsExactly(hash);
        assertProblem(send(own("photos?request=" + UUID.randomUUID() + "&task=1&sha256=0")
                .POST(BodyPublishers.ofByteArray(picture))), 404, "sheet.request.unknown");
        assertProblem(send(own("photos?request=" + request + "&task=" + plan.pipes() + "&sha256=0")
                .POST(BodyPublishers.ofString("no picture"))), 409, "photo.decided");
    }

    @Test
    void refuses_a_photo_that_is_none() {
        UUID request = UUID.randomUUID();
        post("sheets", sheet(plan.pipes(), "1", request));

        assertProblem(send(own("photos?request=" + request + "&task=" + plan.pipes() + "&sha256=0")
                .POST(BodyPublishers.ofString("<svg onload='alert(1)'/>"))), 415, "photo.kind");
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", file);
        return file.toByteArray();
    }

    private String sheet(long task, String quantity, UUID request) {
        return """
                {"request": "%s", "project": "PHONE", "day": "2026-03-02", "back": 0,
                 "written": "2026-03-02T04:00:00Z", "sent": "2026-03-02T04:00:00Z", "workers": 4, "crews": ["One"],
                 "weather": "rain", "blockers": ["material"], "remark": null, "pause": null,
                 "lines": [{"task": %d, "name": "Pipes", "quantity": %s, "over": null, "left": 100,
                            "start": "2026-03-02", "settles": null}]}""".formatted(request, task, quantity);
    }

    private String account() {
        Actor engineer = people.engineer();
        return String.valueOf(engineer.accountId());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(PhoneServlet.PATH + "/" + path)).header("Accept-Language", "en");
    }

    private HttpRequest.Builder own(String path) {
        return request(path).header("Huanxin-Account", account()).header("Content-Type", JSON);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(own(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").stringValue()).isEqualTo(code);
    }
}
