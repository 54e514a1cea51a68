package city.renewal.subscription;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Residents who want to be told of a project or a door by e-mail. An address counts when its owner has followed the link
 * that was sent to it; nobody learns from an answer whether an address is known. Safe for use by many threads.
 */
public final class Subscriptions {

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final Projects projects;
    private final Vault vault;
    private final Keys keys;
    private final Asking asking;
    private final Ending ending;
    private final MailSettings settings;
    private final Messages messages;
    private final Clock clock;

    Subscriptions(Jdbi jdbi, Projects projects, Vault vault, Asking asking, Ending ending, MailSettings settings,
                  Messages messages, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.projects = projects;
        this.vault = vault;
        this.keys = new Keys(vault);
        this.asking = asking;
        this.ending = ending;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return whether mails can be sent here */
    public boolean offered() {
        return settings.configured();
    }

    /**
     * @param code      of a project, in whichever case
     * @param building  code of one of its buildings, or null
     * @param stairwell of the building, or null
     * @return empty when no such project is open to the public, or it has no such door
     */
    public Optional<Door> door(String code, @Nullable String building, @Nullable Integer stairwell) {
        Optional<Project> project = projects.find(code).filter(Project::openToPublic);
        if (building == null) {
            return project.map(found -> new Door(found, null, null));
        }
        return project.flatMap(found -> projects.places(found.id()).stream()
                .filter(place -> place.code().equalsIgnoreCase(building) && has(place, stairwell))
                .findFirst()
                .map(place -> new Door(found, place, stairwell)));
    }

    private static boolean has(Place place, @Nullable Integer stairwell) {
        return stairwell == null || place.kind().equals("building")
                && (place.stairwells() == 0 || stairwell <= place.stairwells());
    }

    /** Looks whether an address could be asked now. @throws Refusal as {@link #ask} */
    public void check(String typed) {
        asking.check();
        MailAddress.of(typed);
    }

    /**
     * Asks to be told. Sends a mail with a link that confirms it, or one that says that the address is told already;
     * nothing when that was done a moment ago.
     *
     * @param typed    an e-mail address as people type it
     * @param language of the mails
     * @throws Refusal when no mails are sent here, too many wait, or it is no address
     */
    public void ask(Door door, String typed, Locale language) {
        MailAddress address = MailAddress.of(typed);
        asking.ask(new Asking.Wanted(door.path(), door.project().id(),
                door.building() == null ? null : door.building().code(), door.stairwell(), null), address, language,
                door.name(messages, language), "/n/" + door.path());
    }

    /**
     * Whose link somebody follows.
     *
     * @param address masked
     * @param staff   whether it is about what waits for a member of staff
     * @param about   what else it is about, null where that is not public any more
     */
    public record Reader(String address, boolean staff, @Nullable Door about) {
    }

    /** @return what the link of a mail would confirm, or empty when it was used, is too old or none of ours */
    public Optional<Reader> confirming(String key) {
        return dao.byConfirmHash(Keys.hash(key))
                .filter(found -> found.confirmUntil() != null
                        && found.confirmUntil().isAfter(OffsetDateTime.now(clock)))
                .map(this::reader);
    }

    /** @return whether it was confirmed now; what was told before is not told again */
    public boolean confirm(String key) {
        return dao.confirm(Keys.hash(key), OffsetDateTime.now(clock)) > 0;
    }

    /** @return whom the link in a mail would let go, or empty when they left before or it is none of ours */
    public Optional<Reader> leaving(String key) {
        return keys.left(key).stream().boxed().findFirst().flatMap(dao::byId).map(this::reader);
    }

    /** Deletes the subscription with its address and mails; harmless when called again or with a key that is not ours. */
    public void leave(String key) {
        keys.left(key).ifPresent(id -> jdbi.useTransaction(handle -> dao.byId(id).ifPresent(found ->
                ending.end(List.of(found), End.LEFT))));
    }

    private Reader reader(StoredSubscription found) {
        return new Reader(MailAddress.open(found.addressSealed(), vault).masked(), found.accountId() != null,
                found.projectId() == null ? null : door(projects.get(found.projectId()).code(), found.building(),
                        found.stairwell()).orElse(null));
    }
}
