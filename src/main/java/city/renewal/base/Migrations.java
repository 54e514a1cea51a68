package city.renewal.base;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to this program's schema, only ever forward. */
final class Migrations {

    /** Version of the newest file in {@code db/migration}; a test compares the two. */
    static final String NEWEST = "39";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DataSource source;
    private final String own;

    /** @param embedded whether the database is HSQLDB rather than PostgreSQL */
    Migrations(DataSource source, boolean embedded) {
        this.source = source;
        this.own = embedded ? "classpath:db/hsqldb" : "classpath:db/postgresql";
    }

    /**
     * Asks the history itself, because Flyway takes nearly a second of every start even where it has nothing to do.
     *
     * @return whether the last migration applied is this program's newest
     */
    boolean upToDate() {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
             ResultSet last = statement.executeQuery("""
                     SELECT "version", "success"
                       FROM "flyway_schema_history"
                      ORDER BY "installed_rank" DESC
                      LIMIT 1""")) {
            return last.next() && NEWEST.equals(last.getString(1)) && last.getBoolean(2);
        } catch (SQLException noHistory) {
            LOG.debug("The database has no history of migrations yet", noHistory);
            return false;
        }
    }

    /** @throws Refusal when the database was written by a newer program */
    void refuseNewer() {
        MigrationInfoService info = flyway().info();
        MigrationInfo current = info.current();
        if (current == null) {
            return;
        }
        MigrationVersion known = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        if (current.getVersion().compareTo(known) > 0) {
            throw new Refusal("database.newer", current.getVersion().toString(), known.toString());
        }
    }

    /** @return how many migrations were applied */
    int apply() {
        return flyway().migrate().migrationsExecuted;
    }

    /** What both databases take is in one place; only where they must differ each has files of its own. */
    private Flyway flyway() {
        return Flyway.configure().dataSource(source).locations("classpath:db/migration", own).load();
    }
}
