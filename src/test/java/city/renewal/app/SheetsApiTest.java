package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.project.ProjectPeople;
import city.renewal.site.DaySheets;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whole day sheets sent by programs, asked of a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsApiTest {

    private RunningServer server;
    private People people;
    private SiteReports reports;
    private SmallPlan other;
    private String token;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        people = People.join(server.services());
        reports = server.services().get(SiteReports.class);
        other = plan("OTHER");
        token = token(people.engineer());
    }

    private String token(Actor owner) {
        return server.services().get(Tokens.class).add(owner,
                new NewToken(owner.login(), "test", EnumSet.of(Scope.SHEETS_WRITE, Scope.OWN_READ), null));
    }

    private SmallPlan plan(String code) {
        return SmallPlan.add(server.services(), people.planner(), code);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void refuses_a_project_that_names_other_people() {
        SmallPlan plan = plan("NAMED");
        Account other = server.services().get(Accounts.class).add(Actor.commandLine(), "other", "Another engineer",
                Role.ENGINEER, People.PASSWORD);
        server.services().get(ProjectPeople.class).name(people.planner(), plan.project().id(), Set.of(other.id()));

        assertProblem(send(token, "NAMED", """
                {"date": "2026-03-02", "reports": [{"task": %d, "quantity": 1}]}""".formatted(plan.pipes())),
                403, "refused.project");
    }

    @Test
    void stores_a_sheet_once_however_often_it_is_sent() {
        SmallPlan plan = plan("ONCE");
        String body = """
                {"date": "2026-03-02", "workers": 12, "crews": ["Pipes one", "Pipes two"], "weather": "rain",
                 "blockers": ["stop-work", "material"], "remark": "第一段", "requestId": "%s",
                 "reports": [{"task": %d, "quantity": 12.5}, {"task": %d, "quantity": 60, "overReason": "A branch"}]}"""
                .formatted(UUID.randomUUID(), plan.pipes(), plan.paving());

        HttpResponse<String> first = send(token, "ONCE", body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        for (int again = 0; again < 4; again++) {
            assertThat(send(token, "ONCE", body).body()).isEqualTo(first.body());
        }

        assertThat(json(first).get("blockers").toString()).isEqualTo("[\"material\",\"stop-work\"]");
        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
        assertThat(reports.ofTask(plan.paving())).hasSize(1);
        assertThat(server.services().get(DaySheets.class)
                .ofDays(plan.project().id(), SmallPlan.START, SmallPlan.START)).hasSize(1);
        assertProblem(send(token, "ONCE", body.replace("12.5", "13")), 409, "sheet.request.reused");
    }

    @Test
    void sent_again_late_leaves_newer_people_and_weather_alone() {
        SmallPlan plan = plan("LATE");
        String morning = """
                {"date": "2026-03-02", "workers": 4, "weather": "rain", "requestId": "%s",
                 "reports": [{"task": %d, "quantity": 2}]}""".formatted(UUID.randomUUID(), plan.pipes());
        assertThat(send(token, "LATE", morning).statusCode()).isEqualTo(201);
        assertThat(send(token, "LATE", """
                {"date": "2026-03-02", "workers": 15, "weather": "sunny"}""").statusCode()).isEqualTo(201);

        HttpResponse<String> late = send(token, "LATE", morning);

        assertThat(late.statusCode()).as(late.body()).isEqualTo(201);
        assertThat(json(late).get("workers").intValue()).isEqualTo(15);
        assertThat(json(late).get("reports")).hasSize(1);
        assertThat(own("LATE").get("workers").intValue()).isEqualTo(15);
        assertThat(own("LATE").get("weather").stringValue()).isEqualTo("sunny");
        assertThat(reports.ofTask(plan.pipes())).hasSize(1);
        assertProblem(send(token, "LATE", morning.replace("\"workers\": 4", "\"workers\": 5")),
                409, "sheet.request.reused");
    }

    @Test
    void tells_the_sender_what_became_of_it() {
        SmallPlan plan = plan("BECAME");
        HttpResponse<String> sent = send(token, "BECAME", """
                {"date": "2026-03-02", "reports": [{"task": %d, "quantity": 5}]}""".formatted(plan.pipes()));
        long report = json(sent).at("/reports/0/id").longValue();

        assertThat(own("BECAME").at("/reports/0/state").stringValue()).isEqualTo("submitted");
        reports.giveBack(people.supervisor(), report, "Measure again");

        assertThat(own("BECAME").at("/reports/0/state").stringValue()).isEqualTo("returned");
        assertThat(own("BECAME").at("/reports/0/decision").stringValue()).isEqualTo("Measure again");
        JsonNode others = json(server.get("/api/v1/projects/BECAME/sheets?date=2026-03-02",
                "Authorization", "Bearer " + token(people.planner())));
        assertThat(others.get("reports")).as("only the own ones").isEmpty();
    }

    private JsonNode own(String code) {
        HttpResponse<String> answer = server.get("/api/v1/projects/" + code + "/sheets?date=2026-03-02",
                "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | api.field.missing        | {}
            400 | api.field.missing        | {"date": "2026-03-02", "reports": [{"quantity": 1}]}
            400 | api.field.missing        | {"date": "2026-03-02", "reports": [null]}
            400 | api.field.date           | {"date": "yesterday", "workers": 3}
            400 | api.field.choice         | {"date": "2026-03-02", "blockers": ["aliens"]}
            400 | api.body.malformed       | {"date": "2026-03-02", "reports": {"task": TASK}}
            404 | task.unknown             | {"date": "2026-03-02", "reports": [{"task": 999999, "quantity": 1}]}
            422 | sheet.empty              | {"date": "2026-03-02"}
            422 | sheet.weather.unknown    | {"date": "2026-03-02", "workers": 3, "weather": "hail"}
            422 | sheet.task.foreign       | {"date": "2026-03-02", "reports": [{"task": FOREIGN, "quantity": 1}]}
            422 | report.date.future       | {"date": "2026-03-03", "workers": 3}
            422 | report.workers.absurd    | {"date": "2026-03-02", "workers": 1000000}
            422 | report.quantity.positive | {"date": "2026-03-02", "reports": [{"task": TASK, "quantity": -4}]}
            422 | report.quantity.absurd   | {"date": "2026-03-02", "reports": [{"task": TASK, "quantity": 1e99}]}
            422 | report.quantity.over     | {"date": "2026-03-02", "reports": [{"task": TASK, "quantity": 101}]}
            422 | report.request.malformed | {"date": "2026-03-02", "requestId": "a b", "reports": [{"task": TASK, "quantity": 1}]}
            """)
    void says_what_is_wrong_with_a_sheet_and_stores_nothing(int status, String code, String body) {
        SmallPlan plan = plan("W" + Math.abs((body + code).hashCode()));
        int before = reports.countWaiting(people.supervisor());

        assertProblem(send(token, plan.project().code(), body.replace("TASK", String.valueOf(plan.pipes()))
                .replace("FOREIGN", String.valueOf(other.pipes()))), status, code);

        assertThat(reports.countWaiting(people.supervisor())).isEqualTo(before);
        assertThat(server.services().get(DaySheets.class)
                .ofDays(plan.project().id(), SmallPlan.START.minusDays(1), SmallPlan.START.plusDays(1))).isEmpty();
    }

    @Test
    void refuses_who_may_not_report_and_tokens_without_the_scope() {
        String body = "{\"date\": \"2026-03-02\", \"workers\": 3}";
        String reportsOnly = server.services().get(Tokens.class).add(people.engineer(),
                new NewToken(people.engineer().login(), "test", NewToken.USUAL_SCOPES, null));

        assertProblem(send(token(people.supervisor()), "OTHER", body), 403, "refused.role");
        assertProblem(send(reportsOnly, "OTHER", body), 403, "api.token.scope");
        assertProblem(send("rc_nobodys", "OTHER", body), 401, "api.token");
        assertProblem(send(token, "NOWHERE", body), 404, "project.unknown");
        assertProblem(server.get("/api/v1/projects/OTHER/sheets?date=2026-03-02", "Authorization",
                "Bearer " + reportsOnly), 403, "api.token.scope");
        assertProblem(server.get("/api/v1/projects/OTHER/sheets", "Authorization", "Bearer " + token),
                400, "api.field.missing");
    }

    @Test
    void refuses_a_sheet_on_a_task_that_was_removed_meanwhile() {
        SmallPlan plan = plan("REMOVED");
        reports.submit(people.engineer(), new NewReport(plan.pipes(), SmallPlan.START,
                BigDecimal.ONE, null, null, null, null, null));
        server.services().get(PlanOutlining.class).remove(people.planner(), plan.project().id(), List.of(
                new SeenTask(plan.pipes(), server.services().get(Plans.class).task(plan.pipes()).task().version())));

        assertProblem(send(token, "REMOVED", """
                {"date": "2026-03-02", "reports": [{"task": %d, "quantity": 1}]}""".formatted(plan.pipes())),
                422, "report.task.archived");
    }

    private HttpResponse<String> send(String bearer, String project, String body) {
        return server.post("/api/v1/projects/" + project + "/sheets", body, "Content-Type", "application/json",
                "Authorization", "Bearer " + bearer);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").stringValue()).as(response.body()).isEqualTo(code);
        assertThat(json(response).get("detail").stringValue()).isNotBlank().doesNotContain("!");
    }
}
