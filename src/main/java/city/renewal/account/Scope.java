package city.renewal.account;

import city.renewal.base.Refusal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a personal token may be used for. A scope opens no more than the account's role does; the services behind the
 * interface check that again.
 */
public enum Scope {
    REPORTS_WRITE("reports:write"),
    SHEETS_WRITE("sheets:write"),
    PHOTOS_WRITE("photos:write"),
    FINDINGS_WRITE("findings:write"),
    FINDINGS_READ("findings:read"),
    /** Reading what the account itself sent and what became of it. */
    OWN_READ("own:read"),
    /** Reading what waits for the account, by an address that a calendar or feed reader keeps. */
    QUEUE_READ("queue:read");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** @return how programs, the command line and the database call it */
    public String id() {
        return id;
    }

    /** @throws Refusal when there is no scope of that name */
    public static Scope of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst().orElseThrow(() ->
                new Refusal("token.scope.unknown", id, text(Arrays.asList(values()), ", ")));
    }

    static String stored(Set<Scope> scopes) {
        return text(EnumSet.copyOf(scopes), " ");
    }

    /** Leaves out what this program does not know, such as a scope of a newer one. */
    static Set<Scope> read(String stored) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String each : stored.split(" ")) {
            Arrays.stream(values()).filter(scope -> scope.id.equals(each)).forEach(scopes::add);
        }
        return scopes;
    }

    private static String text(Collection<Scope> scopes, String between) {
        return scopes.stream().map(Scope::id).collect(Collectors.joining(between));
    }
}
