package city.renewal.app;

import static city.renewal.app.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.testing.People;
import city.renewal.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told of their tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensApiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TestClock clock = TestClock.at(TODAY);
    private RunningServer server;
    private People people;
    private Tokens tokens;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
        people = People.join(server.services());
        tokens = server.services().get(Tokens.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String token(Set<Scope> scopes) {
        return tokens.add(people.engineer(),
                new NewToken(people.engineer().login(), "scale", scopes, TODAY.plusDays(9)));
    }

    private HttpResponse<String> me(String token) {
        return server.get("/api/v1/me", "Authorization", "Bearer " + token);
    }

    @Test
    void says_whose_a_token_is_what_it_may_and_until_when() {
        HttpResponse<String> answer = me(token(Set.of(Scope.PHOTOS_WRITE, Scope.OWN_READ)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(answer).toString()).isEqualTo("""
                {"login":"engineer","name":"The engineer","role":"engineer","token":"scale",\
                "scopes":["photos:write","own:read"],"expiresOn":"2026-03-11"}""");
    }

    @Test
    void refuses_what_the_token_has_no_scope_for() {
        String token = token(Set.of(Scope.OWN_READ));

        HttpResponse<String> answer = server.post("/api/v1/reports/1/photos", "x", "Authorization", "Bearer " + token);

        assertProblem(answer, 403, "api.token.scope");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope", "photos:write");
    }

    @Test
    void refuses_tokens_that_have_ended() {
        String revoked = token(Set.of(Scope.OWN_READ));
        tokens.revoke(people.engineer(), tokens.own(people.engineer()).getFirst().id());
        assertProblem(me(revoked), 401, "api.token.revoked");
        assertThat(me(revoked).headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");

        String expired = token(Set.of(Scope.OWN_READ));
        clock.moveTo(TODAY.plusDays(10));
        assertProblem(me(expired), 401, "api.token.expired");
        clock.moveTo(TODAY);
        assertThat(me(expired).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_nobody_try_a_token_again_and_again() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertProblem(me("rc_guessedguess" + attempt), 401, "api.token");
        }

        HttpResponse<String> answer = me("rc_guessedguess");

        assertProblem(answer, 429, "login.throttled");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").stringValue()).as(response.body()).isEqualTo(code);
        assertThat(json(response).get("detail").stringValue()).isNotBlank().doesNotContain("!");
    }
}
