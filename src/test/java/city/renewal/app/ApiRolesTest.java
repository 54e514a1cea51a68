package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every address of the interface for programs and every role, each with a token that may do whatever its owner may; and the
 * addresses that need none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiRolesTest {

    private static final Set<Role> REPORTING = EnumSet.of(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);

    /** @param roles who may; null for everybody, also without a token */
    private record Door(String method, String path, String address, String type, byte[] body,
                        @Nullable Set<Role> roles) {

        private String name() {
            return method + " " + path;
        }
    }

    private final List<Door> doors = new ArrayList<>();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
        CommitmentSample sample = new CommitmentSample(server.services());
        People people = sample.projects().people();
        SmallPlan plan = sample.compound("C01");
        Actor admin = server.services().get(Accounts.class).add(Actor.commandLine(), "chief", "The chief",
                Role.ADMINISTRATOR, People.PASSWORD).actor();
        List.of(people.planner(), people.engineer(), people.supervisor(), people.community(), people.viewer(),
                sample.officer(), admin).forEach(each -> tokens.put(each.role(), server.services().get(Tokens.class)
                .add(each, new NewToken(each.login(), "test", EnumSet.allOf(Scope.class), null))));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture);

        for (String path : List.of("/api/v1/projects", "/api/v1/projects/{code}", "/api/v1/projects/{code}/tasks",
                "/api/v1/projects/{code}/notices", "/api/v1/commitments", "/api/openapi.json", "/health")) {
            read(path, path.replace("{code}", "C01"), null);
        }
        read("/api/v1/me", "/api/v1/me", EnumSet.allOf(Role.class));
        read("/api/v1/findings", "/api/v1/findings", EnumSet.allOf(Role.class));
        read("/api/v1/projects/{code}/sheets", "/api/v1/projects/C01/sheets?date=" + SmallPlan.START,
                EnumSet.allOf(Role.class));
        String report = "{\"task\": %d, \"date\": \"%s\", \"quantity\": 1}".formatted(plan.pipes(), SmallPlan.START);
        write("/api/v1/projects/{code}/reports", "/api/v1/projects/C01/reports", report, REPORTING);
        write("/api/v1/projects/{code}/sheets", "/api/v1/projects/C01/sheets",
                "{\"date\": \"%s\", \"workers\": 3}".formatted(SmallPlan.START), REPORTING);
        photo("/api/v1/reports/{report}/photos", "/api/v1/reports/1/photos?stage=during", picture, REPORTING);
        photo("/api/v1/findings", "/api/v1/findings?project=C01&kind=safety&severity=major&what=No+railing", picture,
                EnumSet.of(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR));
        photo("/api/v1/findings/{finding}/rectification", "/api/v1/findings/1/rectification?seen=1&remark=Built",
                picture, REPORTING);
    }

    private void read(String path, String address, @Nullable Set<Role> roles) {
        doors.add(new Door("get", path, address, "", new byte[0], roles));
    }

    private void write(String path, String address, String body, Set<Role> roles) {
        doors.add(new Door("post", path, address, "application/json", body.getBytes(StandardCharsets.UTF_8), roles));
    }

    private void photo(String path, String address, ByteArrayOutputStream picture, Set<Role> roles) {
        doors.add(new Door("post", path, address, "image/png", picture.toByteArray(), roles));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_address_that_is_described_is_tried() {
        JsonNode paths = json(server.get("/api/openapi.json")).get("paths");
        List<String> described = paths.propertyNames().stream().flatMap(path -> paths.get(path).propertyNames().stream()
                .filter(List.of("get", "post", "put", "patch", "delete")::contains).map(method -> method + " " + path)).toList();

        assertThat(doors).extracting(Door::name).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void each_answers_whom_it_is_for_and_refuses_every_other_role() {
        Map<String, Set<Role>> refused = new TreeMap<>();
        Map<String, Set<Role>> wanted = new TreeMap<>();
        for (Door door : doors) {
            Set<Role> roles = door.roles() == null ? EnumSet.allOf(Role.class) : door.roles();
            wanted.put(door.name(), EnumSet.complementOf(EnumSet.copyOf(roles)));
            refused.put(door.name(), Arrays.stream(Role.values()).filter(role -> refused(door, tokens.get(role)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
        }
        assertThat(refused).containsExactlyEntriesOf(wanted);
    }

    private boolean refused(Door door, String token) {
        HttpResponse<String> answer = send(door, "Bearer " + token);
        assertThat(answer.statusCode()).as(door.name() + ": " + answer.body()).isNotIn(401, 500);
        return answer.statusCode() == 403 && json(answer).get("code").stringValue().equals("refused.role");
    }

    @Test
    void without_a_token_only_what_is_public_answers() {
        assertThat(doors).allSatisfy(door -> assertThat(send(door, null).statusCode()).as(door.name())
                .isEqualTo(door.roles() == null ? 200 : 401));
    }

    private HttpResponse<String> send(Door door, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(door.address()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return server.send(door.method().equals("get") ? request.GET()
                : request.header("Content-Type", door.type()).POST(BodyPublishers.ofByteArray(door.body())));
    }
}
