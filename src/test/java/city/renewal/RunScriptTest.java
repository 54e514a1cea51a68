package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.sh} where something lacks: one line that says what to do, and a failing end. */
class RunScriptTest {

    private static final String JDK = System.getProperty("java.home");

    @TempDir
    private Path place;
    private Shell shell;

    @BeforeEach
    void copyScript() throws IOException {
        // The copy looks for installed JDKs in an empty folder, whatever this machine has.
        String script = Files.readString(Path.of("run.sh")).replaceAll("/usr/lib/jvm|/usr/java|/opt/j", place + "/no");
        shell = new Shell(place, script);
    }

    @Test
    void asks_for_a_jdk() {
        assertOneLine(1, shell.run(""), "JDK", "21", "adoptium.net", "JAVA_HOME");
    }

    @Test
    void asks_for_a_jdk_when_there_is_only_an_old_one() throws IOException {
        Path old = Files.createDirectories(place.resolve("jdk-17"));
        shell.program(old.resolve("bin").resolve("javac"), "exit 0");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

        assertOneLine(1, shell.run(old.toString(), "test"), "JDK", "21", "JAVA_HOME");
    }

    @Test
    void asks_for_maven() {
        assertOneLine(1, shell.run(JDK, "jar"), "Maven", "apt-get install maven");
    }

    @Test
    void says_what_to_do_when_node_cannot_be_fetched() throws IOException {
        shell.program("mvn", "exit 0");
        shell.program("npm", "exit 1");

        assertOneLine(1, shell.run(JDK, "jar"), "Node 24", "network", "install Node");
    }

    @Test
    void says_what_to_do_when_the_build_fails_without_node_and_npm() throws IOException {
        shell.program("mvn", "exit 1");

        assertOneLine(1, shell.run(JDK, "jar"), "the build failed", "Node 24", "apt-get install npm");
    }

    @Test
    void knows_no_other_command() {
        assertOneLine(2, shell.run(JDK, "nonsense"), "'nonsense'", "./run.sh help");
        assertThat(shell.run(JDK, "help").code()).isZero();
    }

    private static void assertOneLine(int code, Shell.Ended ended, String... named) {
        assertThat(ended.code()).as(ended.errors().toString()).isEqualTo(code);
        assertThat(ended.errors().stream().filter(line -> !line.startsWith("== ")).toList()).singleElement().asString()
                .startsWith("run.sh: ").contains(named);
    }
}
