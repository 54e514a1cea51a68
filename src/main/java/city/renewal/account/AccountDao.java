package city.renewal.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Account.class)
interface AccountDao {

    @SqlUpdate("""
            INSERT INTO account (login, name, role, password_hash, demonstration, created_at)
            VALUES (:login, :name, :role, :passwordHash, :demonstration, :createdAt)""")
    @GetGeneratedKeys
    long add(String login, String name, Role role, String passwordHash, boolean demonstration,
             OffsetDateTime createdAt);

    @SqlQuery("""
            SELECT id, login, name, role, demonstration, created_at, closed_at
              FROM account
             WHERE login = :login""")
    Optional<Account> byLogin(String login);

    @SqlQuery("SELECT password_hash FROM account WHERE id = :id")
    String passwordHash(long id);

    @SqlUpdate("UPDATE account SET password_hash = :passwordHash, demonstration = FALSE WHERE id = :id")
    void setPasswordHash(long id, String passwordHash);

    @SqlQuery("""
            SELECT id, login, name, role, demonstration, created_at, closed_at
              FROM account
             ORDER BY login""")
    List<Account> all();

    @SqlUpdate("""
            INSERT INTO api_token (account_id, name, secret_hash, created_at)
            VALUES (:accountId, :name, :secretHash, :createdAt)""")
    void addToken(long accountId, String name, String secretHash, OffsetDateTime createdAt);

    @SqlQuery("""
            SELECT a.id, a.login, a.name, a.role, a.demonstration, a.created_at, a.closed_at
              FROM api_token t
              JOIN account a ON a.id = t.account_id
             WHERE t.secret_hash = :secretHash
               AND t.revoked_at IS NULL
               AND a.closed_at IS NULL""")
    Optional<Account> byToken(String secretHash);
}
