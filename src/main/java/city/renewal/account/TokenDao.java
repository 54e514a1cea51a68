package city.renewal.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ApiToken.class)
interface TokenDao {

    String JOINED = """
            SELECT t.id, a.login, a.name AS owner, t.name, t.scopes, t.created_at, t.expires_on, t.last_used_on,
                   t.revoked_at
              FROM api_token t
              JOIN account a ON a.id = t.account_id
            """;

    @SqlUpdate("""
            INSERT INTO api_token (account_id, name, secret_hash, scopes, created_at, expires_on)
            VALUES (:accountId, :name, :secretHash, :scopes, :createdAt, :expiresOn)""")
    @GetGeneratedKeys
    long add(long accountId, String name, String secretHash, String scopes, OffsetDateTime createdAt,
             LocalDate expiresOn);

    @SqlQuery(JOINED + " WHERE t.secret_hash = :secretHash")
    Optional<ApiToken> bySecret(String secretHash);

    @SqlQuery(JOINED + " WHERE t.id = :id")
    Optional<ApiToken> byId(long id);

    @SqlQuery(JOINED + " WHERE a.login = :login ORDER BY t.id DESC")
    List<ApiToken> of(String login);

    @SqlQuery(JOINED + " ORDER BY a.login, t.id DESC")
    List<ApiToken> all();

    @SqlUpdate("UPDATE api_token SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
    int revoke(long id, OffsetDateTime at);

    @SqlUpdate("UPDATE api_token SET last_used_on = :day WHERE id = :id")
    void setLastUsed(long id, LocalDate day);
}
