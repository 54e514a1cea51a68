package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import city.renewal.base.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What owners are asked, from the draft to the count. Opening and closing are steps of the record. Votes are counted
 * live for those who handle them and for officers; everybody reads the count once an item is closed.
 */
public final class Consents {

    private static final Logger LOG = LoggerFactory.getLogger(Consents.class);

    /** Days that a vote may last. */
    public static final int LONGEST_DAYS = 366;
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 5_000;
    public static final int LONGEST_COST = 500;
    public static final int LONGEST_BASIS = 300;

    private final Jdbi jdbi;
    private final ConsentItemDao dao;
    private final TallyDao tally;
    private final Counting counting;
    private final HouseholdRegister register;
    private final ConsentChain chain;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    Consents(Jdbi jdbi, HouseholdRegister register, ConsentChain chain, AuditTrail audit, ChangeFeed feed,
             Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(ConsentItemDao.class);
        this.tally = jdbi.onDemand(TallyDao.class);
        this.counting = new Counting(tally);
        this.register = register;
        this.chain = chain;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Adds a draft, which can be removed until it is opened. One that names no building asks all that the register has
     * when it is opened.
     *
     * @return its id
     * @throws Refusal when the actor may not, a text is missing or too long, a threshold is weaker than the law's, or
     *                 a building has no household in the register
     */
    public long add(Actor actor, long projectId, NewItem item) {
        actor.require(HouseholdRegister.HANDLERS);
        check(item);
        if (!registered(projectId).containsAll(item.placeIds())) {
            throw new Refusal("consent.building.unregistered");
        }
        Threshold participation = item.participation() == null ? ItemKind.PARTICIPATION : item.participation();
        Threshold approval = item.approval() == null ? item.kind().approval() : item.approval();
        if (!participation.noWeakerThan(ItemKind.PARTICIPATION) || !approval.noWeakerThan(item.kind().approval())) {
            throw new Refusal("consent.threshold.weak");
        }
        return jdbi.inTransaction(handle -> {
            long id = dao.add(projectId, item, participation.toString(), approval.toString());
            dao.addScope(id, item.placeIds());
            audit.record(actor, "consent.add", subject(id), null, item.title());
            return id;
        });
    }

    /** @throws Refusal when the register is empty */
    private Set<Long> registered(long projectId) {
        List<RegisterSummary> buildings = register.summary(projectId);
        if (buildings.isEmpty()) {
            throw new Refusal("consent.register.missing");
        }
        return buildings.stream().map(RegisterSummary::placeId).collect(Collectors.toSet());
    }

    private static void check(NewItem item) {
        text(item.title(), LONGEST_TITLE);
        text(item.explanation(), LONGEST_TEXT);
        text(item.costShare(), LONGEST_COST);
        text(item.legalBasis(), LONGEST_BASIS);
        if (item.titleEn() != null) {
            text(item.titleEn(), LONGEST_TITLE);
        }
        if (item.explanationEn() != null) {
            text(item.explanationEn(), LONGEST_TEXT);
        }
    }

    private static void text(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal("consent.text.unusable", longest);
        }
    }

    /** @throws Refusal when the actor may not, or it is no draft any more */
    public void removeDraft(Actor actor, long itemId) {
        actor.require(HouseholdRegister.HANDLERS);
        jdbi.useTransaction(handle -> {
            chain.lock(get(itemId).projectId());
            ConsentItem item = get(itemId);
            dao.removeScope(itemId);
            if (dao.removeDraft(itemId) == 0) {
                throw new Refusal("consent.draft.not");
            }
            audit.record(actor, "consent.remove", subject(itemId), item.title(), null);
        });
    }

    /**
     * Opens a draft for votes, from now to the end of a day.
     *
     * @throws Refusal when the actor may not, it is no draft, the day is past or more than {@link #LONGEST_DAYS} off, or
     *                 the register lacks a building that it asks; it stays a draft then
     */
    public void open(Actor actor, long itemId, LocalDate closesOn) {
        actor.require(HouseholdRegister.HANDLERS);
        LocalDate today = LocalDate.now(clock);
        if (closesOn.isBefore(today) || closesOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refusal("consent.day.unusable", LONGEST_DAYS);
        }
        ConsentItem opened = jdbi.inTransaction(handle -> {
            chain.lock(get(itemId).projectId());
            if (dao.open(itemId, now(), closesOn) == 0) {
                throw new Refusal("consent.draft.not");
            }
            ConsentItem item = get(itemId);
            settleScope(item);
            Count count = counting.of(item.projectId(), List.of()).get(itemId);
            Map<String, Object> facts = new TreeMap<>();
            facts.put("title", item.title());
            facts.put("text", fingerprint(item));
            facts.put("participation", item.participationShare());
            facts.put("approval", item.approvalShare());
            facts.put("closesOn", closesOn.toString());
            facts.put("buildings", buildings(item.projectId()).get(itemId).stream().map(ConsentItemDao.Scope::code)
                    .toList());
            facts.put("owners", count.owners());
            facts.put("households", count.households());
            facts.put("area", Counting.plain(count.area()));
            chain.append(item.projectId(), itemId, EntryKind.OPENED, facts);
            audit.record(actor, "consent.open", subject(itemId), null, item.title() + " until " + closesOn);
            return item;
        });
        feed.publish(new ProjectChange(opened.projectId(), actor.name(), Set.of()));
    }

    /** The register may have been replaced since the draft was written; from now on no household leaves it. */
    private void settleScope(ConsentItem item) {
        Set<Long> registered = registered(item.projectId());
        Set<Long> asked = dao.scopes(item.projectId()).stream().filter(scope -> scope.itemId() == item.id())
                .map(ConsentItemDao.Scope::placeId).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            dao.addScope(item.id(), registered);
        } else if (!registered.containsAll(asked)) {
            throw new Refusal("consent.open.unregistered");
        }
    }

    /** @return a hash over everything that voters read of an item */
    static String fingerprint(ConsentItem item) {
        return Sha256.hex(Stream.of(item.kind().name(), item.title(), item.titleEn(), item.explanation(),
                        item.explanationEn(), item.costShare(), item.legalBasis(), item.participationShare(),
                        item.approvalShare(), item.picture())
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\u001f")));
    }

    /**
     * Counts and closes. Only after its last day, or before when nobody is left who could vote: whoever sees the count
     * must not choose the moment.
     *
     * @throws Refusal when the actor may not, it is not open, or it is too early
     */
    public void close(Actor actor, long itemId) {
        actor.require(HouseholdRegister.HANDLERS);
        ConsentItem item = get(itemId);
        finish(actor, item);
        feed.publish(new ProjectChange(item.projectId(), actor.name(), Set.of()));
    }

    /**
     * Closes what has had its last day. Called at every start and midnight. One that cannot be closed stays open, is
     * logged, and keeps no other open.
     *
     * @return how many were closed
     */
    public int closeDue() {
        int closed = 0;
        for (ConsentItem item : dao.due(LocalDate.now(clock))) {
            try {
                close(Actor.commandLine(), item.id());
                closed++;
            } catch (RuntimeException failed) {
                LOG.error("Item {} of project {} could not be closed; the next start or midnight tries again", item.id(),
                        item.projectId(), failed);
            }
        }
        return closed;
    }

    private void finish(Actor actor, ConsentItem item) {
        jdbi.useTransaction(handle -> {
            chain.lock(item.projectId());
            ConsentItem now = get(item.id());
            if (now.state() != ItemState.OPEN) {
                throw new Refusal("consent.open.not");
            }
            Count count = counting.of(item.projectId(), tally.voted(item.id())).get(item.id());
            if (now.takesVotesOn(LocalDate.now(clock)) && count.votedHouseholds() < count.households()) {
                throw new Refusal("consent.close.early", String.valueOf(now.closesOn()));
            }
            boolean passed = count.judge(now).passes();
            dao.addResult(count);
            dao.close(item.id(), now(), passed);
            tally.remove(item.id());
            Map<String, Object> facts = Counting.facts(count);
            facts.put("passed", passed);
            chain.append(item.projectId(), item.id(), EntryKind.CLOSED, facts);
            audit.record(actor, "consent.close", subject(item.id()), null, passed ? "passed" : "dropped");
        });
    }

    /** @throws Refusal when there is no such item */
    public ConsentItem get(long itemId) {
        return dao.byId(itemId).orElseThrow(() -> new Refusal("consent.unknown"));
    }

    /**
     * @return all items, drafts too, in the order in which they were written
     * @throws Refusal when the actor may neither handle nor oversee votes
     */
    public List<ConsentItem> all(Actor actor, long projectId) {
        requireOversight(actor);
        return dao.ofProject(projectId);
    }

    /** @return what everybody may read: items that are or were open, in the order in which they were written */
    public List<ConsentItem> published(long projectId) {
        return dao.ofProject(projectId).stream().filter(item -> item.state() != ItemState.DRAFT).toList();
    }

    /**
     * @return how every item that is open stands and every closed one ended, by item
     * @throws Refusal when the actor may neither handle nor oversee votes
     */
    public Map<Long, Count> counts(Actor actor, long projectId) {
        requireOversight(actor);
        Map<Long, Count> counts = new HashMap<>(counting.of(projectId, tally.kept(projectId)));
        counts.putAll(results(projectId));
        return counts;
    }

    private static void requireOversight(Actor actor) {
        if (!actor.is(Role.OFFICER, Role.VIEWER)) {
            actor.require(HouseholdRegister.HANDLERS);
        }
    }

    /** @return how the closed items ended, by item; for everybody */
    public Map<Long, Count> results(long projectId) {
        return dao.results(projectId).stream().collect(Collectors.toMap(Count::itemId, count -> count));
    }

    private Map<Long, List<ConsentItemDao.Scope>> buildings(long projectId) {
        return dao.scopes(projectId).stream().collect(Collectors.groupingBy(ConsentItemDao.Scope::itemId));
    }

    /** @return names of the buildings that each item asks, by item; a draft for all of the register has none yet */
    public Map<Long, List<Words>> asked(long projectId) {
        return dao.scopes(projectId).stream().collect(Collectors.groupingBy(ConsentItemDao.Scope::itemId,
                Collectors.mapping(scope -> new Words(scope.name(), scope.nameEn()), Collectors.toList())));
    }

    /** What was dropped in one building, with the vote that dropped it. */
    public record Dropped(Words building, ConsentItem item, Count count) {
    }

    /** @return the ledger of what was not adopted, by building and in the order of the votes; for everybody */
    public List<Dropped> dropped(long projectId) {
        Map<Long, ConsentItem> items = dao.ofProject(projectId).stream()
                .filter(item -> Boolean.FALSE.equals(item.passed()))
                .collect(Collectors.toMap(ConsentItem::id, item -> item));
        Map<Long, Count> results = results(projectId);
        return dao.scopes(projectId).stream()
                .filter(scope -> items.containsKey(scope.itemId()))
                .sorted(Comparator.comparing(ConsentItemDao.Scope::code).thenComparing(ConsentItemDao.Scope::itemId))
                .map(scope -> new Dropped(new Words(scope.name(), scope.nameEn()), items.get(scope.itemId()),
                        results.get(scope.itemId())))
                .toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String subject(long itemId) {
        return "consent:" + itemId;
    }
}
