package city.renewal.subscription;

import city.renewal.account.Actor;
import city.renewal.account.ApiToken;
import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The private address at which a person's calendar or feed reader finds what waits for them. It is a personal token that
 * allows nothing else: only its hash is kept, and it ends when its owner says so, or within {@code token.longest-days}.
 */
public final class QueueAddress {

    /** What every address begins with; then the token, and {@code .ics} or {@code .atom}. */
    public static final String ROOT = "/queue/";

    private static final Set<Scope> ALLOWED = Set.of(Scope.QUEUE_READ);

    private final Tokens tokens;
    private final StaffQueues queues;
    private final Messages messages;
    private final Clock clock;

    public QueueAddress(Tokens tokens, StaffQueues queues, Messages messages, Clock clock) {
        this.tokens = tokens;
        this.queues = queues;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return the person's address that works, without its secret */
    public Optional<ApiToken> standing(Actor actor) {
        return working(actor).stream().findFirst();
    }

    private List<ApiToken> working(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return tokens.own(actor).stream()
                .filter(token -> token.allowed().equals(ALLOWED) && token.usable(today)).toList();
    }

    /**
     * Makes a new address; the one before works no more.
     *
     * @return the address without its ending, from the root of the server; it cannot be read again
     * @throws Refusal when the person has too many tokens
     */
    public String make(Actor actor, Locale language) {
        List<ApiToken> before = working(actor);
        String secret = tokens.add(actor, new NewToken(actor.login(),
                messages.text(language, "queue-address.name"), ALLOWED, tokens.lastEnd()));
        before.forEach(token -> tokens.revoke(actor, token.id()));
        return ROOT + secret;
    }

    /** Ends the person's address at once; harmless when there is none. */
    public void stop(Actor actor) {
        working(actor).forEach(token -> tokens.revoke(actor, token.id()));
    }

    /**
     * What waits for somebody.
     *
     * @param since the beginning of the day of which it speaks
     */
    public record Waiting(Actor actor, OffsetDateTime since, List<StaffQueues.Line> lines) {
    }

    /**
     * @param secret the token of an address
     * @param from   the remote address
     * @throws Refusal as {@link Tokens#use}
     */
    public Waiting waiting(String secret, Locale language, String from) {
        Actor actor = tokens.use(secret, Scope.QUEUE_READ, from).actor();
        return new Waiting(actor, LocalDate.now(clock).atTime(LocalTime.MIN).atZone(clock.getZone()).toOffsetDateTime(),
                queues.begin().of(actor, language));
    }
}
