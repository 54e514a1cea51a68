package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The households of a project: building, stairwell, door, floor area and, where wanted, the owner's name and number.
 * Door and name are sealed by the {@link Vault}; a keyed hash of the door finds it again. Of an owner's number, by which
 * flats of one owner are known, only a keyed hash is kept. A register is brought in whole or not
 * at all. Once an item has been opened it is only corrected: dated, with a reason, and no household leaves it.
 */
public final class HouseholdRegister {

    /** Who handles the register, items, letters and paper votes. */
    static final Role[] HANDLERS = {Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR};

    /** Characters of the reason of a correction. */
    public static final int LONGEST_REASON = 300;

    /** Kind of the places that households are in. */
    private static final String BUILDING = "building";

    static final String DOOR = "household.door";
    static final String OWNER = "household.owner";
    private static final String OWNER_NUMBER = "household.owner-number";

    private final Jdbi jdbi;
    private final HouseholdDao dao;
    private final CodeDao codes;
    private final TallyDao tally;
    private final ConsentItemDao items;
    private final ConsentChain chain;
    private final Vault vault;
    private final Projects projects;
    private final Messages messages;
    private final AuditTrail audit;
    private final Clock clock;

    HouseholdRegister(Jdbi jdbi, ConsentChain chain, Vault vault, Projects projects, Messages messages,
                      AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(HouseholdDao.class);
        this.codes = jdbi.onDemand(CodeDao.class);
        this.tally = jdbi.onDemand(TallyDao.class);
        this.items = jdbi.onDemand(ConsentItemDao.class);
        this.chain = chain;
        this.vault = vault;
        this.projects = projects;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether the actor may handle registers, items, letters and paper votes */
    public static boolean mayHandle(Actor actor) {
        return actor.is(HANDLERS);
    }

    /**
     * Reads a file and stores nothing.
     *
     * @throws Refusal when the actor may not, or it is no register at all
     */
    public RegisterReport read(Actor actor, long projectId, byte[] content) {
        actor.require(HANDLERS);
        return new RegisterFile(messages, projects.places(projectId).stream()
                .filter(place -> place.kind().equals(BUILDING)).toList(), stairwells(projectId)).read(content);
    }

    /** @return whether the register can still be brought in anew; from then on it is corrected */
    public boolean open(long projectId) {
        return items.countOpened(projectId) == 0;
    }

    /**
     * Says what {@link #bringIn} or, once an item has been opened, {@link #correct} would do. Stores nothing.
     *
     * @throws Refusal when the actor may not, a line is wrong, or the file lacks a household that is {@link #keep kept}
     */
    public RegisterChange preview(Actor actor, long projectId, RegisterReport report) {
        requireRight(actor, report);
        Difference difference = difference(projectId, report);
        if (!open(projectId)) {
            return new RegisterChange(difference.added().size(), difference.changed().size(), Map.of(), 0);
        }
        difference.requireNoneKept();
        Set<Long> leaving = Set.copyOf(difference.leaving());
        return new RegisterChange(difference.added().size(), difference.changed().size(),
                difference.gone().stream().collect(Collectors.groupingBy(HouseholdDao.Stored::placeId,
                        Collectors.summingInt(each -> 1))),
                (int) codes.ofProject(projectId).stream()
                        .filter(code -> code.voidedAt() == null && leaving.contains(code.householdId())).count());
    }

    /**
     * Makes the register what the file says. Households that stay keep their codes; those that the file lacks go with
     * theirs, which the record says.
     *
     * @throws Refusal when the actor may not, a line is wrong, an item has been opened, or the file lacks a household
     *                 that is {@link #keep kept}; nothing is stored then
     */
    public void bringIn(Actor actor, long projectId, RegisterReport report) {
        requireRight(actor, report);
        jdbi.useTransaction(handle -> {
            chain.lock(projectId);
            if (!open(projectId)) {
                throw new Refusal("register.voting");
            }
            Difference difference = difference(projectId, report);
            difference.requireNoneKept();
            List<Long> leaving = difference.leaving();
            int voided = Arrays.stream(codes.voidOf(leaving, OffsetDateTime.now(clock))).sum();
            int removed = Arrays.stream(codes.removeOf(leaving)).sum();
            dao.remove(leaving);
            dao.add(projectId, difference.added());
            dao.change(projectId, difference.changed());
            chain.append(projectId, null, EntryKind.REGISTER, facts(projectId));
            if (removed > 0) {
                chain.append(projectId, null, EntryKind.CODES,
                        HouseholdCodes.facts(vault, codes.ofProject(projectId), 0, voided));
            }
            audit.record(actor, "register.bring-in", subject(projectId), null, report.lines().size() + " households");
        });
    }

    /**
     * Corrects areas, names and owners' numbers of doors that the register has and adds those that it lacks; doors that
     * the file does not name stay, and so do names or numbers where it has no column for them. Items that are open count with the areas as they are then; what is closed keeps its count.
     *
     * @param reason why, at most {@link #LONGEST_REASON} characters; everybody can read it
     * @throws Refusal when the actor may not, a line is wrong, the reason is missing or nothing would change
     */
    public void correct(Actor actor, long projectId, RegisterReport report, String reason) {
        requireRight(actor, report);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Refusal("register.reason.missing", LONGEST_REASON);
        }
        jdbi.useTransaction(handle -> {
            chain.lock(projectId);
            Difference difference = difference(projectId, report);
            if (difference.added().isEmpty() && difference.changed().isEmpty()) {
                throw new Refusal("register.unchanged");
            }
            dao.add(projectId, difference.added());
            dao.change(projectId, difference.changed());
            items.ofProject(projectId).stream().filter(item -> item.state() == ItemState.OPEN)
                    .forEach(item -> tally.sum(item.id()));
            Map<String, Object> facts = facts(projectId);
            facts.put("added", difference.added().size());
            facts.put("changed", difference.changed().size());
            facts.put("reason", reason.strip());
            chain.append(projectId, null, EntryKind.CORRECTION, facts);
            audit.record(actor, "register.correct", subject(projectId), null, reason.strip());
        });
    }

    private static void requireRight(Actor actor, RegisterReport report) {
        actor.require(HANDLERS);
        if (!report.right() || report.lines().isEmpty()) {
            throw new Refusal("register.wrong", report.problems().size());
        }
    }

    private record Difference(List<HouseholdDao.Written> added, List<HouseholdDao.Written> changed,
                              List<HouseholdDao.Stored> gone) {

        List<Long> leaving() {
            return gone.stream().map(HouseholdDao.Stored::id).toList();
        }

        void requireNoneKept() {
            int kept = (int) gone.stream().filter(HouseholdDao.Stored::kept).count();
            if (kept > 0) {
                throw new Refusal("register.kept", kept);
            }
        }
    }

    private Difference difference(long projectId, RegisterReport report) {
        Map<String, HouseholdDao.Stored> there = new HashMap<>();
        dao.stored(projectId).forEach(stored -> there.put(stored.doorKey(), stored));
        List<HouseholdDao.Written> added = new ArrayList<>();
        List<HouseholdDao.Written> changed = new ArrayList<>();
        for (RegisterReport.Line line : report.lines()) {
            String key = doorKey(projectId, line.placeId(), line.stairwell(), line.door());
            HouseholdDao.Stored before = there.remove(key);
            String ownerKey = report.numbered() || before == null ? ownerKey(projectId, line) : before.ownerKey();
            String owner = report.named() || before == null ? line.owner() : owner(before);
            if (before == null || before.floorArea().compareTo(line.floorArea()) != 0
                    || !Objects.equals(owner(before), owner) || !Objects.equals(before.ownerKey(), ownerKey)) {
                (before == null ? added : changed).add(new HouseholdDao.Written(line.placeId(), line.stairwell(),
                        vault.seal(line.door(), DOOR), key, line.floorArea(),
                        owner == null ? null : vault.seal(owner, OWNER), ownerKey));
            }
        }
        return new Difference(added, changed, List.copyOf(there.values()));
    }

    private @Nullable String owner(HouseholdDao.Stored stored) {
        return stored.ownerSealed() == null ? null : vault.open(stored.ownerSealed(), OWNER);
    }

    private String doorKey(long projectId, long placeId, String stairwell, String door) {
        return vault.hash(projectId + "|" + placeId + "|" + RegisterFile.key(stairwell) + "|" + RegisterFile.key(door),
                DOOR);
    }

    private @Nullable String ownerKey(long projectId, RegisterReport.Line line) {
        return line.ownerNumber() == null ? null
                : vault.hash(projectId + "|" + RegisterFile.key(line.ownerNumber()), OWNER_NUMBER);
    }

    /** What the record says of the register as it is now. */
    Map<String, Object> facts(long projectId) {
        List<HouseholdDao.Stored> stored = dao.stored(projectId);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("households", stored.size());
        facts.put("owners", owners(projectId));
        facts.put("area", stored.stream().map(HouseholdDao.Stored::floorArea)
                .reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
        facts.put("seal", seal(stored));
        return facts;
    }

    /**
     * A flat that is an owner of its own is sealed as all were before there were owners' numbers.
     *
     * @return a keyed hash over all that the register says, by which {@code check} finds a changed line
     */
    private String seal(List<HouseholdDao.Stored> stored) {
        return vault.hash(stored.stream()
                .map(each -> each.doorKey() + Objects.toString(each.ownerKey(), "") + "|" + each.placeCode() + "|"
                        + each.stairwell() + "|"
                        + vault.open(each.doorSealed(), DOOR) + "|" + each.floorArea().setScale(2).toPlainString() + "|"
                        + Objects.toString(owner(each), ""))
                .sorted()
                .collect(Collectors.joining("\n")), "register");
    }

    /** @return what the record should have as the seal of the register as it is now */
    String sealNow(long projectId) {
        return seal(dao.stored(projectId));
    }

    /** @return how many owners the households have: those of several flats are one */
    public int owners(long projectId) {
        return dao.countOwners(projectId);
    }

    /** @return the buildings that have households */
    public List<RegisterSummary> summary(long projectId) {
        return dao.summary(projectId);
    }

    /**
     * Finds a household by what is written on its door.
     *
     * @throws Refusal when the actor may not, or there is none
     */
    public Household find(Actor actor, long projectId, long placeId, String stairwell, String door) {
        actor.require(HANDLERS);
        return dao.byDoor(projectId, doorKey(projectId, placeId, stairwell, door))
                .orElseThrow(() -> new Refusal("register.door.unknown"));
    }

    /**
     * Lets a household leave the register no more, because another feature has something on it. Part of the caller's
     * transaction.
     */
    public void keep(long householdId) {
        dao.keep(householdId);
    }

    /** @throws Refusal when the actor may not, or there is none */
    public Household get(Actor actor, long householdId) {
        actor.require(HANDLERS);
        return dao.byId(householdId).orElseThrow(() -> new Refusal("register.door.unknown"));
    }

    /** Where a household is, for whoever goes there. */
    public record Door(long householdId, String door, @Nullable String owner) {

        /** @return the beginning of the name, the rest starred; null where the register has none */
        public @Nullable String maskedOwner() {
            return owner == null ? null : owner.substring(0, owner.offsetByCodePoints(0, 1)) + "**";
        }

        /** Keeps door and name out of logs. */
        @Override
        public String toString() {
            return "Door[" + householdId + "]";
        }
    }

    /**
     * Opens doors and names for those who go there. What is shown of the names is for the caller to mask.
     *
     * @return by household
     * @throws Refusal when the actor neither handles registers nor works on site
     */
    public Map<Long, Door> doors(Actor actor, Collection<Long> householdIds) {
        actor.require(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.ENGINEER);
        return householdIds.isEmpty() ? Map.of() : opened(dao.storedOf(householdIds));
    }

    /** @return the stairwells that have households, by building */
    public List<RegisterStairwell> stairwells(long projectId) {
        return dao.stairwells(projectId);
    }

    /** @return by household; opened for letters alone */
    Map<Long, Door> doors(long projectId) {
        return opened(dao.stored(projectId));
    }

    private Map<Long, Door> opened(List<HouseholdDao.Stored> households) {
        return households.stream().collect(Collectors.toMap(HouseholdDao.Stored::id, stored ->
                new Door(stored.id(), vault.open(stored.doorSealed(), DOOR), owner(stored))));
    }

    /** @return every household, by building and stairwell */
    public List<Household> households(Actor actor, long projectId) {
        actor.require(HANDLERS);
        return dao.ofProject(projectId);
    }

    private static String subject(long projectId) {
        return "project-id:" + projectId;
    }
}
