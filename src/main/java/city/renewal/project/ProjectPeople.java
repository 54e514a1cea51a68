package city.renewal.project;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Which engineers and supervisors work on which project. A project that names nobody of a role is open to everybody of
 * it, so that a small office need not name anybody. Planners and administrators work on every project.
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

    /** @return ids of the accounts that a project names */
    public Set<Long> of(long projectId) {
        return Set.copyOf(dao.of(projectId));
    }

    /**
     * Names the people of a project in place of those named before.
     *
     * @throws Refusal when the actor is no planner or administrator, or an account is no engineer's or supervisor's
     */
    public void name(Actor actor, long projectId, Set<Long> accountIds) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        List<Account> all = accounts.all();
        Set<Long> known = all.stream().filter(account -> NAMED.contains(account.role())).map(Account::id)
                .collect(Collectors.toSet());
        if (!known.containsAll(accountIds)) {
            throw new Refusal("project.people.role");
        }
        jdbi.useTransaction(handle -> {
            Set<Long> before = of(projectId);
            if (before.equals(accountIds)) {
                return;
            }
            dao.clear(projectId);
            dao.add(projectId, accountIds);
            audit.record(actor, "project.people", "project-id:" + projectId, logins(all, before),
                    logins(all, accountIds));
        });
    }

    private static String logins(List<Account> all, Collection<Long> ids) {
        return all.stream().filter(account -> ids.contains(account.id())).map(Account::login).sorted()
                .collect(Collectors.joining(" "));
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

    interface Dao {
        @SqlQuery("SELECT account_id FROM project_person WHERE project_id = :projectId")
        List<Long> of(long projectId);

        @SqlQuery("""
                SELECT n.account_id
                  FROM project_person n
                  JOIN account a ON a.id = n.account_id
                 WHERE n.project_id = :projectId AND a.role = :role""")
        List<Long> ofRole(long projectId, Role role);

        @SqlUpdate("DELETE FROM project_person WHERE project_id = :projectId")
        void clear(long projectId);

        @SqlBatch("INSERT INTO project_person (project_id, account_id) VALUES (:projectId, :accountId)")
        void add(long projectId, Collection<Long> accountId);
    }
}
