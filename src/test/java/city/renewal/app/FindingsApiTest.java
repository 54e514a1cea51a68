package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.Projects;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.Findings;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings raised and put right by programs, asked of a server that really runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsApiTest {

    private static final String GOOD = "?project=FIND&kind=safety&severity=major&what=No+railing&requestId=";

    private RunningServer server;
    private Findings findings;
    private People people;
    private String supervisors;
    private String engineers;
    private byte[] photo;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        people = People.join(server.services());
        findings = server.services().get(Findings.class);
        SmallPlan.add(server.services(), people.planner(), server.services().get(Projects.class).add(people.planner(),
                new NewProject("FIND", "compound", "Compound", null, null, null, "works", false, false, false,
                        List.of(), List.of(), List.of(new Party("contractor", "Builders", null, null)), List.of())));
        supervisors = token(people.supervisor(), EnumSet.of(Scope.FINDINGS_WRITE, Scope.FINDINGS_READ));
        engineers = token(people.engineer(), EnumSet.of(Scope.FINDINGS_WRITE));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        photo = picture.toByteArray();
    }

    private String token(Actor owner, Set<Scope> scopes) {
        return server.services().get(Tokens.class).add(owner, new NewToken(owner.login(), "test", scopes, null));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void raises_once_and_is_put_right() {
        HttpResponse<String> raised = send(supervisors, GOOD + "once", photo);
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        assertThat(send(supervisors, GOOD + "once", photo).body()).isEqualTo(raised.body());
        long id = json(raised).get("id").longValue();
        assertThat(json(raised).get("state").stringValue()).isEqualTo("raised");
        findings.assign(people.supervisor(), new FindingAction(id, 1, null, List.of(), null),
                findings.parties(findings.get(id).projectId()).getFirst().id(), null);

        assertProblem(send(engineers, "/" + id + "/rectification?seen=1&remark=Railing+built", photo), 409,
                "finding.changed");
        HttpResponse<String> done = send(engineers, "/" + id + "/rectification?seen=2&remark=Railing+built", photo);

        assertThat(json(done).get("state").stringValue()).as(done.body()).isEqualTo("rectified");
        assertThat(findings.get(id).state()).isEqualTo(FindingState.RECTIFIED);
        assertThat(findings.steps(id)).hasSize(3);
    }

    @Test
    void lists_what_is_open() {
        send(supervisors, GOOD + "listed", photo);

        HttpResponse<String> answer = server.get("/api/v1/findings?project=find", "Authorization",
                "Bearer " + supervisors);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/findings/0/what").stringValue()).isEqualTo("No railing");
        assertProblem(server.get("/api/v1/findings", "Authorization", "Bearer " + engineers), 403, "api.token.scope");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | api.field.missing    | ?project=FIND&kind=safety&severity=major
            400 | api.field.date       | ?project=FIND&kind=safety&severity=major&what=x&due=soon
            400 | api.field.choice     | ?project=FIND&kind=safety&severity=major&what=x&task=one
            404 | project.unknown      | ?project=NOWHERE&kind=safety&severity=major&what=x
            404 | api.unknown          | /x
            422 | finding.due.past     | ?project=FIND&kind=safety&severity=major&what=x&due=2020-01-01
            422 | finding.task.foreign | ?project=FIND&kind=safety&severity=major&what=x&task=999999
            404 | finding.unknown      | /999999/rectification?seen=1&remark=x
            """)
    void says_what_is_wrong(int status, String code, String address) {
        assertProblem(send(supervisors, address, photo), status, code);
    }

    @Test
    void refuses_what_is_no_photo_and_who_may_not() {
        assertProblem(send(supervisors, GOOD + "zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}), 415, "photo.kind");
        assertProblem(send(engineers, GOOD + "engineer", photo), 403, "refused.role");
    }

    private HttpResponse<String> send(String token, String address, byte[] body) {
        return server.send(HttpRequest.newBuilder(server.address("/api/v1/findings" + address))
                .header("Authorization", "Bearer " + token).header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").stringValue()).as(response.body()).isEqualTo(code);
        assertThat(json(response).get("detail").stringValue()).isNotBlank().doesNotContain("!");
    }
}
