package city.renewal.account;

import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Personal tokens, by which programs act in a person's name. Only their SHA-256 is kept, which is enough for 256
 * random bits; a token is shown once, when it is made.
 */
public final class Tokens {

    /** Characters that a token's name may have. */
    public static final int LONGEST_NAME = 100;
    /** Usable tokens that one account may have at a time. */
    public static final int MOST_TOKENS = 50;

    private static final String MARK = "rc_";
    /** Characters by which wrong tokens are told apart when they are slowed down: the mark and 48 random bits. */
    private static final int BEGINNING = MARK.length() + 8;

    private final Jdbi jdbi;
    private final TokenDao dao;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final TokenLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final SignInThrottle throttle;

    public Tokens(Jdbi jdbi, Accounts accounts, AuditTrail audit, TokenLimits limits, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(TokenDao.class);
        this.accounts = accounts;
        this.audit = audit;
        this.limits = limits;
        this.clock = clock;
        this.throttle = new SignInThrottle(clock);
    }

    /**
     * Makes a token for oneself, or as an administrator for anybody.
     *
     * @return the token itself; it cannot be read again
     * @throws Refusal when it is for somebody else, there is no such account, or name, scopes or day will not do
     */
    public String add(Actor actor, NewToken token) {
        LocalDate expiresOn = token.expiresOn() == null ? usualEnd() : token.expiresOn();
        check(token, expiresOn);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String shown = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbi.useTransaction(handle -> {
            Account account = accounts.find(token.login());
            requireOwner(actor, account.login());
            if (dao.of(account.login()).stream().filter(each -> each.usable(today())).count() >= MOST_TOKENS) {
                throw new Refusal("token.many", MOST_TOKENS);
            }
            String scopes = Scope.stored(token.scopes());
            long id = dao.add(account.id(), token.name().strip(), Sha256.hex(shown), scopes, OffsetDateTime.now(clock),
                    expiresOn);
            audit.record(actor, "token.add", subject(id), null,
                    account.login() + " '" + token.name().strip() + "' " + scopes + " until " + expiresOn);
        });
        return shown;
    }

    private void check(NewToken token, LocalDate expiresOn) {
        if (token.name().isBlank() || token.name().strip().length() > LONGEST_NAME
                || token.name().chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("token.name.unusable", LONGEST_NAME);
        }
        if (token.scopes().isEmpty()) {
            throw new Refusal("token.scopes.missing");
        }
        if (expiresOn.isBefore(today()) || expiresOn.isAfter(lastEnd())) {
            throw new Refusal("token.expiry.unusable", expiresOn.toString(), lastEnd().toString());
        }
    }

    /** @return the last day of a token made today whose maker says nothing else */
    public LocalDate usualEnd() {
        return today().plusDays(limits.days());
    }

    /** @return the latest day on which a token made today may end */
    public LocalDate lastEnd() {
        return today().plusDays(limits.longestDays());
    }

    /** @return the actor's own tokens, the newest first */
    public List<ApiToken> own(Actor actor) {
        return dao.of(actor.login());
    }

    /**
     * @return everybody's tokens by login, the newest first
     * @throws Refusal when the actor is no administrator
     */
    public List<ApiToken> all(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return dao.all();
    }

    /**
     * Ends a token at once and for good. Does nothing where it has ended by revocation before.
     *
     * @throws Refusal when there is no such token among those that the actor may revoke: the own ones, and for an
     *                 administrator everybody's
     */
    public void revoke(Actor actor, long tokenId) {
        jdbi.useTransaction(handle -> {
            ApiToken token = dao.byId(tokenId).filter(found -> mayHandle(actor, found.login()))
                    .orElseThrow(() -> new Refusal("token.unknown", String.valueOf(tokenId)));
            if (dao.revoke(tokenId, OffsetDateTime.now(clock)) > 0) {
                audit.record(actor, "token.revoke", subject(tokenId),
                        token.login() + " '" + token.name() + "' " + token.scopes(), null);
            }
        });
    }

    /**
     * Lets in who presents a token. Failures slow down this token from there as they do a login, those by scope too;
     * one that is allowed forgives them. The day of use is written when it is not the day known already.
     *
     * @param needed what it is presented for, null for what every token may
     * @param from   the remote address
     * @throws Refusal {@code api.token} for one that was never made or whose account may not enter,
     *                 {@code api.token.revoked}, {@code api.token.expired}, {@code api.token.scope}, or
     *                 {@code login.throttled} with the seconds to wait
     */
    public TokenUse use(String secret, @Nullable Scope needed, String from) {
        String beginning = secret.substring(0, Math.min(BEGINNING, secret.length()));
        throttle.check(beginning, from);
        try {
            TokenUse use = find(secret, needed);
            throttle.succeeded(beginning, from);
            if (!today().equals(use.token().lastUsedOn())) {
                dao.setLastUsed(use.token().id(), today());
            }
            return use;
        } catch (Refusal refused) {
            throttle.failed(beginning, from);
            throw refused;
        }
    }

    private TokenUse find(String secret, @Nullable Scope needed) {
        ApiToken token = dao.bySecret(Sha256.hex(secret)).orElseThrow(() -> new Refusal("api.token"));
        if (token.revokedAt() != null) {
            throw new Refusal("api.token.revoked");
        }
        if (token.expiresOn() != null && token.expired(today())) {
            throw new Refusal("api.token.expired", token.expiresOn().toString());
        }
        Actor actor = accounts.entering(token.login()).orElseThrow(() -> new Refusal("api.token")).actor();
        if (needed != null && !token.allowed().contains(needed)) {
            audit.record(actor, "token.refuse", subject(token.id()), token.scopes(), needed.id());
            throw new Refusal("api.token.scope", needed.id());
        }
        return new TokenUse(actor, token);
    }

    private static void requireOwner(Actor actor, String login) {
        if (!mayHandle(actor, login)) {
            throw new Refusal("refused.role");
        }
    }

    private static boolean mayHandle(Actor actor, String login) {
        return actor.is(Role.ADMINISTRATOR) || actor.login().equals(login);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String subject(long id) {
        return "token:" + id;
    }
}
