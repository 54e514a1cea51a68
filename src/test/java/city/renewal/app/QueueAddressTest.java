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
import city.renewal.project.Projects;
import city.renewal.site.finding.FindingPhotos;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.photo.Photos;
import city.renewal.subscription.QueueAddress;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What waits for staff, at the private address that their calendars and feed readers keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueAddressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    @BeforeEach
    void begin() {
        clock.moveTo(DAY);
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

    private List<VEvent> events(String address) throws Exception {
        return new CalendarBuilder().build(new StringReader(server.get(address + ".ics?lang=zh").body()))
                .getComponents("VEVENT");
    }

    private static VEvent about(List<VEvent> events, String words) {
        return events.stream().filter(event -> said(event, "SUMMARY").contains(words)).findFirst().orElseThrow();
    }

    private static String said(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    @Test
    void what_is_due_stands_at_its_hour_and_once_that_is_over_on_today_as_overdue() throws Exception {
        MatterTicket mine = matters.leak(matters.routed());
        OffsetDateTime due = matters.page(mine).line().dueAt();
        String address = addresses.make(matters.worker, Locale.ENGLISH);

        VEvent before = about(events(address), mine.number());
        assertThat(said(before, "SUMMARY")).doesNotContain("逾期");
        assertThat(said(before, "DTSTART")).isEqualTo(UTC.format(due)).endsWith("Z");
        assertThat(said(before, "DTEND")).isEqualTo(UTC.format(due.plusMinutes(30)));
        assertThat(said(before, "TRANSP")).as("it takes up nobody's time").isEqualTo("TRANSPARENT");
        assertThat(before.getAlarms()).isEmpty();
        clock.moveTo(DAY.plusDays(2));
        VEvent after = about(events(address), mine.number());
        assertThat(said(after, "SUMMARY")).startsWith("已逾期：诉求");
        assertThat(said(after, "DTSTART")).isEqualTo("20260513");
        assertThat(said(after, "UID")).as("it moves in the calendar").isEqualTo(said(before, "UID"));
    }

    @Test
    void finding_stands_on_its_last_day_and_once_that_is_over_on_today_as_overdue() throws Exception {
        PublicSample sample = new PublicSample(server.services());
        SmallPlan plan = sample.compound("QUEUED", "Compound", "Street");
        Findings findings = server.services().get(Findings.class);
        People people = sample.people();
        findings.raise(people.supervisor(), new NewFinding(plan.project().id(), "safety", "minor", "临边无护栏",
                server.services().get(Projects.class).places(plan.project().id()).getFirst().id(), plan.pipes(),
                findings.parties(plan.project().id()).getFirst().id(), DAY.plusDays(2),
                List.of(FindingPhotos.received(server.services().get(Photos.class), people.engineer(), 1)), null));
        String address = addresses.make(people.engineer(), Locale.ENGLISH);

        assertThat(said(about(events(address), "临边无护栏"), "DTSTART")).isEqualTo("20260513");
        clock.moveTo(DAY.plusDays(4));
        VEvent late = about(events(address), "临边无护栏");
        assertThat(said(late, "SUMMARY")).startsWith("已逾期：");
        assertThat(said(late, "DTSTART")).isEqualTo("20260515");
    }

    @Test
    void links_lead_to_the_machine_and_not_where_the_caller_says_that_it_is() throws Exception {
        matters.leak(matters.compound());
        String address = addresses.make(matters.worker, Locale.ENGLISH);
        URI there = server.address("/");
        try (Socket caller = new Socket(there.getHost(), there.getPort())) {
            caller.getOutputStream().write(("GET " + address + ".atom HTTP/1.1\r\nHost: evil.example\r\n"
                    + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("200 OK", "http://127.0.0.1:" + there.getPort() + "/desk").doesNotContain("evil");
        }
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
