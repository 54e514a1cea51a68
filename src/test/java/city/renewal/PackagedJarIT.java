package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.renewal.PackagedJar.Ended;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.testing.ChildProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped jar: started, probed and stopped, with the Java that builds it and with 17. */
class PackagedJarIT {

    private static final Path JAVA = Path.of(ChildProgram.java());
    private static final int STOPPED_BY_SIGTERM = 143;

    @TempDir
    private Path data;

    static Stream<Path> javas() {
        return PackagedJar.javas();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void serves_and_stops_when_told(Path java) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
             ChildProgram program = PackagedJar.start(java, "--port", "0", "--no-demo", "--data", data.toString())) {
            URI address = PackagedJar.address(program);

            HttpResponse<String> page = get(client, address.resolve("/"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("'nonce-");
            assertThat(get(client, address.resolve("/health")).body()).contains("\"status\":\"up\"");
            assertThat(get(client, address.resolve("/icons/huanxin.svg")).statusCode()).isEqualTo(200);
            assertThat(get(client, address.resolve("/VAADIN/")).statusCode()).isEqualTo(404);
            assertThat(get(client, address.resolve("/icons/")).statusCode()).isEqualTo(404);
            assertThat(get(client, address.resolve("/no/such/page")).statusCode()).isEqualTo(404);
            assertScriptIsKeptForAYear(client, address, page.body());

            program.stop();
            assertThat(program.rest()).allMatch(line -> line.matches(PackagedJar.LOG_LINE))
                    .anyMatch(line -> line.contains("Database closed"));
            assertThat(program.exitCode()).isIn(0, STOPPED_BY_SIGTERM);
        }
        assertThat(Files.readString(data.resolve("renewal.properties"))).contains("modified=no");
        Database.open(DatabaseSettings.embedded(data)).close();
    }

    private static void assertScriptIsKeptForAYear(HttpClient client, URI address, String page) throws Exception {
        Matcher script = Pattern.compile("VAADIN/build/[^\"']+\\.js").matcher(page);
        assertThat(script.find()).isTrue();
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(address.resolve("/" + script.group()))
                .header("Accept-Encoding", "br").build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Cache-Control")).singleElement().asString()
                .contains("max-age=31536000", "immutable");
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("br");
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void makes_the_first_administrator_with_a_password_from_standard_input(Path java) {
        Ended added = PackagedJar.run(java, "a long password\n", "user", "add", "admin", "--role", "administrator",
                "--data", data.toString());
        assertThat(added.code()).as(added.errors().toString()).isZero();
        assertThat(added.output().toString()).contains("admin").doesNotContain("a long password");

        Ended listed = PackagedJar.run(java, "", "user", "list", "--data", data.toString());
        assertThat(listed.output()).containsExactly("admin\tADMINISTRATOR\tadmin");
        assertThat(PackagedJar.run(java, "", "user", "token", "admin", "--data", data.toString()).output())
                .singleElement().asString().startsWith("rc_");
        assertThat(PackagedJar.run(java, "", "check", "--data", data.toString()).code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void ends_with_two_on_wrong_usage(Path java) {
        Ended ended = PackagedJar.run(java, "", "serve", "--nonsense");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors().toString()).contains("--nonsense", "--help");
        assertThat(PackagedJar.run(java, "", "--help").code()).isZero();
    }

    @Test
    void says_in_one_line_which_setting_will_not_do() throws IOException {
        Path file = Files.writeString(data.resolve("my.properties"), "server.prot=8081\n");

        assertOneLine(2, PackagedJar.run(JAVA, "", "serve", "--config", file.toString()), "server.prot");
        assertOneLine(2, PackagedJar.run(JAVA, "", "serve", "--port", "eighty"), "server.port");
    }

    @Test
    void says_in_one_line_that_port_or_data_are_taken() {
        try (ChildProgram first = PackagedJar.start(JAVA, "--port", "0", "--no-demo", "--data",
                data.resolve("first").toString())) {
            String port = String.valueOf(PackagedJar.address(first).getPort());

            assertOneLine(1, PackagedJar.run(JAVA, "", "--port", port, "--no-demo", "--data",
                    data.resolve("second").toString()), port);
            assertOneLine(1, PackagedJar.run(JAVA, "", "user", "list", "--data", data.resolve("first").toString()),
                    data.resolve("first").toString());
        }
    }

    @Test
    void says_in_one_line_that_the_directory_cannot_be_written() throws IOException {
        Path closed = Files.createDirectory(data.resolve("closed"));
        List<String> command = PackagedJar.command(JAVA, "user", "list", "--data", closed.toString());
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root may write everywhere");
            Path jar = readableByAll(closed);
            command = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", JAVA.toString(), "-jar",
                    jar.toString(), "user", "list", "--data", closed.toString());
        } else {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        }

        assertOneLine(1, PackagedJar.run(command, ""), closed.toString());
    }

    private Path readableByAll(Path closed) throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = Files.copy(PackagedJar.JAR, data.resolve("copy.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        return jar;
    }

    private static void assertOneLine(int code, Ended ended, String named) {
        assertThat(ended.code()).as(ended.errors().toString()).isEqualTo(code);
        assertThat(PackagedJar.said(ended.errors())).singleElement().asString().contains(named)
                .doesNotContain("Exception");
    }
}
