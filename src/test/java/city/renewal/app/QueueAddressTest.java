package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.base.Database;
import city.renewal.matter.MatterSample;
import city.renewal.matter.MatterTicket;
import city.renewal.subscription.QueueAddress;
import city.renewal.testing.People;
import city.renewal.testing.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What waits for staff, at the private address that their calendars and feed readers keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueAddressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    private final TestClock clock = TestClock.at(DAY);
    private RunningServer server;
    private QueueAddress addresses;
    private MatterSample matters;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
        addresses = server.services().get(QueueAddress.class);
        matters = new MatterSample(server.services());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void calendar_and_feed_say_what_waits_and_nothing_that_residents_wrote() {
        MatterTicket mine = matters.leak(matters.routed());
        MatterTicket nobodys = matters.leak(matters.compound());
        clock.moveTo(DAY.plusDays(1));
        String address = addresses.make(matters.worker, Locale.ENGLISH);

        HttpResponse<String> feed = server.get(address + ".atom?lang=en");
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(feed.headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(feed.body()).contains("Matter " + mine.number(), "Matter " + nobodys.number(), "nobody’s yet",
                        "/desk/matter/" + mine.number(), "urn:uuid:")
                .doesNotContain("ceiling", "13800001234", "138");
        String calendar = server.get(address + ".ics?lang=zh").body().replace("\r\n ", "");
        assertThat(calendar).contains("BEGIN:VEVENT", mine.number(), "还没有人承办", "DTSTART;VALUE=DATE:20260512")
                .doesNotContain("ceiling", "13800001234");
        assertThat(server.get(address + ".ics?lang=zh").body()).as("a calendar that reads again has nothing twice")
                .isEqualTo(server.get(address + ".ics?lang=zh").body());
    }

    @Test
    void address_ends_when_its_owner_ends_it_or_makes_another() {
        String first = addresses.make(matters.second, Locale.ENGLISH);
        assertThat(server.get(first + ".ics").statusCode()).isEqualTo(200);
        String second = addresses.make(matters.second, Locale.ENGLISH);
        assertThat(second).isNotEqualTo(first);
        assertThat(server.get(first + ".ics").statusCode()).isEqualTo(404);
        assertThat(server.get(second + ".atom").statusCode()).isEqualTo(200);
        assertThat(addresses.standing(matters.second)).isPresent();
        addresses.stop(matters.second);
        assertThat(server.get(second + ".atom").statusCode()).isEqualTo(404);
        assertThat(addresses.standing(matters.second)).isEmpty();
    }

    @Test
    void address_opens_nothing_else_and_no_other_token_opens_it() {
        String address = addresses.make(matters.worker, Locale.ENGLISH);
        String secret = address.substring(QueueAddress.ROOT.length());
        assertThat(server.get("/api/v1/findings?project=X", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(403);
        String other = server.services().get(Tokens.class).add(matters.worker,
                new NewToken(matters.worker.login(), "phone", Set.of(Scope.OWN_READ), null));
        assertThat(server.get(QueueAddress.ROOT + other + ".ics").statusCode()).isEqualTo(404);
        assertThat(server.get(QueueAddress.ROOT + "x.ics").statusCode()).isEqualTo(404);
        assertThat(server.get(QueueAddress.ROOT + "rc_" + "A".repeat(43) + ".ics").statusCode()).isEqualTo(404);
        int kept = server.services().get(Database.class).jdbi().withHandle(handle -> handle.createQuery(
                "SELECT COUNT(*) FROM api_token WHERE secret_hash = ?").bind(0, secret).mapTo(Integer.class).one());
        assertThat(kept).as("only its hash is kept").isZero();
    }

    @Test
    void matter_of_nobody_is_told_to_who_can_hand_it_over() {
        MatterTicket nobodys = matters.leak(matters.compound());
        Actor administrator = server.services().get(Accounts.class).add(Actor.commandLine(), "boss", "Boss",
                Role.ADMINISTRATOR, People.PASSWORD).actor();
        assertThat(server.get(addresses.make(administrator, Locale.ENGLISH) + ".atom?lang=en").body())
                .contains("Matter " + nobodys.number(), "nobody’s yet");
    }
}
