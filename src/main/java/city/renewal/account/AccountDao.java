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
}
