package city.renewal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.testing.Certificates;
import city.renewal.testing.EncryptedMailServer;
import city.renewal.testing.MailServer;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes with a mail server: one that is trusted gets the mail, any other gets nothing and the mail waits. */
class EncryptedMailTest {

    private static Certificates own;
    private static Certificates foreign;
    private static Certificates otherHost;

    @TempDir
    private static Path directory;

    private final TestClock clock = TestClock.at(LocalDate.of(2026, 4, 15));
    private final MailServer mails = new MailServer();
    private TestDatabase database;
    private Services services;

    @BeforeAll
    static void makeCertificates() {
        own = new Certificates(directory, "own", "ip:127.0.0.1");
        foreign = new Certificates(directory, "foreign", "ip:127.0.0.1");
        otherHost = new Certificates(directory, "other-host", "dns:mail.example.cn");
    }

    @BeforeEach
    void open() {
        database = TestDatabase.embedded();
    }

    @AfterEach
    void close() {
        database.close();
        mails.close();
    }

    private static Map<String, String> environment(EncryptedMailServer server, String security, Path trusted) {
        Map<String, String> environment = MailServer.environment(security, server.port());
        environment.put("RENEWAL_MAIL_CERTIFICATES", trusted.toString());
        return environment;
    }

    private static EncryptedMailServer server(SSLContext identity, String security, MailServer behind) {
        return new EncryptedMailServer(identity, security.equals("starttls"), behind);
    }

    /** Somebody asks to be told, and the mail to confirm it is tried once. */
    private void ask(Map<String, String> environment) {
        start(environment);
        ReaderSample sample = new ReaderSample(services);
        services.get(Subscriptions.class).ask(sample.door(sample.compound().project(), null, null), "li@example.cn",
                Locale.ENGLISH);
        services.get(MailWorker.class).pass();
    }

    private void start(Map<String, String> environment) {
        services = database.services(clock, environment);
    }

    private StaffMessages.Sending sending() {
        return services.get(StaffMessages.class).sending(Actor.commandLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void a_server_whose_certificate_is_trusted_gets_the_mail_encrypted(String security) {
        try (EncryptedMailServer server = server(own.identity(), security, mails)) {
            ask(environment(server, security, own.pem()));

            assertThat(mails.arrived()).extracting(MailServer.Arrived::to).containsExactly("li@example.cn");
            assertThat(server.handshakes()).isEqualTo(1);
            assertThat(sending().unreachable()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void a_stranger_and_a_server_of_another_name_get_nothing_and_the_mail_waits(String security) {
        try (EncryptedMailServer stranger = server(foreign.identity(), security, mails);
             EncryptedMailServer other = server(otherHost.identity(), security, mails);
             EncryptedMailServer right = server(own.identity(), security, mails)) {
            ask(environment(stranger, security, own.pem()));
            refused("certification path");

            start(environment(other, security, otherHost.pem()));
            clock.pass(Duration.ofMinutes(20));
            services.get(MailWorker.class).pass();
            refused("127.0.0.1");

            start(environment(right, security, own.pem()));
            clock.pass(Duration.ofMinutes(20));
            services.get(MailWorker.class).pass();
            assertThat(mails.arrived()).as("it waited and came once").hasSize(1);
            assertThat(sending().queued()).isZero();
        }
    }

    /** Whoever listens is told nothing, and the administrator why. */
    private void refused(String why) {
        assertThat(mails.arrived()).isEmpty();
        assertThat(sending().queued()).isEqualTo(1);
        assertThat(sending().unreachable()).contains(why).doesNotContain("@");
    }

    @Test
    void a_file_without_a_certificate_trusts_nobody_and_says_so() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        try (EncryptedMailServer server = server(own.identity(), "tls", mails)) {
            ask(environment(server, "tls", empty));

            assertThat(mails.arrived()).isEmpty();
            assertThat(sending().queued()).isEqualTo(1);
            assertThat(sending().unreachable()).contains("No certificate");
        }
    }
}
