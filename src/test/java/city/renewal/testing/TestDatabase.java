package city.renewal.testing;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.site.photo.PhotoCopies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** An open, migrated, empty database of one test class; closed and removed after it. */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final Path directory;
    private final List<Services> made = new CopyOnWriteArrayList<>();
    private final Database database;

    private TestDatabase(String name, Path directory, DatabaseSettings settings) {
        this.name = name;
        this.directory = directory;
        this.database = Database.open(settings);
    }

    /** The embedded database, for what need not be shown twice. */
    public static TestDatabase embedded() {
        Path directory = newDirectory();
        return new TestDatabase("HSQLDB", directory, DatabaseSettings.embedded(directory));
    }

    static TestDatabase on(PostgresServer server) {
        Path directory = newDirectory();
        return new TestDatabase("PostgreSQL", directory,
                new DatabaseSettings(directory, server.createDatabase(), server.user(), null, 10));
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("renewal");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    public Database database() {
        return database;
    }

    /** @return all services of the program on this database, under the default configuration */
    public Services services(Clock clock) {
        return services(clock, Map.of());
    }

    /** @param environment variables that set something else than the default */
    public Services services(Clock clock, Map<String, String> environment) {
        Services services = new Services(Configuration.read(Map.of(), environment, null), database, clock);
        made.add(services);
        return services;
    }

    @Override
    public void close() {
        // What makes the copies of photos would go on writing into a directory that is being removed.
        made.forEach(services -> services.get(PhotoCopies.class).close());
        database.close();
        remove(directory);
    }

    @Override
    public String toString() {
        return name;
    }
}
