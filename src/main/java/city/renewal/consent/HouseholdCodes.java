package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The codes by which a household proves that it is one, without an account. A code is shown once, in its letter; only
 * its keyed hash is kept. A household has one code at a time: a new one voids the one before. Votes and appointments
 * use the same code.
 */
public final class HouseholdCodes {

    /** Days that a code may work. */
    public static final int LONGEST_DAYS = 731;

    private final Jdbi jdbi;
    private final CodeDao dao;
    private final HouseholdDao households;
    private final ConsentChain chain;
    private final Vault vault;
    private final Projects projects;
    private final AuditTrail audit;
    private final Clock clock;
    private final CodeThrottle throttle;
    private final SecureRandom random = new SecureRandom();

    HouseholdCodes(Jdbi jdbi, ConsentChain chain, Vault vault, Projects projects, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(CodeDao.class);
        this.households = jdbi.onDemand(HouseholdDao.class);
        this.chain = chain;
        this.vault = vault;
        this.projects = projects;
        this.audit = audit;
        this.clock = clock;
        this.throttle = new CodeThrottle(clock);
    }

    /** A code that somebody has to be handed; it cannot be read again. */
    public record Issued(long householdId, String code) {

        /** Keeps the code out of logs. */
        @Override
        public String toString() {
            return "Issued[" + householdId + "]";
        }
    }

    /** Who entered a code that works. */
    public record Holder(long codeId, Household household, String projectCode) {
    }

    /** @return a code for each household, in order; worth nothing before {@link #issue} */
    List<Issued> draw(Collection<Long> householdIds) {
        return householdIds.stream().map(id -> new Issued(id, CodeText.shown(CodeText.make(random)))).toList();
    }

    /**
     * Makes drawn codes the households' and voids those they had.
     *
     * @param expiresOn last day on which they work
     * @throws Refusal when the actor may not, there is none, or the day is past or too far off
     */
    void issue(Actor actor, long projectId, List<Issued> codes, LocalDate expiresOn) {
        checkDay(actor, expiresOn);
        if (codes.isEmpty()) {
            throw new Refusal("consent.register.missing");
        }
        jdbi.useTransaction(handle -> {
            chain.lock(projectId);
            OffsetDateTime now = OffsetDateTime.now(clock);
            int voided = Arrays.stream(dao.voidOf(codes.stream().map(Issued::householdId).toList(), now)).sum();
            dao.add(codes.stream().map(code -> new CodeDao.Written(code.householdId(), key(code.code()))).toList(),
                    expiresOn, now);
            chain.append(projectId, null, EntryKind.CODES, facts(vault, dao.ofProject(projectId), codes.size(), voided));
            audit.record(actor, "code.issue", "project-id:" + projectId, null,
                    codes.size() + " issued, " + voided + " voided");
        });
    }

    /** @throws Refusal as {@link #issue} for the actor and the day */
    void checkDay(Actor actor, LocalDate expiresOn) {
        actor.require(HouseholdRegister.HANDLERS);
        LocalDate today = LocalDate.now(clock);
        if (expiresOn.isBefore(today) || expiresOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refusal("code.day.unusable", LONGEST_DAYS);
        }
    }

    /** What the record says of the codes of a project as they are after some were issued or went. */
    static Map<String, Object> facts(Vault vault, List<CodeDao.Stored> codes, int issued, int voided) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("issued", issued);
        facts.put("voided", voided);
        facts.put("seal", seal(vault, codes));
        return facts;
    }

    /** @return what the record should have as the seal of the codes as they are now */
    String sealNow(long projectId) {
        return seal(vault, dao.ofProject(projectId));
    }

    /** @return a keyed hash over all codes of a project, by which {@code check} finds a changed one */
    private static String seal(Vault vault, List<CodeDao.Stored> codes) {
        return vault.hash(codes.stream()
                .map(code -> code.householdId() + "|" + code.codeKey() + "|" + code.expiresOn() + "|"
                        + (code.voidedAt() != null))
                .collect(Collectors.joining("\n")), "codes");
    }

    /**
     * Lets in who holds a household's letter.
     *
     * @param typed as people type it
     * @param from  the remote address, which is slowed down after many wrong codes
     * @throws Refusal {@code code.length} or {@code code.mistyped} for what cannot be a code, which is not held
     *                 against anybody; {@code code.unknown}; {@code code.voided} when a newer letter was printed;
     *                 {@code code.expired} with the day; {@code code.foreign} with the project that it is for;
     *                 {@code code.throttled} with the seconds to wait
     */
    public Holder enter(String typed, String projectCode, String from) {
        Project project = projects.get(projectCode);
        String code = CodeText.read(typed);
        throttle.check(project.id(), from);
        try {
            return find(code, project);
        } catch (Refusal refused) {
            if (refused.key().equals("code.unknown")) {
                throttle.failed(project.id(), from);
            }
            throw refused;
        }
    }

    private Holder find(String code, Project project) {
        CodeDao.Stored stored = dao.byKey(key(code)).orElseThrow(() -> new Refusal("code.unknown"));
        if (stored.voidedAt() != null) {
            throw new Refusal("code.voided");
        }
        if (stored.expiresOn().isBefore(LocalDate.now(clock))) {
            throw new Refusal("code.expired", stored.expiresOn().toString());
        }
        if (stored.projectId() != project.id()) {
            throw new Refusal("code.foreign", projects.get(stored.projectId()).name());
        }
        return new Holder(stored.id(), households.byId(stored.householdId()).orElseThrow(), stored.projectCode());
    }

    /** Asks again, inside the transaction that writes for the household. @throws Refusal when a newer letter was printed since */
    public void requireStanding(Holder holder) {
        if (!dao.stands(holder.codeId())) {
            throw new Refusal("code.voided");
        }
    }

    private String key(String code) {
        return vault.hash(CodeText.read(code), "household code");
    }
}
