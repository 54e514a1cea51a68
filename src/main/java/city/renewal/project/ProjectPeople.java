package city.renewal.project;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Which engineers and supervisors work on which project. A project that names nobody of a role is open to everybody of
 * it, so that a small office need not name anybody. Planners and administrators work on every project. A named person
 * may belong to a party of the project; what falls to a party of which somebody is named is done by its people alone.
 */
public final class ProjectPeople {

    /**
     * SQL for the ids of projects that name people of {@code :role}, but not {@code :accountId}. It depends on no row
     * around it. Served by project_person's key.
     */
    public static final String CLOSED_TO = """
            (SELECT n.project_id
               FROM project_person n
               JOIN account x ON x.id = n.account_id AND x.role = :role
              WHERE NOT EXISTS (SELECT 1
                                  FROM project_person o
                                 WHERE o.project_id = n.project_id AND o.account_id = :accountId))
            """;

    /**
     * SQL for the ids of parties that have people of their own, but not {@code :accountId}. It depends on no row around
     * it. Served by project_person_by_party.
     */
    public static final String PARTIES_CLOSED_TO = """
            (SELECT n.party_id
               FROM project_person n
              WHERE n.party_id IS NOT NULL
                AND NOT EXISTS (SELECT 1
                                  FROM project_person o
                                 WHERE o.party_id = n.party_id AND o.account_id = :accountId))
            """;

    private static final Set<Role> NAMED = Set.of(Role.ENGINEER, Role.SUPERVISOR);

    private final Jdbi jdbi;
    private final Dao dao;
    private final Accounts accounts;
    private final AuditTrail audit;

    public ProjectPeople(Jdbi jdbi, Accounts accounts, AuditTrail audit) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @return the accounts that can be named, by name */
    public List<Account> choosable() {
        return accounts.all().stream().filter(account -> NAMED.contains(account.role()) && account.closedAt() == null)
                .toList();
    }

    /** @return whom a project names, in no order */
    public Set<NamedPerson> of(long projectId) {
        return Set.copyOf(dao.of(projectId));
    }

    /** @return the parties of a project, in the order they are posted */
    public List<PostedParty> parties(long projectId) {
        return dao.parties(projectId);
    }

    /** As {@link #nameWithParties}, of people who belong to no party. */
    public void name(Actor actor, long projectId, Set<Long> accountIds) {
        nameWithParties(actor, projectId, accountIds.stream().map(id -> new NamedPerson(id, null))
                .collect(Collectors.toSet()));
    }

    /**
     * Names the people of a project in place of those named before.
     *
     * @param people one for an account
     * @throws Refusal when the actor is no planner or administrator, an account is no engineer's or supervisor's, or a
     *                 party is another project's
     */
    public void nameWithParties(Actor actor, long projectId, Set<NamedPerson> people) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        List<Account> all = accounts.all();
        Set<Long> known = all.stream().filter(account -> NAMED.contains(account.role())).map(Account::id)
                .collect(Collectors.toSet());
        if (!known.containsAll(people.stream().map(NamedPerson::accountId).toList())) {
            throw new Refusal("project.people.role");
        }
        Map<Long, String> parties = parties(projectId).stream()
                .collect(Collectors.toMap(PostedParty::id, PostedParty::organisation));
        if (people.stream().map(NamedPerson::partyId).anyMatch(party -> party != null && !parties.containsKey(party))) {
            throw new Refusal("project.people.party");
        }
        jdbi.useTransaction(handle -> {
            Set<NamedPerson> before = of(projectId);
            if (before.equals(people)) {
                return;
            }
            dao.clear(projectId);
            dao.add(projectId, people);
            audit.record(actor, "project.people", "project-id:" + projectId, inAudit(all, parties, before),
                    inAudit(all, parties, people));
        });
    }

    private static String inAudit(List<Account> all, Map<Long, String> parties, Set<NamedPerson> people) {
        Map<Long, String> logins = all.stream().collect(Collectors.toMap(Account::id, Account::login));
        return people.stream()
                .map(person -> logins.get(person.accountId())
                        + (person.partyId() == null ? "" : " (" + parties.get(person.partyId()) + ")"))
                .sorted().collect(Collectors.joining(" "));
    }

    /**
     * @throws Refusal {@code refused.project} when the project names people of the actor's role and the actor is none of
     *                 them; the audit trail keeps the attempt, whatever becomes of the caller's transaction
     */
    public void require(Actor actor, long projectId) {
        if (!open(actor, projectId)) {
            audit.recordApart(actor, "project.refuse", "project-id:" + projectId, null, actor.role().name());
            throw new Refusal("refused.project");
        }
    }

    /** @return whether the project names nobody of the actor's role, or the actor too */
    public boolean open(Actor actor, long projectId) {
        if (!NAMED.contains(actor.role())) {
            return true;
        }
        List<Long> named = dao.ofRole(projectId, actor.role());
        return named.isEmpty() || named.contains(actor.accountId());
    }

    /**
     * @throws Refusal {@code refused.party} when people of the party are named and the actor is none of them; the audit
     *                 trail keeps the attempt, whatever becomes of the caller's transaction
     */
    public void requireParty(Actor actor, PostedParty party) {
        if (!openParty(actor, party.id())) {
            audit.recordApart(actor, "party.refuse", "party:" + party.id(), null, actor.role().name());
            throw new Refusal("refused.party", party.organisation());
        }
    }

    /** @return whether nobody of the party is named, or the actor too */
    public boolean openParty(Actor actor, long partyId) {
        List<Long> named = dao.ofParty(partyId);
        return named.isEmpty() || named.contains(actor.accountId());
    }

    interface Dao {
        @SqlQuery("SELECT account_id, party_id FROM project_person WHERE project_id = :projectId")
        @RegisterConstructorMapper(NamedPerson.class)
        List<NamedPerson> of(long projectId);

        @SqlQuery("SELECT id, role, organisation FROM party WHERE project_id = :projectId ORDER BY id")
        @RegisterConstructorMapper(PostedParty.class)
        List<PostedParty> parties(long projectId);

        @SqlQuery("SELECT account_id FROM project_person WHERE party_id = :partyId")
        List<Long> ofParty(long partyId);

        @SqlQuery("""
                SELECT n.account_id
                  FROM project_person n
                  JOIN account a ON a.id = n.account_id
                 WHERE n.project_id = :projectId AND a.role = :role""")
        List<Long> ofRole(long projectId, Role role);

        @SqlUpdate("DELETE FROM project_person WHERE project_id = :projectId")
        void clear(long projectId);

        @SqlBatch("""
                INSERT INTO project_person (project_id, account_id, party_id)
                VALUES (:projectId, :p.accountId, :p.partyId)""")
        void add(long projectId, @BindMethods("p") Collection<NamedPerson> p);
    }
}
