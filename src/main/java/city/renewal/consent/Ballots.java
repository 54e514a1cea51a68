package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Votes: one per household and item, never changed, until the end of the item's last day. Who voted online cannot vote
 * on paper, and the other way round. Nobody is told what a household voted, not even by a page of this program; only
 * the household gets a receipt, once.
 */
public final class Ballots {

    private static final Comparator<Paper> WAITING_FIRST = Comparator.comparing(Paper::closed)
            .thenComparing(paper -> paper.closed() ? -paper.item().id() : 0)
            .thenComparing(paper -> paper.votedAt() != null);

    private final Jdbi jdbi;
    private final BallotDao dao;
    private final TallyDao tally;
    private final ConsentItemDao items;
    private final HouseholdDao households;
    private final HouseholdCodes codes;
    private final ConsentChain chain;
    private final ConsentFiles files;
    private final Vault vault;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    Ballots(Jdbi jdbi, HouseholdCodes codes, ConsentChain chain, ConsentFiles files, Vault vault, AuditTrail audit,
            ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(BallotDao.class);
        this.tally = jdbi.onDemand(TallyDao.class);
        this.items = jdbi.onDemand(ConsentItemDao.class);
        this.households = jdbi.onDemand(HouseholdDao.class);
        this.codes = codes;
        this.chain = chain;
        this.files = files;
        this.vault = vault;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * An item as its household finds it.
     *
     * @param votedAt when it voted, null while it can
     * @param tag     what the public record calls its ballot, null while it can vote
     */
    public record Paper(ConsentItem item, @Nullable OffsetDateTime votedAt, @Nullable String tag) {

        private boolean closed() {
            return item.state() == ItemState.CLOSED;
        }
    }

    /**
     * @return the items that ask this household: those on which it can vote today, then those on which it voted, then
     *         closed ones, the newest first
     */
    public List<Paper> papers(HouseholdCodes.Holder holder) {
        Household household = holder.household();
        Map<Long, BallotDao.Stored> voted = dao.ofHousehold(household.id()).stream()
                .collect(Collectors.toMap(BallotDao.Stored::itemId, ballot -> ballot));
        Set<Long> asked = items.scopes(household.projectId()).stream()
                .filter(scope -> scope.placeId() == household.placeId())
                .map(ConsentItemDao.Scope::itemId)
                .collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        return items.ofProject(household.projectId()).stream()
                .filter(item -> asked.contains(item.id()))
                .filter(item -> item.takesVotesOn(today) || item.state() == ItemState.CLOSED
                        || voted.containsKey(item.id()))
                .map(item -> {
                    BallotDao.Stored ballot = voted.get(item.id());
                    return ballot == null ? new Paper(item, null, null)
                            : new Paper(item, ballot.castAt(), ballot.tag());
                })
                .sorted(WAITING_FIRST)
                .toList();
    }

    /**
     * Casts a vote online.
     *
     * @throws Refusal {@code vote.closed} after the last day, {@code vote.foreign} when the item does not ask this
     *                 household, {@code vote.used.online} or {@code vote.used.paper} when it has voted,
     *                 {@code code.voided} when a newer letter was printed since; nothing is stored then
     */
    public Receipt cast(HouseholdCodes.Holder holder, long itemId, Choice choice) {
        return store(itemId, holder.household(), "household", () -> {
            codes.requireStanding(holder);
            return new BallotDao.Stored(itemId, holder.household().id(), choice, Channel.ONLINE, null, null, now(),
                    vault.hash(itemId + "|code|" + holder.codeId(), "ballot"));
        });
    }

    /**
     * Enters a vote that a household cast on paper.
     *
     * @param scan hash that {@link #receiveScan} gave
     * @throws Refusal as {@link #cast}; when the actor may not, or the scan is not there
     */
    public Receipt castOnPaper(Actor actor, long householdId, long itemId, Choice choice, String scan) {
        actor.require(HouseholdRegister.HANDLERS);
        if (!files.has(scan)) {
            throw new Refusal("vote.scan.missing");
        }
        Household household = households.byId(householdId).orElseThrow(() -> new Refusal("register.door.unknown"));
        return store(itemId, household, actor.name(), () -> {
            audit.record(actor, "vote.paper", "consent:" + itemId, null, "scan " + scan);
            return new BallotDao.Stored(itemId, householdId, choice, Channel.PAPER, scan, actor.accountId(), now(),
                    vault.hash(itemId + "|paper|" + householdId, "ballot"));
        });
    }

    private Receipt store(long itemId, Household household, String by, Supplier<BallotDao.Stored> made) {
        Receipt receipt = jdbi.inTransaction(handle -> {
            chain.lock(household.projectId());
            ConsentItem item = items.byId(itemId).filter(found -> found.projectId() == household.projectId())
                    .filter(found -> items.asks(itemId, household.placeId()))
                    .orElseThrow(() -> new Refusal("vote.foreign"));
            dao.ofHousehold(household.id()).stream().filter(ballot -> ballot.itemId() == itemId).findFirst()
                    .ifPresent(ballot -> {
                        throw new Refusal(ballot.channel() == Channel.ONLINE ? "vote.used.online" : "vote.used.paper");
                    });
            if (!item.takesVotesOn(LocalDate.now(clock))) {
                throw new Refusal("vote.closed", String.valueOf(item.closesOn()));
            }
            BallotDao.Stored ballot = made.get();
            dao.add(ballot);
            tally.raise(itemId, ballot.choice(), household.id());
            ChainEntry entry = chain.append(item.projectId(), itemId, EntryKind.BALLOT, facts(vault, ballot));
            return new Receipt(itemId, ballot.choice(), ballot.tag(), entry.number(), entry.hash());
        });
        feed.publish(new ProjectChange(household.projectId(), by, Set.of()));
        return receipt;
    }

    /**
     * What the record says of a ballot. Household, channel, scan, worker and time are in the seal alone: a keyed hash
     * that {@code check} can make again and nobody else can guess.
     */
    static Map<String, Object> facts(Vault vault, BallotDao.Stored ballot) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("ballot", ballot.tag());
        facts.put("choice", ballot.choice().name().toLowerCase(Locale.ROOT));
        facts.put("seal", vault.hash(Stream.of(ballot.itemId(), ballot.householdId(), ballot.choice(),
                        ballot.channel(), ballot.scan(), ballot.enteredBy(), ballot.castAt().toInstant().toEpochMilli())
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("|")), "ballot seal"));
        return facts;
    }

    /**
     * Keeps the scan of a paper vote, sealed: JPEG, PNG or PDF.
     *
     * @return its hash
     * @throws Refusal when the actor may not, or it is too large or none of these; nothing is kept then
     */
    public String receiveScan(Actor actor, InputStream content) {
        actor.require(HouseholdRegister.HANDLERS);
        return files.keepScan(content);
    }

    /**
     * Opens the scan of a vote on paper, to compare it with what was entered. Each opening is in the audit trail.
     *
     * @throws Refusal when the actor may not, the household did not vote on the item on paper, or the scan is damaged
     */
    public VoteScan openScan(Actor actor, long householdId, long itemId) {
        actor.require(HouseholdRegister.HANDLERS);
        String scan = dao.ofHousehold(householdId).stream().filter(ballot -> ballot.itemId() == itemId)
                .map(BallotDao.Stored::scan).filter(Objects::nonNull).findFirst()
                .orElseThrow(() -> new Refusal("vote.scan.none"));
        VoteScan opened = new VoteScan(files.scan(scan).orElseThrow(() -> new Refusal("vote.scan.damaged")));
        audit.record(actor, "vote.scan.open", "consent:" + itemId, null, "scan " + scan);
        return opened;
    }

    /**
     * Keeps a picture for an item, without what its camera wrote: JPEG or PNG, made small enough for a telephone.
     *
     * @return its hash
     * @throws Refusal when the actor may not, or it is too large or no picture; nothing is kept then
     */
    public String receivePicture(Actor actor, InputStream content) {
        actor.require(HouseholdRegister.HANDLERS);
        return files.keepPicture(content);
    }

    /** @return the picture of an item that everybody may see */
    public Optional<byte[]> picture(String sha256) {
        return files.picture(sha256);
    }

    /** To the millisecond, which both databases keep. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
