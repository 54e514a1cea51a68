package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationTest {

    @TempDir
    private Path directory;

    @Test
    void takes_a_flag_before_the_environment_before_the_file_before_the_default() throws IOException {
        Path file = file("server.port=8001\n");
        Map<String, String> environment = Map.of("RENEWAL_SERVER_PORT", "8002");

        assertThat(read(Map.of(), Map.of(), null).port()).isEqualTo(8080);
        assertThat(read(Map.of(), Map.of(), file).port()).isEqualTo(8001);
        assertThat(read(Map.of(), environment, file).port()).isEqualTo(8002);
        assertThat(read(Map.of(Setting.SERVER_PORT, "8003"), environment, file).port()).isEqualTo(8003);
    }

    @Test
    void has_sensible_defaults() {
        Configuration configuration = read(Map.of(), Map.of(), null);

        assertThat(configuration.loopback()).isTrue();
        assertThat(configuration.sessionTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(configuration.database().url()).isNull();
        assertThat(configuration.demonstration()).isEqualTo(Configuration.Demonstration.AUTO);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void documents_each_setting_with_its_default_and_variable(Setting setting) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("config/renewal.properties"));

        int line = lines.indexOf("#" + setting.key() + "=" + setting.fallback());
        assertThat(line).as("line of " + setting.key()).isPositive();
        assertThat(comment(lines, line)).containsPattern("\\b" + setting.variable() + "\\b");
    }

    /** Settings that belong together share a comment. */
    private static String comment(List<String> lines, int line) {
        int first = line;
        while (!lines.get(first - 1).isEmpty()) {
            first--;
        }
        return String.join(" ", lines.subList(first, line));
    }

    @Test
    void documents_nothing_that_is_no_setting() throws IOException {
        List<String> keys = Files.readAllLines(Path.of("config/renewal.properties")).stream()
                .filter(line -> line.matches("#?[a-z]+\\.[a-z.-]+=.*"))
                .map(line -> line.replaceFirst("#", "").split("=")[0])
                .toList();

        assertThat(keys).containsExactlyElementsOf(Arrays.stream(Setting.values()).map(Setting::key).toList());
    }

    @Test
    void takes_the_documented_file_as_it_is_with_every_line_made_active() throws IOException {
        Properties all = new Properties();
        for (Setting setting : Setting.values()) {
            all.setProperty(setting.key(), setting.fallback());
        }
        Path file = directory.resolve("all.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }

        assertThat(read(Map.of(), Map.of(), file)).isEqualTo(read(Map.of(), Map.of(), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SERVER_PORT           | 65536     | a whole number from 0 to 65535
            SERVER_PORT           | -1        | a whole number from 0 to 65535
            SERVER_PORT           | eighty    | a whole number from 0 to 65535
            SERVER_SESSION_MINUTES| 0         | a whole number from 1 to 1440
            SERVER_METRICS        | everybody | loopback, anyone or off
            SERVER_TRUSTED_PROXY | proxy.local | the proxy's address in numbers
            SERVER_PUBLIC_ADDRESS | ftp://a   | an address such as https://renewal.example.cn
            SERVER_PUBLIC_ADDRESS | http://a/b| an address such as https://renewal.example.cn
            DATA_DEMONSTRATION    | perhaps   | yes, no or auto
            DATABASE_URL          | jdbc:h2:x | jdbc:postgresql:
            DATABASE_CONNECTIONS  | 1         | a whole number from 2 to 64
            TIME_ZONE             | Nowhere   | a zone such as Asia/Shanghai
            IMPORT_MEGABYTES      | 1025      | a whole number from 1 to 1024
            MAIL_HOST             | a b       | the name of a mail server
            MAIL_PORT             | 0         | a whole number from 1 to 65535
            MAIL_CERTIFICATES     | no.pem    | a file of certificates in PEM
            MAIL_SECURITY         | ssl       | starttls, tls or none
            """)
    void says_which_value_will_not_do_and_what_would(Setting setting, String value, String wanted) {
        assertThatThrownBy(() -> read(Map.of(), Map.of(setting.variable(), value), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(setting.key(), setting.variable(), value, wanted)
                .message().doesNotContain("\n");
    }

    @Test
    void refuses_unknown_keys_and_files_that_cannot_be_read() throws IOException {
        Path unknown = file("server.prot=8081\n");
        Path malformed = file("server.port=\\u00zz\n");

        assertRefused(unknown, "server.prot");
        assertRefused(malformed, malformed.toString());
        assertRefused(directory.resolve("missing.properties"), "missing.properties");
        assertRefused(directory, directory.toString());
    }

    private static void assertRefused(Path file, String named) {
        assertThatThrownBy(() -> read(Map.of(), Map.of(), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named)
                .message().doesNotContain("\n");
    }

    @Test
    void keeps_the_passwords_to_itself() {
        Configuration configuration = read(Map.of(), Map.of("RENEWAL_DATABASE_PASSWORD", "top-secret",
                "RENEWAL_MAIL_PASSWORD", "more-secret"), null);

        assertThat(configuration.toString()).doesNotContain("top-secret", "more-secret");
    }

    @Test
    void asks_for_what_mails_need_once_there_is_a_server() {
        Map<String, String> alone = Map.of("RENEWAL_MAIL_HOST", "smtp.example.cn");
        Map<String, String> nameless = Map.of("RENEWAL_MAIL_HOST", "smtp.example.cn", "RENEWAL_SERVER_PUBLIC_ADDRESS",
                "https://renewal.example.cn");

        assertThatThrownBy(() -> read(Map.of(), alone, null)).isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("server.public-address", "because mail.host is set");
        assertThatThrownBy(() -> read(Map.of(), nameless, null)).isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("mail.from", "because mail.host is set");
        assertThat(read(Map.of(), Map.of(), null).mail().configured()).isFalse();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "renewal", ".properties"), text);
    }

    private static Configuration read(Map<Setting, String> flags, Map<String, String> environment,
                                      @Nullable Path file) {
        return Configuration.read(flags, environment, file);
    }
}
