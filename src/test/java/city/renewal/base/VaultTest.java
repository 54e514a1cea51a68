package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class VaultTest {

    private static final String DOOR = "household.door";

    private final Jdbi jdbi;
    @TempDir
    private Path directory;

    VaultTest(TestDatabase database) {
        jdbi = database.jdbi();
    }

    @BeforeEach
    void forget() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM setting WHERE name = 'privacy.key'"));
    }

    private Path file() {
        return directory.resolve("keys").resolve("privacy.key");
    }

    private Vault vault() {
        return new Vault(jdbi, file());
    }

    @Test
    void opens_what_it_sealed_after_a_restart_and_never_seals_alike() {
        Vault vault = vault();
        String sealed = vault.seal("2单元301", DOOR);

        assertThat(sealed).doesNotContain("301").isNotEqualTo(vault.seal("2单元301", DOOR));
        assertThat(vault().open(sealed, DOOR)).isEqualTo("2单元301");
        assertThat(vault().hash("a code", "code")).isEqualTo(vault.hash("a code", "code")).hasSize(64)
                .isNotEqualTo(vault.hash("a code", "door"));
    }

    @Test
    void makes_the_key_at_the_first_use_for_its_owner_alone() throws IOException {
        Vault vault = vault();
        assertThat(file()).doesNotExist();

        vault.seal("x", DOOR);

        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void opens_nothing_that_was_changed_or_belongs_elsewhere() {
        Vault vault = vault();
        String sealed = vault.seal("301", DOOR);
        byte[] changed = Base64.getDecoder().decode(sealed);
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed, "household.owner")).hasMessageContaining("vault.sealed.damaged");
        assertThatThrownBy(() -> vault.open(changed, DOOR)).hasMessageContaining("vault.sealed.damaged");
        assertThatThrownBy(() -> vault.open("301", DOOR)).hasMessageContaining("vault.sealed.damaged");
    }

    @Test
    void seals_nothing_with_another_key_than_the_first() throws IOException {
        vault().seal("x", DOOR);
        Path kept = Files.move(file(), directory.resolve("copy"));

        assertThatThrownBy(() -> vault().seal("y", DOOR)).hasMessageContaining("vault.key.missing");
        assertThat(file()).as("no new key in place of a lost one").doesNotExist();
        Files.writeString(file(), Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> vault().seal("y", DOOR)).hasMessageContaining("vault.key.other");
        Files.writeString(file(), "no key");
        assertThatThrownBy(() -> vault().seal("y", DOOR)).hasMessageContaining("vault.key.unreadable");
        Files.delete(file());
        Files.move(kept, file());
        assertThat(vault().open(vault().seal("y", DOOR), DOOR)).isEqualTo("y");
    }
}
