package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.notice.NewNotice;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.project.Measure;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.project.StageDate;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface's description against what the server really answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private RunningServer server;
    private People people;
    private SmallPlan plan;
    private String token;
    private Actor author;
    private JsonNode description;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        people = People.join(server.services());
        plan = SmallPlan.add(server.services(), people.planner(), server.services().get(Projects.class).add(
                people.planner(), new NewProject("API", "compound", "Compound", null, null, null, "works", false, true,
                        false, List.of(new Measure("area", BigDecimal.TEN, "m2")),
                        List.of(new StageDate("works", SmallPlan.START, null)), List.of(), List.of())));
        server.services().get(Delays.class).explain(people.planner(), plan.project().id(),
                Explanation.reason("OTHER", "Why"));
        author = people.engineer();
        token = server.services().get(Tokens.class).add(people.engineer(),
                new NewToken(people.engineer().login(), "test", EnumSet.allOf(Scope.class), null));
        description = json(server.get("/api/openapi.json"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void describes_every_answer_field_by_field() {
        assertDescribed("/api/v1/projects", "get", server.get("/api/v1/projects"));
        assertDescribed("/api/v1/projects/{code}", "get", server.get("/api/v1/projects/API"));
        assertDescribed("/api/v1/projects/{code}/tasks", "get", server.get("/api/v1/projects/API/tasks"));
        assertDescribed("/health", "get", server.get("/health"));
        assertDescribed("/api/v1/me", "get", server.get("/api/v1/me", "Authorization", "Bearer " + token));
        assertDescribed("/api/v1/me", "get", server.get("/api/v1/me"));
    }

    @Test
    void describes_notices() {
        server.services().get(Projects.class).complete(people.planner(), plan.project().id(), List.of(),
                List.of(new NewPlace("building", "B01", "1号楼", "Building 1", null, null,
                        Map.of("stairwells", BigDecimal.TEN))));
        LocalDateTime noon = SmallPlan.START.plusDays(1).atTime(12, 0);
        server.services().get(Notices.class).publish(people.planner(), new NewNotice("API", "water",
                List.of(new NoticeTarget("B01", 0), new NoticeTarget("B01", 2)), noon, noon.plusHours(1), false, "更换水管",
                null, "Builders", "022-1", null, null, plan.pipes()));

        HttpResponse<String> answer = server.get("/api/v1/projects/api/notices");
        assertDescribed("/api/v1/projects/{code}/notices", "get", answer);
        JsonNode notice = json(answer).at("/notices/0");
        assertThat(notice.get("from").stringValue()).isEqualTo("2026-03-03T12:00+08:00");
        assertThat(notice.at("/places/0/stairwell").isNull()).isTrue();
        assertThat(notice.at("/places/1/stairwell").intValue()).isEqualTo(2);
        assertThat(server.get("/api/v1/projects/api/notices", "If-None-Match",
                answer.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
        assertDescribed("/api/v1/projects/{code}/notices", "get", server.get("/api/v1/projects/NOWHERE/notices"));
    }

    @Test
    void describes_commitments() {
        CommitmentSample sample = new CommitmentSample(server.services());
        sample.compound("PROMISED");
        sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "PROMISED"));
        sample.made(sample.wish(Basis.REPORTED, null, "item", "60"));

        assertDescribed("/api/v1/commitments", "get", server.get("/api/v1/commitments?year=2026"));
        assertDescribed("/api/v1/commitments", "get", server.get("/api/v1/commitments?year=26"));
    }

    @Test
    void describes_reports_and_problems() {
        String body = """
                {"task": %d, "date": "2026-03-02", "quantity": 12.5, "workers": 4, "remark": "r",
                 "overReason": null, "requestId": "a", "corrects": null}""".formatted(plan.pipes());
        assertMatches(description.at("/components/schemas/NewReport"), json(body), "NewReport");

        HttpResponse<String> stored = server.post("/api/v1/projects/API/reports", body,
                "Content-Type", "application/json", "Authorization", "Bearer " + token);
        assertDescribed("/api/v1/projects/{code}/reports", "post", stored);
        assertDescribed("/api/v1/projects/{code}/reports", "post",
                server.post("/api/v1/projects/API/reports", body, "Content-Type", "application/json"));
    }

    @Test
    void describes_day_sheets() {
        String path = "/api/v1/projects/{code}/sheets";
        String body = """
                {"date": "2026-03-02", "workers": 3, "crews": ["One"], "weather": "rain", "blockers": ["power"],
                 "remark": "r", "requestId": "sheet", "reports": [{"task": %d, "quantity": 1, "overReason": null}]}"""
                .formatted(plan.pipes());
        assertMatches(description.at("/components/schemas/NewDaySheet"), json(body), "NewDaySheet");

        assertDescribed(path, "post", server.post("/api/v1/projects/API/sheets", body,
                "Content-Type", "application/json", "Authorization", "Bearer " + token));
        assertDescribed(path, "post", server.post("/api/v1/projects/API/sheets", "{}",
                "Content-Type", "application/json", "Authorization", "Bearer " + token));
        assertDescribed(path, "get", server.get("/api/v1/projects/API/sheets?date=2026-03-02",
                "Authorization", "Bearer " + token));
    }

    @Test
    void describes_photos() throws IOException {
        SiteReport report = server.services().get(SiteReports.class).submit(author, new NewReport(plan.pipes(),
                SmallPlan.START, BigDecimal.ONE, null, null, null, null, null));
        String path = "/api/v1/reports/" + report.id() + "/photos";
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture);

        HttpResponse<String> stored = server.send(HttpRequest.newBuilder(server.address(path + "?stage=after"))
                .header("Authorization", "Bearer " + token).POST(BodyPublishers.ofByteArray(picture.toByteArray())));
        assertThat(stored.statusCode()).isEqualTo(201);
        assertDescribed("/api/v1/reports/{report}/photos", "post", stored);
        assertThat(json(stored).get("stage").stringValue()).isEqualTo("after");
        assertDescribed("/api/v1/reports/{report}/photos", "post",
                server.post(path, "<svg/>", "Authorization", "Bearer " + token));
        assertDescribed("/api/v1/reports/{report}/photos", "post", server.post(path, "x", "Accept", "application/json"));
        assertThat(server.get("/photo/" + json(stored).get("id").longValue() + "/original").statusCode())
                .as("for somebody who has not signed in").isEqualTo(404);
    }

    @Test
    void names_no_address_that_is_not_there() {
        description.get("paths").propertyStream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> assertThat(server.get(path.getKey().replace("{code}", "API") + "?date=2026-03-02",
                        "Authorization", "Bearer " + token).statusCode())
                        .as(path.getKey()).isEqualTo(200));
    }

    @Test
    void states_the_version_of_the_program() {
        assertThat(description.at("/info/version").stringValue())
                .isEqualTo(json(server.get("/health")).get("version").stringValue());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return RunningServer.json(response);
    }

    private void assertDescribed(String path, String method, HttpResponse<String> response) {
        JsonNode answer = description.get("paths").path(path).path(method).path("responses")
                .path(String.valueOf(response.statusCode()));
        assertThat(answer.isObject()).as("%s %s %d", method, path, response.statusCode()).isTrue();
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        assertMatches(answer.get("content").path(type).path("schema"), json(response), path);
    }

    /** Enough of JSON Schema for what the description uses. */
    private void assertMatches(JsonNode schema, JsonNode value, String where) {
        assertThat(schema.isObject()).as("schema of " + where).isTrue();
        if (schema.has("$ref")) {
            assertMatches(description.at(schema.get("$ref").stringValue().substring(1)), value, where);
        } else if (schema.has("oneOf")) {
            assertMatches(schema.get("oneOf").get(value.isNull() ? 1 : 0), value, where);
        } else {
            assertThat(types(schema.get("type"))).as("type of " + where).contains(typeOf(value, schema));
            if (value.isObject()) {
                assertFields(schema, value, where);
            }
            if (value.isArray()) {
                value.forEach(each -> assertMatches(schema.get("items"), each, where + "[]"));
            }
        }
    }

    private void assertFields(JsonNode schema, JsonNode value, String where) {
        if (schema.path("additionalProperties").isObject()) {
            value.propertyStream().forEach(field -> assertMatches(schema.get("additionalProperties"),
                    field.getValue(), where + "." + field.getKey()));
            return;
        }
        assertThat(value.propertyNames()).as("fields of " + where)
                .containsExactlyInAnyOrderElementsOf(schema.get("properties").propertyNames());
        value.propertyStream().forEach(field -> assertMatches(schema.get("properties").get(field.getKey()),
                field.getValue(), where + "." + field.getKey()));
    }

    private static List<String> types(JsonNode type) {
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : List.of(type.stringValue());
    }

    private static String typeOf(JsonNode value, JsonNode schema) {
        return switch (value.getNodeType()) {
            case NUMBER -> types(schema.get("type")).contains("integer") && value.isIntegralNumber()
                    ? "integer" : "number";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
