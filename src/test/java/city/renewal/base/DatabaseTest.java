package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import city.renewal.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void makes_the_directory_and_the_schema() {
        try (Database database = open(directory.resolve("not").resolve("there"))) {
            assertThat(database.schema()).matches("\\d+(\\.\\d+)?");
            assertThat(text(database, "SELECT COUNT(*) FROM project")).isEqualTo("0");
        }
    }

    @Test
    void keeps_what_was_written_when_opened_again() {
        try (Database database = open(directory)) {
            execute(database, "INSERT INTO setting (name, amount) VALUES ('colour', 'green')");
        }

        try (Database database = open(directory)) {
            assertThat(text(database, "SELECT amount FROM setting WHERE name = 'colour'")).isEqualTo("green");
        }
    }

    @Test
    void acknowledges_no_commit_before_it_is_on_disk() {
        open(directory).close();

        try (Database again = open(directory)) {
            assertThat(text(again, """
                    SELECT property_value
                      FROM information_schema.system_properties
                     WHERE property_name = 'hsqldb.write_delay_millis'""")).isEqualTo("0");
        }
    }

    @Test
    void keeps_a_second_process_out_until_the_first_has_ended() throws IOException {
        try (Database database = open(directory);
             ChildProgram second = ChildProgram.of(DatabaseHolder.class, directory.toString())) {
            assertThat(second.line()).contains("refused data.directory.held");
        }

        try (ChildProgram holder = ChildProgram.of(DatabaseHolder.class, directory.toString())) {
            holder.lineWith("holding");
            assertRefused("data.directory.held", () -> open(directory));
            holder.process().getOutputStream().close();
            holder.exitCode();
            open(directory).close();
        }
    }

    @Test
    void may_be_opened_at_once_after_its_process_was_killed() {
        try (ChildProgram holder = ChildProgram.of(DatabaseHolder.class, directory.toString())) {
            holder.lineWith("holding");
            holder.kill();
            holder.exitCode();
        }

        open(directory).close();
    }

    @Test
    void knows_its_newest_migration() throws Exception {
        assertThat(newest("hsqldb")).hasToString(Migrations.NEWEST);
        assertThat(newest("postgresql")).hasToString(Migrations.NEWEST);
    }

    private static MigrationVersion newest(String database) throws Exception {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (String folder : List.of("migration", database)) {
            try (Stream<Path> files = Files.list(Path.of(DatabaseTest.class.getResource("/db/" + folder).toURI()))) {
                newest = Stream.concat(Stream.of(newest), files.map(file -> MigrationVersion.fromVersion(
                                file.getFileName().toString().replaceAll("V([\\d_]+)__.*", "$1"))))
                        .max(MigrationVersion::compareTo).orElseThrow();
            }
        }
        return newest;
    }

    @Test
    void refuses_a_database_of_a_newer_program_and_leaves_it_as_it_is() throws IOException {
        try (Database database = open(directory)) {
            execute(database, "INSERT INTO setting (name, amount) VALUES ('colour', 'green')");
            execute(database, """
                    INSERT INTO "flyway_schema_history"
                           ("installed_rank", "version", "description", "type", "script", "installed_by",
                            "execution_time", "success")
                    VALUES (9999, '9999', 'from the future', 'SQL', 'V9999__future.sql', 'SA', 1, TRUE)""");
        }
        byte[] script = Files.readAllBytes(directory.resolve("renewal.script"));
        byte[] data = Files.readAllBytes(directory.resolve("renewal.data"));

        assertRefused("database.newer", () -> open(directory));

        assertThat(Files.readAllBytes(directory.resolve("renewal.script"))).isEqualTo(script);
        assertThat(Arrays.equals(Files.readAllBytes(directory.resolve("renewal.data")), data)).isTrue();
        assertRefused("database.newer", () -> open(directory));
    }

    @Test
    void refuses_a_directory_that_is_a_file() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertRefused("data.directory.unusable", () -> open(file));
        assertRefused("data.directory.unusable", () -> open(file.resolve("below")));
    }

    @Test
    void refuses_a_directory_without_write_permission() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere; the packaged jar's "
                + "test asks the same as another user");
        Path closed = Files.createDirectory(directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));

        assertRefused("data.directory.forbidden", () -> open(closed));
        assertRefused("data.directory.forbidden", () -> open(closed.resolve("below")));
    }

    @Test
    void refuses_files_that_are_no_database() throws IOException {
        Files.writeString(directory.resolve("renewal.script"), "this is not SQL\n");
        Files.writeString(directory.resolve("renewal.properties"), "version=2.7.4\nmodified=no\n");

        assertRefused("database.unreachable", () -> open(directory));
        assertRefused("database.unreachable", () -> open(directory));
    }

    @Test
    void says_which_server_it_cannot_reach() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/renewal?connectTimeout=1";

        assertThatThrownBy(() -> Database.open(new DatabaseSettings(directory, nowhere, "renewal", "secret", 2)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("database.unreachable");
                    assertThat(List.of(refusal.parameters()).toString()).contains(nowhere).doesNotContain("secret");
                });
    }

    private static Database open(Path directory) {
        return Database.open(DatabaseSettings.embedded(directory));
    }

    private static String text(Database database, String query) {
        try (Handle handle = database.jdbi().open()) {
            return handle.createQuery(query).mapTo(String.class).one();
        }
    }

    private static void execute(Database database, String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
