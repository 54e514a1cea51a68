package city.renewal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Refusal;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AccountsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.1";

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(LocalDate.of(2026, 3, 2));
    private final AuditTrail audit;
    private final Accounts accounts;

    AccountsTest(TestDatabase database) {
        this.database = database;
        audit = new AuditTrail(database.jdbi(), clock);
        accounts = new Accounts(database.jdbi(), audit, clock, true);
    }

    @Test
    void lets_in_who_knows_the_password_however_the_login_is_written() {
        Account added = add("li.wei", Role.ENGINEER);

        assertThat(accounts.signIn(" Li.Wei ", PASSWORD, HERE)).contains(added);
        assertThat(accounts.signIn("li.wei", "wrong", HERE)).isEmpty();
        assertThat(accounts.signIn("nobody", PASSWORD, HERE)).isEmpty();
    }

    @Test
    void keeps_no_password_readable() {
        add("secret", Role.ENGINEER);

        String stored = database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT password_hash FROM account WHERE login = 'secret'").mapTo(String.class).one());

        assertThat(stored).startsWith("$2").doesNotContain(PASSWORD);
    }

    @Test
    void slows_down_who_guesses_and_forgives_in_time() {
        add("guessed", Role.VIEWER);
        for (int attempt = 0; attempt < 5; attempt++) {
            accounts.signIn("guessed", "wrong", HERE);
        }

        assertThatThrownBy(() -> accounts.signIn("guessed", PASSWORD, HERE))
                .isInstanceOf(Refusal.class).hasMessageContaining("login.throttled");
        assertThat(accounts.signIn("guessed", PASSWORD, "192.0.2.2")).isPresent();

        clock.moveTo(LocalDate.of(2026, 3, 3));
        assertThat(accounts.signIn("guessed", PASSWORD, HERE)).isPresent();
    }

    @Test
    void changes_a_password() {
        add("forgetful", Role.PLANNER);

        accounts.setPassword(Actor.commandLine(), "forgetful", "another long one");

        assertThat(accounts.signIn("forgetful", PASSWORD, HERE)).isEmpty();
        assertThat(accounts.signIn("forgetful", "another long one", HERE)).isPresent();
    }

    @Test
    void refuses_logins_and_passwords_that_will_not_do() {
        add("taken", Role.VIEWER);

        assertRefused("account.login.taken", "Taken", PASSWORD);
        assertRefused("account.login.malformed", "two words", PASSWORD);
        assertRefused("account.password.length", "short", "short");
        assertRefused("account.password.length", "long", "x".repeat(73));
    }

    private void assertRefused(String key, String login, String password) {
        assertThatThrownBy(() -> accounts.add(Actor.commandLine(), login, login, Role.VIEWER, password))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void lets_administrators_alone_make_accounts() {
        Actor planner = add("not-admin", Role.PLANNER).actor();

        assertThatThrownBy(() -> accounts.add(planner, "friend", "Friend", Role.ADMINISTRATOR, PASSWORD))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
    }

    @Test
    void keeps_known_passwords_to_this_machine() {
        Account known = accounts.addForDemonstration(Actor.commandLine(), "demonstrator", "Demo", Role.VIEWER);
        String password = Accounts.demonstrationPassword("demonstrator");
        Accounts elsewhere = new Accounts(database.jdbi(), audit, clock, false);

        assertThat(accounts.signIn("demonstrator", password, HERE)).contains(known);
        assertThat(accounts.demonstration()).contains(known);
        assertThat(elsewhere.signIn("demonstrator", password, HERE)).isEmpty();
        assertThat(elsewhere.demonstration()).isEmpty();
    }

    @Test
    void writes_down_who_did_what() {
        add("audited", Role.VIEWER);

        List<String> entries = database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT actor || ' ' || action || ' ' || after_text
                          FROM audit_entry WHERE subject = 'account:audited'""")
                .mapTo(String.class).list());

        assertThat(entries).containsExactly("command-line account.add VIEWER");
    }

    private Account add(String login, Role role) {
        return accounts.add(Actor.commandLine(), login, "The " + login, role, PASSWORD);
    }
}
