package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The licences of everything inside travel in the jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicencesIT {

    private JarFile jar;

    @BeforeAll
    void open() throws IOException {
        jar = new JarFile(PackagedJar.JAR.toFile());
    }

    @AfterAll
    void close() throws IOException {
        jar.close();
    }

    @Test
    void names_every_library_inside() throws IOException {
        String list = text("META-INF/licenses/LIBRARIES.txt") + text("META-INF/licenses/texts/CONTENTS.txt");
        List<JarEntry> libraries = jar.stream()
                .filter(entry -> entry.getName().matches("META-INF/maven/.+/pom\\.properties"))
                .filter(entry -> !entry.getName().contains("/city.renewal/"))
                .toList();

        assertThat(libraries).hasSizeGreaterThan(50);
        for (JarEntry library : libraries) {
            Properties properties = new Properties();
            try (InputStream file = jar.getInputStream(library)) {
                properties.load(file);
            }
            assertThat(list).contains("%s:%s:".formatted(properties.getProperty("groupId"),
                    properties.getProperty("artifactId")));
        }
        assertThat(list).contains("net.sf.mpxj:mpxj:", "org.hsqldb:hsqldb:").doesNotContain("Unknown license");
    }

    @Test
    void names_every_package_that_the_browser_gets() throws IOException {
        String list = text("META-INF/licenses/npm/PACKAGES.txt");
        JsonNode direct = JsonMapper.shared().readTree(Files.readString(Path.of("package.json"))).get("dependencies");

        direct.propertyNames().forEach(name -> assertThat(list).contains("\n" + name + " "));
        assertThat(list).contains("\nlit ", "\nreact ");
    }

    @Test
    void brings_the_texts() throws IOException {
        assertThat(text("META-INF/licenses/texts/Apache-2.0.txt")).contains("Version 2.0, January 2004");
        assertThat(text("META-INF/licenses/texts/LGPL-2.1.txt")).contains("LESSER GENERAL PUBLIC LICENSE");
        assertThat(text("META-INF/licenses/texts/HSQLDB.txt")).contains("The HSQL Development Group");
        assertThat(names("META-INF/licenses/libraries/postgresql-")).isNotEmpty();
        assertThat(names("META-INF/licenses/libraries/slf4j-api-")).isNotEmpty();
        assertThat(names("META-INF/licenses/npm/lit-")).isNotEmpty();
        assertThat(names("META-INF/licenses/npm/react-")).isNotEmpty();
    }

    private List<String> names(String prefix) {
        return jar.stream().map(JarEntry::getName).filter(name -> name.startsWith(prefix)).toList();
    }

    private String text(String name) throws IOException {
        try (InputStream file = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
