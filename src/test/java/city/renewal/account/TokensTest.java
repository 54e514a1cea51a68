package city.renewal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Refusal;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class TokensTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Set<Scope> SCOPES = EnumSet.of(Scope.REPORTS_WRITE, Scope.OWN_READ);
    private static final String HERE = "192.0.2.1";

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(TODAY);
    private final AuditTrail audit;
    private final Accounts accounts;
    private final Tokens tokens;
    private Actor owner;
    private Actor other;
    private Actor administrator;

    TokensTest(TestDatabase database) {
        this.database = database;
        audit = new AuditTrail(database.jdbi(), clock);
        accounts = new Accounts(database.jdbi(), audit, clock, true);
        tokens = new Tokens(database.jdbi(), accounts, audit, new TokenLimits(30, 60), clock);
    }

    @BeforeEach
    void addPeople(TestInfo test) {
        String mark = Integer.toHexString(test.getDisplayName().hashCode());
        owner = add("owner-" + mark, Role.ENGINEER);
        other = add("other-" + mark, Role.ENGINEER);
        administrator = add("admin-" + mark, Role.ADMINISTRATOR);
    }

    private Actor add(String login, Role role) {
        return accounts.add(Actor.commandLine(), login, login, role, "a long password").actor();
    }

    @Test
    void lets_a_program_act_for_its_owner_within_its_scopes() {
        String token = tokens.add(owner, token(null));

        assertThat(tokens.use(token, Scope.REPORTS_WRITE, HERE).actor()).isEqualTo(owner);
        assertThat(tokens.use(token, null, HERE).token().allowed()).isEqualTo(SCOPES);
        assertRefused("api.token.scope", () -> tokens.use(token, Scope.PHOTOS_WRITE, HERE));
        assertRefused("api.token", () -> tokens.use(token + "x", null, HERE));
        assertRefused("api.token", () -> tokens.use("", null, HERE));
        assertThat(audited()).contains("token.refuse reports:write own:read photos:write");
    }

    @Test
    void keeps_no_secret_that_can_be_read() {
        String token = tokens.add(owner, token(null));

        String stored = database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT t.secret_hash FROM api_token t JOIN account a ON a.id = t.account_id
                         WHERE a.login = :login""")
                .bind("login", owner.login()).mapTo(String.class).one());

        assertThat(stored).hasSize(64).doesNotContain(token);
        assertThat(String.join("\n", audited())).doesNotContain(token);
    }

    @Test
    void ends_after_the_usual_number_of_days_or_on_the_day_that_was_chosen() {
        String usual = tokens.add(owner, token(null));
        String chosen = tokens.add(owner, token(TODAY));
        assertThat(tokens.own(owner)).extracting(ApiToken::expiresOn).containsExactly(TODAY, TODAY.plusDays(30));
        tokens.use(chosen, null, HERE);

        clock.moveTo(TODAY.plusDays(1));
        assertRefused("api.token.expired", () -> tokens.use(chosen, null, HERE));
        clock.moveTo(TODAY.plusDays(30));
        assertThat(tokens.use(usual, null, HERE).actor()).isEqualTo(owner);
        clock.moveTo(TODAY.plusDays(31));
        assertRefused("api.token.expired", () -> tokens.use(usual, null, HERE));
    }

    @Test
    void is_revoked_by_its_owner_or_an_administrator_and_nobody_else() {
        String first = tokens.add(owner, token(null));
        String second = tokens.add(owner, token(null));
        List<Long> ids = tokens.own(owner).stream().map(ApiToken::id).toList();

        assertRefused("token.unknown", () -> tokens.revoke(other, ids.get(0)));
        tokens.revoke(owner, ids.get(0));
        tokens.revoke(owner, ids.get(0));
        tokens.revoke(administrator, ids.get(1));

        assertRefused("api.token.revoked", () -> tokens.use(first, null, HERE));
        assertRefused("api.token.revoked", () -> tokens.use(second, null, HERE));
        assertThat(audited()).filteredOn(entry -> entry.startsWith("token.revoke")).hasSize(2);
    }

    @Test
    void is_seen_by_its_owner_and_administrators() {
        tokens.add(owner, token(null));

        assertThat(tokens.own(other)).isEmpty();
        assertThat(tokens.all(administrator)).extracting(ApiToken::login).contains(owner.login());
        assertRefused("refused.role", () -> tokens.all(owner));
        assertRefused("refused.role", () -> tokens.add(other, token(null)));
        tokens.add(administrator, token(null));
        assertThat(tokens.own(owner)).hasSize(2);
    }

    @Test
    void writes_the_day_of_use_once_a_day() {
        String token = tokens.add(owner, token(null));
        assertThat(tokens.own(owner).getFirst().lastUsedOn()).isNull();

        tokens.use(token, null, HERE);
        assertThat(tokens.own(owner).getFirst().lastUsedOn()).isEqualTo(TODAY);
        try (var statements = StatementCount.of(database.jdbi())) {
            tokens.use(token, null, HERE);
            assertThat(statements.statements()).noneMatch(sql -> sql.startsWith("UPDATE"));
        }
        clock.moveTo(TODAY.plusDays(1));
        tokens.use(token, null, HERE);
        assertThat(tokens.own(owner).getFirst().lastUsedOn()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void slows_down_a_token_that_fails_again_and_again() {
        String token = tokens.add(owner, token(null));
        tokens.revoke(owner, tokens.own(owner).getFirst().id());
        String good = tokens.add(owner, token(null));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertRefused("api.token.revoked", () -> tokens.use(token, null, HERE));
        }

        assertRefused("login.throttled", () -> tokens.use(token, null, HERE));
        assertThat(tokens.use(good, null, HERE).actor()).as("another machine behind the same address").isEqualTo(owner);
    }

    @Test
    void keeps_tokens_working_that_were_made_before_there_were_scopes() {
        String token = tokens.add(owner, token(null));
        database.jdbi().useHandle(handle -> handle.createUpdate("""
                        UPDATE api_token SET expires_on = NULL, scopes = 'reports:write photos:write'
                         WHERE id = :id""")
                .bind("id", tokens.own(owner).getFirst().id()).execute());

        clock.moveTo(TODAY.plusYears(5));
        assertThat(tokens.use(token, Scope.REPORTS_WRITE, HERE).actor()).isEqualTo(owner);
        assertThat(tokens.use(token, Scope.PHOTOS_WRITE, HERE).token().usable(TODAY)).isTrue();
    }

    @Test
    void closes_with_its_account() {
        String token = tokens.add(owner, token(null));
        database.jdbi().useHandle(handle -> handle.createUpdate("UPDATE account SET closed_at = :at WHERE id = :id")
                .bind("at", OffsetDateTime.now(clock)).bind("id", owner.accountId()).execute());

        assertRefused("api.token", () -> tokens.use(token, null, HERE));
    }

    @Test
    void refuses_names_scopes_and_days_that_will_not_do() {
        assertRefused("token.name.unusable", () -> tokens.add(owner, named(" ")));
        assertRefused("token.name.unusable", () -> tokens.add(owner, named("a\nb")));
        assertRefused("token.name.unusable", () -> tokens.add(owner, named("x".repeat(101))));
        assertRefused("token.scopes.missing",
                () -> tokens.add(owner, new NewToken(owner.login(), "n", Set.of(), null)));
        assertRefused("token.scope.unknown", () -> Scope.of("everything"));
        assertRefused("token.expiry.unusable", () -> tokens.add(owner, token(TODAY.minusDays(1))));
        assertRefused("token.expiry.unusable", () -> tokens.add(owner, token(TODAY.plusDays(61))));
        assertRefused("account.unknown",
                () -> tokens.add(administrator, new NewToken("nobody", "n", SCOPES, null)));
    }

    private NewToken token(@Nullable LocalDate expiresOn) {
        return new NewToken(owner.login(), "scale", SCOPES, expiresOn);
    }

    private NewToken named(String name) {
        return new NewToken(owner.login(), name, SCOPES, null);
    }

    private List<String> audited() {
        List<String> subjects = tokens.own(owner).stream().map(token -> "token:" + token.id()).toList();
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT action || ' ' || COALESCE(before_text, '') || ' ' || COALESCE(after_text, '')
                          FROM audit_entry WHERE subject IN (<subjects>) ORDER BY id""")
                .bindList("subjects", subjects).mapTo(String.class).list());
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
