package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import city.renewal.account.Actor;
import city.renewal.base.Database;
import city.renewal.plan.Plans;
import city.renewal.project.Measure;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.project.StageDate;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What anybody may read, asked of a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicApiTest {

    private static final int MOST_STATEMENTS = 6;

    private RunningServer server;
    private People people;
    private SmallPlan open;
    private SmallPlan changing;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        people = People.join(server.services());
        Projects projects = server.services().get(Projects.class);
        Actor planner = people.planner();
        Project project = projects.add(planner, new NewProject("OPEN-1", "compound", "开放小区", "Open compound",
                "Street", "Community", "works", false, true, false,
                List.of(new Measure("area", new BigDecimal("31500"), "m2")),
                List.of(new StageDate("works", SmallPlan.START, null)),
                List.of(new Party("contractor", "Builders", "Wang Secret", "13900000000")), List.of()));
        open = SmallPlan.add(server.services(), planner, project);
        changing = SmallPlan.add(server.services(), planner, projects.add(planner, open("Z-CHANGING", "compound")));
        IntStream.range(0, 30).forEach(number -> projects.add(planner, open("Z-MANY-" + number, "road")));
        server.services().get(Plans.class).takeBaseline(planner, project.id(), "Promise", null);
        server.services().get(Delays.class).explain(planner, project.id(), Explanation.reason("WEATHER", "Rain"));
        confirm(open, "25");
        SmallPlan.add(server.services(), planner, "CLOSED-1");
        projects.add(planner, open("PLANLESS", "road"));
    }

    private static NewProject open(String code, String kind) {
        return new NewProject(code, kind, "Project", null, null, null, "survey", false, true, false, List.of(),
                List.of(), List.of(), List.of());
    }

    private void confirm(SmallPlan plan, String quantity) {
        SiteReports reports = server.services().get(SiteReports.class);
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(plan.pipes(),
                SmallPlan.START, new BigDecimal(quantity), null, null, "secret remark", null, null)).id());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void lists_the_projects_that_are_open_with_their_measures_and_promise() {
        JsonNode page = json(server.get("/api/v1/projects?limit=2"));

        assertThat(page.get("projects").valueStream().map(each -> each.get("code").stringValue()))
                .containsExactly("OPEN-1", "PLANLESS");
        JsonNode project = page.get("projects").get(0);
        assertThat(project.get("name").stringValue()).isEqualTo("开放小区");
        assertThat(project.at("/measures/area/value").decimalValue()).isEqualByComparingTo("31500");
        assertThat(project.at("/measures/area/unit").stringValue()).isEqualTo("m2");
        assertThat(project.at("/plan/promisedFinish").stringValue())
                .isEqualTo(SmallPlan.START.plusDays(14).toString());
        assertThat(page.get("projects").get(1).get("plan").isNull()).isTrue();
    }

    @Test
    void lists_page_by_page() {
        JsonNode first = json(server.get("/api/v1/projects?limit=1"));
        JsonNode second = json(server.get(first.get("next").stringValue()));

        assertThat(first.at("/projects/0/code").stringValue()).isEqualTo("OPEN-1");
        assertThat(second.at("/projects/0/code").stringValue()).isEqualTo("PLANLESS");
        assertThat(json(server.get("/api/v1/projects")).get("next").isNull()).isTrue();
        assertThat(server.get("/api/v1/projects?limit=0").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/projects?limit=all").statusCode()).isEqualTo(400);
    }

    @Test
    void tells_a_project_with_its_progress_and_why_it_is_late() {
        JsonNode project = json(server.get("/api/v1/projects/open-1"));

        assertThat(project.get("code").stringValue()).isEqualTo("OPEN-1");
        assertThat(project.get("percent").decimalValue()).isEqualByComparingTo("16.6");
        assertThat(project.at("/delayReason/words").stringValue()).isEqualTo("Rain");
        assertThat(project.at("/delayReason/givenOn").stringValue()).isEqualTo(SmallPlan.START.toString());
        assertThat(project.at("/stages/0/stage").stringValue()).isEqualTo("works");
    }

    @Test
    void tells_the_tasks_in_the_order_of_the_tree() {
        JsonNode tasks = json(server.get("/api/v1/projects/OPEN-1/tasks")).get("tasks");

        assertThat(tasks.valueStream().map(each -> each.get("name").stringValue()))
                .containsExactly("Outside works", "Pipes", "Paving");
        assertThat(tasks.get(0).get("summary").booleanValue()).isTrue();
        JsonNode pipes = tasks.get(1);
        assertThat(pipes.get("done").decimalValue()).isEqualByComparingTo("25");
        assertThat(pipes.get("percent").decimalValue()).isEqualByComparingTo("25");
        assertThat(pipes.get("parent").longValue()).isEqualTo(open.summary());
        assertThat(pipes.get("promisedFinish").stringValue()).isEqualTo(SmallPlan.START.plusDays(9).toString());
    }

    @Test
    void tells_nobody_about_people_and_remarks() {
        String everything = server.get("/api/v1/projects").body() + server.get("/api/v1/projects/OPEN-1").body()
                + server.get("/api/v1/projects/OPEN-1/tasks").body();

        assertThat(everything).doesNotContain("13900000000").doesNotContain("Wang").doesNotContain("secret remark")
                .doesNotContain(people.planner().name()).doesNotContain(people.engineer().name());
    }

    @Test
    void knows_nothing_of_projects_that_are_closed_or_do_not_exist() {
        for (String path : List.of("/api/v1/projects/CLOSED-1", "/api/v1/projects/CLOSED-1/tasks",
                "/api/v1/projects/NOWHERE", "/api/v1/projects/%2e%2e%2fetc", "/api/v1/projects/a/b/c",
                "/api/v1/", "/api/v2/projects", "/api")) {
            HttpResponse<String> response = server.get(path, "Accept-Language", "en");

            assertThat(response.statusCode()).as(path).isIn(400, 404);
            assertThat(response.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            assertThat(json(response).get("code").stringValue()).as(path).isNotEmpty();
        }
        assertThat(json(server.get("/api/v1/projects/CLOSED-1")).get("code"))
                .isEqualTo(json(server.get("/api/v1/projects/NOWHERE")).get("code"));
        assertThat(server.get("/api/v1/projects/PLANLESS/tasks").statusCode()).isEqualTo(404);
    }

    @Test
    void speaks_the_language_of_the_caller() {
        assertThat(json(server.get("/api/v1/projects/NOWHERE", "Accept-Language", "en-GB")).get("detail").stringValue())
                .isEqualTo("There is no project with the code ‘NOWHERE’.");
        HttpResponse<String> chinese = server.get("/api/v1/projects/NOWHERE", "Accept-Language", "zh-CN");
        assertThat(chinese.headers().firstValue("Content-Language")).hasValue("zh-CN");
        assertThat(json(chinese).get("detail").stringValue()).doesNotContain("There is");
    }

    @Test
    void answers_an_unchanged_project_with_304_until_it_changes() {
        for (String path : List.of("/api/v1/projects", "/api/v1/projects/Z-CHANGING",
                "/api/v1/projects/Z-CHANGING/tasks")) {
            String tag = server.get(path).headers().firstValue("ETag").orElseThrow();

            HttpResponse<String> again = server.get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).as(path).isEmpty();

            confirm(changing, "1");
            assertThat(server.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void needs_few_statements_however_much_there_is() {
        for (String path : List.of("/api/v1/projects", "/api/v1/projects/OPEN-1",
                "/api/v1/projects/OPEN-1/tasks")) {
            try (StatementCount count = StatementCount.of(server.services().get(Database.class).jdbi())) {
                assertThat(server.get(path).statusCode()).isEqualTo(200);
                assertThat(count.statements()).as(path).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            }
        }
    }

    @Test
    void takes_only_the_methods_that_make_sense() {
        HttpResponse<String> posted = server.post("/api/v1/projects", "{}", "Content-Type", "application/json");

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(server.get("/api/v1/projects/OPEN-1/reports").statusCode()).isEqualTo(405);
        assertThat(server.send(HttpRequest.newBuilder(server.address("/api/v1/projects/OPEN-1"))
                .DELETE()).statusCode()).isEqualTo(405);
        HttpResponse<String> head = server.send(HttpRequest
                .newBuilder(server.address("/api/v1/projects/OPEN-1")).HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
