package city.renewal.account;

/** A request that a token let in: who acts, and by which token. */
public record TokenUse(Actor actor, ApiToken token) {
}
