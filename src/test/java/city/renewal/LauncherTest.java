package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path place;

    @Test
    void takes_the_newest_of_several_that_will_do() throws IOException {
        home("jdk-17", "17.0.15");
        home("jdk-21", "21.0.9");
        Path newest = home("jdk-25", "25.0.1");
        home("jdk-8", "1.8.0_402");

        assertThat(Launcher.newerJava(homes(null))).isEqualTo(newest);
    }

    @Test
    void prefers_the_one_that_the_environment_names() throws IOException {
        home("jdk-25", "25");
        Path named = home("other/jdk-21", "21");

        assertThat(Launcher.newerJava(homes(place.resolve("other/jdk-21").toString()))).isEqualTo(named);
    }

    @Test
    void looks_into_the_folders_of_other_systems() throws IOException {
        Path bundled = home("temurin-21.jdk/Contents/Home", "21.0.9");

        assertThat(Launcher.newerJava(homes(null))).isEqualTo(bundled);
    }

    @Test
    void passes_over_what_is_too_old_or_no_java_at_all() throws IOException {
        home("jdk-17", "17.0.15");
        home("odd", "soon");
        Files.createDirectories(place.resolve("empty"));
        Files.writeString(place.resolve("file"), "");

        assertThat(Launcher.newerJava(homes(null))).isNull();
        assertThat(Launcher.newerJava(Launcher.homes("", "/nowhere", List.of("/nowhere")))).isNull();
    }

    @Test
    void says_in_one_line_what_to_install() {
        assertThat(Launcher.noneFound(17)).contains("Java 17", "21 or later", "https://").doesNotContain("\n");
    }

    private Set<Path> homes(@Nullable String javaHome) {
        return Launcher.homes(javaHome, place.resolve("nobody").toString(), List.of(place.toString()));
    }

    private Path home(String name, String version) throws IOException {
        Path home = Files.createDirectories(place.resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createFile(Files.createDirectories(home.resolve("bin"))
                .resolve(File.separatorChar == '\\' ? "java.exe" : "java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }
}
