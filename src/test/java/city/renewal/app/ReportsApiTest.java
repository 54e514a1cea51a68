package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Tokens;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Site reports sent by programs, asked of a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsApiTest {

    private RunningServer server;
    private People people;
    private SmallPlan plan;
    private SmallPlan other;
    private String token;
    private String viewersToken;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        people = People.join(server.services());
        plan = SmallPlan.add(server.services(), people.planner(), "SITE");
        other = SmallPlan.add(server.services(), people.planner(), "OTHER");
        token = token(people.engineer());
        viewersToken = token(people.viewer());
    }

    private String token(Actor owner) {
        return server.services().get(Tokens.class).add(owner,
                new NewToken(owner.login(), "test", NewToken.USUAL_SCOPES, null));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void stores_a_report_and_answers_with_its_id_and_state() {
        HttpResponse<String> response = send("""
                {"task": %d, "date": "2026-03-02", "quantity": 1.5, "remark": "第一段", "requestId": "%s"}"""
                .formatted(plan.pipes(), UUID.randomUUID()));

        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode answer = json(response);
        assertThat(answer.get("state").stringValue()).isEqualTo("submitted");
        SiteReport stored = server.services().get(SiteReports.class).get(answer.get("id").longValue());
        assertThat(stored.quantity()).isEqualByComparingTo("1.5");
        assertThat(stored.remark()).isEqualTo("第一段");
    }

    @Test
    void answers_a_repeated_request_alike_and_counts_it_once() {
        String body = body(plan.paving(), "2", UUID.randomUUID());
        int before = server.services().get(SiteReports.class).ofTask(plan.paving()).size();

        HttpResponse<String> first = send(body);
        HttpResponse<String> again = send(body);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(server.services().get(SiteReports.class).ofTask(plan.paving())).hasSize(before + 1);
    }

    @Test
    void refuses_another_report_under_the_same_request_id() {
        UUID request = UUID.randomUUID();
        send(body(plan.pipes(), "1", request));

        assertProblem(send(body(plan.pipes(), "2", request)), 409, "report.request.reused");
    }

    @Test
    void wants_a_token_that_is_valid() {
        String body = body(plan.pipes(), "1", UUID.randomUUID());

        HttpResponse<String> none = server.post("/api/v1/projects/SITE/reports", body,
                "Content-Type", "application/json");
        assertProblem(none, 401, "api.token");
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(none.headers().firstValue("Connection")).as("the body was not read").hasValue("close");
        assertProblem(server.post("/api/v1/projects/SITE/reports", body, "Content-Type", "application/json",
                "Authorization", "Bearer rc_wrong"), 401, "api.token");
        assertProblem(server.post("/api/v1/projects/SITE/reports", body, "Content-Type", "application/json",
                "Authorization", "Basic " + token), 401, "api.token");
        assertProblem(send(viewersToken, "SITE", body), 403, "refused.role");
    }

    @Test
    void finds_the_task_in_its_own_project_only() {
        String body = body(other.pipes(), "1", UUID.randomUUID());

        assertProblem(send(token, "SITE", body), 404, "task.unknown");
        assertProblem(send(token, "NOWHERE", body), 404, "project.unknown");
        assertProblem(send(token, "SITE", body(999_999, "1", UUID.randomUUID())), 404, "task.unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | api.body.malformed      | not JSON at all
            400 | api.body.malformed      | [1, 2]
            400 | api.body.malformed      | null
            400 | api.body.malformed      | {"task": TASK, "date": "2026-03-02", "quantity": 1} and more
            400 | api.body.malformed      | {"task": TASK, "date": "2026-03-02", "quantity": 1, "colour": "red"}
            400 | api.body.malformed      | {"task": TASK, "task": TASK, "date": "2026-03-02", "quantity": 1}
            400 | api.body.malformed      | {"task": "TASK", "date": "2026-03-02", "quantity": 1}
            400 | api.body.malformed      | {"task": TASK, "date": "2026-03-02", "quantity": "1"}
            400 | api.body.malformed      | {"task": 1.5, "date": "2026-03-02", "quantity": 1}
            400 | api.field.missing       | {}
            400 | api.field.missing       | {"task": TASK, "date": "2026-03-02"}
            400 | api.field.date          | {"task": TASK, "date": "02.03.2026", "quantity": 1}
            400 | api.field.date          | {"task": TASK, "date": "2026-02-30", "quantity": 1}
            422 | report.date.future      | {"task": TASK, "date": "2026-03-03", "quantity": 1}
            422 | report.quantity.positive| {"task": TASK, "date": "2026-03-02", "quantity": -1}
            422 | report.quantity.over    | {"task": TASK, "date": "2026-03-02", "quantity": 100.5}
            422 | report.quantity.absurd  | {"task": TASK, "date": "2026-03-02", "quantity": 1e999999999}
            422 | report.quantity.absurd  | {"task": TASK, "date": "2026-03-02", "quantity": 1e-999999999}
            422 | report.task.summary     | {"task": SUMMARY, "date": "2026-03-02", "quantity": 1}
            422 | report.request.malformed| {"task": TASK, "date": "2026-03-02", "quantity": 1, "requestId": "a b"}
            """)
    void says_what_is_wrong_with_a_report(int status, String code, String body) {
        int before = server.services().get(SiteReports.class).countWaiting(people.supervisor());

        assertProblem(send(body.replace("TASK", String.valueOf(plan.pipes()))
                .replace("SUMMARY", String.valueOf(plan.summary()))), status, code);

        assertThat(server.services().get(SiteReports.class).countWaiting(people.supervisor())).isEqualTo(before);
    }

    @Test
    void refuses_bodies_that_are_too_long_or_of_another_kind() {
        assertProblem(send("{\"remark\": \"" + "x".repeat(20_000) + "\"}"), 413, "api.body.long");
        assertProblem(server.post("/api/v1/projects/SITE/reports", "task=1", "Content-Type",
                "application/x-www-form-urlencoded", "Authorization", "Bearer " + token), 415, "api.content-type");
    }

    @Test
    void passes_the_plan_with_a_reason() {
        HttpResponse<String> response = send("""
                {"task": %d, "date": "2026-03-02", "quantity": 120, "overReason": "A branch was added"}"""
                .formatted(other.paving()), "OTHER");

        assertThat(response.statusCode()).isEqualTo(201);
    }

    private static String body(long task, String quantity, UUID request) {
        return """
                {"task": %d, "date": "2026-03-02", "quantity": %s, "requestId": "%s"}"""
                .formatted(task, quantity, request);
    }

    private HttpResponse<String> send(String body) {
        return send(body, "SITE");
    }

    private HttpResponse<String> send(String body, String project) {
        return send(token, project, body);
    }

    private HttpResponse<String> send(String bearer, String project, String body) {
        return server.post("/api/v1/projects/" + project + "/reports", body, "Content-Type", "application/json",
                "Authorization", "Bearer " + bearer);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("code").stringValue()).as(response.body()).isEqualTo(code);
        assertThat(json(response).get("detail").stringValue()).doesNotContain("!");
    }
}
