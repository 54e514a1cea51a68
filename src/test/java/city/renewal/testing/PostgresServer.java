package city.renewal.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's PostgreSQL in a temporary directory, started when the first test needs it and gone with the last. Nothing
 * in it outlives the tests, so it need not wait for the disk.
 */
final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "renewal";

    private final @Nullable Path programs;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Path directory;
    private int port;

    private PostgresServer(@Nullable Path programs) {
        this.programs = programs;
    }

    /** @return the newest one installed, not started yet; {@link #installed} says whether there is one */
    static PostgresServer find() {
        if (!Files.isDirectory(INSTALLED)) {
            return new PostgresServer(null);
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            Optional<Path> newest = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
            return new PostgresServer(newest.orElse(null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean installed() {
        return programs != null;
    }

    /** @return the JDBC address of a new, empty database */
    synchronized String createDatabase() {
        if (directory == null) {
            start();
        }
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address("postgres"), USER, "");
             Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot make a database", failed);
        }
        return address(name);
    }

    String user() {
        return USER;
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void start() {
        try {
            Path made = Files.createTempDirectory("postgres");
            directory = made;
            if (root()) {
                Files.setOwner(made, made.getFileSystem().getUserPrincipalLookupService()
                        .lookupPrincipalByName("postgres"));
            }
            port = freePort();
            run("initdb", "-D", made.resolve("data").toString(), "-U", USER, "-A", "trust", "-E", "UTF8",
                    "--locale=C", "--no-sync");
            run("pg_ctl", "-D", made.resolve("data").toString(), "-l", made.resolve("log").toString(), "-w",
                    "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + made
                            + " -c fsync=off -c full_page_writes=off", "start");
            // For a test run that is stopped by hand; otherwise the last test closes the server.
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root, so that root becomes the user whom Debian's package has made. */
    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(String.valueOf(programs) + File.separator + program);
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("postgres", ".log");
            try {
                Process process = new ProcessBuilder(command).directory(new File("/"))
                        .redirectErrorStream(true).redirectOutput(output.toFile()).start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(program + " failed: " + Files.readString(output));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public synchronized void close() {
        if (directory != null) {
            Path made = directory;
            directory = null;
            run("pg_ctl", "-D", made.resolve("data").toString(), "-m", "immediate", "-w", "stop");
            TestDatabase.remove(made);
        }
    }
}
