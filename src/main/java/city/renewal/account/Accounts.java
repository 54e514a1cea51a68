package city.renewal.account;

import city.renewal.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts and their passwords, which are kept as bcrypt. */
public final class Accounts {

    /** Characters a new password needs at least. */
    public static final int SHORTEST_PASSWORD = 10;
    /** Bytes of a password that bcrypt looks at; a longer one is refused rather than cut. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{1,64}");

    private final Jdbi jdbi;
    private final AccountDao dao;
    private final AuditTrail audit;
    private final Clock clock;
    private final boolean localOnly;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final SignInThrottle throttle;

    /** @param localOnly whether the server can be reached from this machine only, so that known passwords do no harm */
    public Accounts(Jdbi jdbi, AuditTrail audit, Clock clock, boolean localOnly) {
        this.localOnly = localOnly;
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(AccountDao.class);
        this.audit = audit;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
    }

    /**
     * Makes an account.
     *
     * @throws Refusal when the actor is no administrator, the login is taken or malformed, or the password is shorter
     *                 than {@link #SHORTEST_PASSWORD} characters or longer than 72 bytes
     */
    public Account add(Actor actor, String login, String name, Role role, String password) {
        return add(actor, login, name, role, password, false);
    }

    /** Makes an account of the demonstration; its password is {@link #demonstrationPassword}, known to everybody. */
    public Account addForDemonstration(Actor actor, String login, String name, Role role) {
        return add(actor, login, name, role, demonstrationPassword(login), true);
    }

    /** @return the password that the demonstration's sign-in page shows for the login */
    public static String demonstrationPassword(String login) {
        return login + "-2026";
    }

    private Account add(Actor actor, String login, String name, Role role, String password, boolean demonstration) {
        actor.require(Role.ADMINISTRATOR);
        String folded = fold(login);
        if (!LOGIN.matcher(folded).matches()) {
            throw new Refusal("account.login.malformed", login);
        }
        String hash = hash(password);
        return jdbi.inTransaction(handle -> {
            if (dao.byLogin(folded).isPresent()) {
                throw new Refusal("account.login.taken", folded);
            }
            dao.add(folded, name.isBlank() ? folded : name.strip(), role, hash, demonstration,
                    OffsetDateTime.now(clock));
            audit.record(actor, "account.add", "account:" + folded, null, role.name());
            return dao.byLogin(folded).orElseThrow();
        });
    }

    /** @throws Refusal when the actor is no administrator, there is no such account, or the password will not do */
    public void setPassword(Actor actor, String login, String password) {
        actor.require(Role.ADMINISTRATOR);
        String hash = hash(password);
        jdbi.useTransaction(handle -> {
            Account account = find(login);
            dao.setPasswordHash(account.id(), hash);
            audit.record(actor, "account.password", "account:" + account.login(), null, null);
        });
    }

    /** @return the account of the login, unless it is closed or may not be used from elsewhere */
    Optional<Account> entering(String login) {
        return dao.byLogin(fold(login)).filter(this::mayEnter);
    }

    private boolean mayEnter(Account account) {
        return account.closedAt() == null && (localOnly || !account.demonstration());
    }

    /** @return the demonstration's accounts that may be used here; none where others could reach the server */
    public List<Account> demonstration() {
        return dao.all().stream().filter(account -> account.demonstration() && mayEnter(account)).toList();
    }

    /**
     * Checks a password. Takes as long for an unknown login as for a known one.
     *
     * @param from where the attempt comes from, such as the remote address; failures slow down this login from there
     * @return the account, or empty when login or password are wrong
     * @throws Refusal when there were too many failures lately
     */
    public Optional<Account> signIn(String login, String password, String from) {
        String folded = fold(login);
        throttle.check(folded, from);
        Optional<Account> account = entering(folded);
        if (!matches(password, account)) {
            throttle.failed(folded, from);
            return Optional.empty();
        }
        throttle.succeeded(folded, from);
        return account;
    }

    private boolean matches(String password, Optional<Account> account) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            return false;
        }
        if (account.isEmpty()) {
            // Hashing takes as long as comparing, so that the time does not tell which logins exist.
            encoder.encode(password);
            return false;
        }
        return encoder.matches(password, dao.passwordHash(account.get().id()));
    }

    public List<Account> all() {
        return dao.all();
    }

    /** @throws Refusal when there is no such account */
    Account find(String login) {
        return dao.byLogin(fold(login)).orElseThrow(() -> new Refusal("account.unknown", login));
    }

    private String hash(String password) {
        if (password.length() < SHORTEST_PASSWORD
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new Refusal("account.password.length", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        return encoder.encode(password);
    }

    private static String fold(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
