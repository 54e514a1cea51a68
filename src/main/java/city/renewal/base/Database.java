package city.renewal.base;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.CaseStrategy;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database, migrated to this program's schema. Every commit is on disk before it is acknowledged.
 * Safe for use by many threads; {@link #close()} once, after everything that uses it.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Megabytes of log after which HSQLDB makes a checkpoint: small, so that a start after a kill stays short. */
    private static final int LOG_SIZE = 16;
    /** Bytes below which a failure to open the database is taken for a full disk. */
    private static final long LEAST_SPACE = 1 << 20;
    private static final int ANSWER_SECONDS = 2;
    /** Longest wait for a connection; a caller had better be told than kept. */
    private static final long CONNECTION_MILLIS = 10_000;

    private final @Nullable DirectoryLock lock;
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Path directory;
    private final boolean embedded;
    private final String schema;

    private Database(@Nullable DirectoryLock lock, HikariDataSource source, Path directory, boolean embedded,
                     String schema) {
        this.lock = lock;
        this.directory = directory;
        this.source = source;
        this.embedded = embedded;
        this.schema = schema;
        this.jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
        // Not by the machine's locale: Turkish would turn the column ID into another letter than the i of id.
        jdbi.getConfig(ReflectionMappers.class).setCaseChange(CaseStrategy.LOWER);
        // Caches of generated statements never hold user data, and unused bindings would hide a misspelt column.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    }

    /**
     * Opens, and makes or migrates where needed.
     *
     * @throws Refusal when the directory is held by another process or cannot be written, when the server cannot be
     *                 reached, or when the database was written by a newer version of this program
     */
    public static Database open(DatabaseSettings settings) {
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            return open(settings, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Database open(DatabaseSettings settings, DirectoryLock lock) {
        boolean embedded = settings.url() == null;
        HikariDataSource source = connect(settings, embedded);
        try {
            Migrations migrations = new Migrations(source, embedded);
            boolean upToDate = migrations.upToDate();
            if (!upToDate) {
                migrations.refuseNewer();
            }
            if (embedded) {
                makeDurable(source);
            }
            int applied = upToDate ? 0 : migrations.apply();
            LOG.info("Database open, schema {}, {} migrations applied", Migrations.NEWEST, applied);
            return new Database(lock, source, settings.directory(), embedded, Migrations.NEWEST);
        } catch (RuntimeException failed) {
            if (embedded) {
                letGo(source);
            }
            source.close();
            if (failed instanceof FlywayException || failed instanceof JdbiException) {
                LOG.debug("Cannot set up the database", failed);
                throw unusable(settings, failed);
            }
            throw failed;
        }
    }

    /** Closes the embedded database without writing to it; the pool alone would leave it open in this process. */
    private static void letGo(HikariDataSource source) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException failed) {
            LOG.debug("The database was not let go", failed);
        }
    }

    private static Object place(DatabaseSettings settings) {
        return settings.url() == null ? settings.directory() : settings.url();
    }

    private static HikariDataSource connect(DatabaseSettings settings, boolean embedded) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        if (embedded) {
            config.setJdbcUrl(embeddedUrl(settings.directory()));
            config.setUsername("SA");
            config.setPassword("");
        } else {
            config.setJdbcUrl(settings.url());
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failed) {
            LOG.debug("Cannot open the database", failed);
            throw unusable(settings, failed);
        }
    }

    /** A full disk shows in many ways, of which few say so. */
    private static Refusal unusable(DatabaseSettings settings, RuntimeException failed) {
        return settings.url() == null && settings.directory().toFile().getUsableSpace() < LEAST_SPACE
                ? new Refusal("data.directory.unusable", settings.directory(), rootMessage(failed))
                : new Refusal("database.unreachable", place(settings), rootMessage(failed));
    }

    private static String embeddedUrl(Path directory) {
        // The directory lock stands in for HSQLDB's lock file, whose heartbeat delays a start after a kill.
        return "jdbc:hsqldb:file:" + directory.resolve("renewal").toAbsolutePath()
                + ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached;sql.syntax_pgs=true"
                + ";hsqldb.lock_file=false;hsqldb.write_delay=false";
    }

    private static void makeDurable(HikariDataSource source) {
        Jdbi plain = Jdbi.create(source);
        plain.useHandle(handle -> {
            // On an existing database the URL's write delay is ignored; this one persists.
            handle.execute("SET FILES WRITE DELAY FALSE");
            handle.execute("SET FILES LOG SIZE " + LOG_SIZE);
            int delay = handle.createQuery("""
                            SELECT property_value
                              FROM information_schema.system_properties
                             WHERE property_name = 'hsqldb.write_delay_millis'""")
                    .mapTo(int.class)
                    .one();
            if (delay != 0) {
                throw new IllegalStateException("The database would acknowledge commits before they are on disk");
            }
        });
    }

    private static String rootMessage(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** @return where files lie beside the database, held by this process alone */
    public Path directory() {
        return directory;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** @return where connections are taken from */
    DataSource source() {
        return source;
    }

    /** @return the name of the database program, such as {@code PostgreSQL} */
    public String product() {
        return embedded ? "HSQLDB" : "PostgreSQL";
    }

    /** @return whether the database answers a moment after a connection was had */
    public boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException failed) {
            LOG.warn("The database does not answer: {}", failed.getMessage());
            return false;
        }
    }

    /** @return how the connections are used at the moment */
    public Connections connections() {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return new Connections(pool.getActiveConnections(), pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection());
    }

    /** @param waiting threads that wait for a connection to become free */
    public record Connections(int busy, int idle, int waiting) {
    }

    /** @return the version of the newest migration applied */
    public String schema() {
        return schema;
    }

    /** Writes everything to disk and lets the directory go. */
    @Override
    public void close() {
        if (embedded) {
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException failed) {
                LOG.warn("The database did not shut down cleanly; its log will be replayed at the next start", failed);
            }
        }
        source.close();
        if (lock != null) {
            lock.close();
        }
        LOG.info("Database closed");
    }
}
