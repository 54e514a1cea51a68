package city.renewal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeMove;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.resident.ResidentPages;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.MailServer.Arrived;
import city.renewal.testing.MailServer;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.RefusingMailServer;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the wish to be told to the mail in the box, with a real mail server between. */
@OnEachDatabase
class MailsTest {

    /** A Wednesday; the clock says noon. */
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static final LocalDateTime NOON = TODAY.atTime(12, 0);

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(TODAY);
    private MailServer server;
    private Services services;
    private ReaderSample sample;
    private SmallPlan compound;

    MailsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        jdbi().useHandle(handle -> List.of("subscription_told", "mail", "subscription_end", "subscription")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
        server = new MailServer();
        restart(server.environment());
        sample = new ReaderSample(services);
        compound = sample.compound();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The program ends and starts again with what the database has. */
    private void restart(Map<String, String> environment) {
        services = database.services(clock, environment);
    }

    private Jdbi jdbi() {
        return database.jdbi();
    }

    private Subscriptions subscriptions() {
        return services.get(Subscriptions.class);
    }

    private void pass() {
        services.get(MailWorker.class).pass();
    }

    private void sleepUntil(LocalDateTime time) {
        clock.pass(Duration.between(clock.instant(), time.atZone(clock.getZone())));
    }

    private Door whole() {
        return sample.door(compound.project(), null, null);
    }

    private int count(String table) {
        return jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(int.class).one());
    }

    private List<Arrived> newSince(int before) {
        List<Arrived> all = server.arrived();
        return all.subList(before, all.size());
    }

    @Test
    void an_address_counts_when_its_owner_has_confirmed_it() {
        subscriptions().ask(whole(), " Li.Ming@Example.CN ", Locale.SIMPLIFIED_CHINESE);
        sample.cut(compound.project(), NOON.plusHours(20));
        pass();
        Arrived asked = server.arrived().getFirst();

        assertThat(server.arrived()).as("nobody is told before").hasSize(1);
        assertThat(asked.to()).isEqualTo("Li.Ming@example.cn");
        assertThat(asked.subject()).contains("请确认").contains(compound.project().name());
        assertThat(asked.html()).contains(MailServer.PUBLIC + "/mail/confirm/");
        String key = ReaderSample.key(asked);
        assertThat(subscriptions().confirming(key)).get().extracting(Subscriptions.Reader::address)
                .isEqualTo("L***@example.cn");
        assertThat(subscriptions().confirm(key)).isTrue();
        assertThat(subscriptions().confirm(key)).as("once").isFalse();
        assertThat(subscriptions().confirming(key)).isEmpty();
        assertThat(subscriptions().confirming("x")).isEmpty();
    }

    @Test
    void a_link_does_not_hold_for_ever() {
        subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH);
        pass();
        clock.pass(Duration.ofHours(25));

        assertThat(subscriptions().confirm(ReaderSample.key(server.arrived().getFirst()))).isFalse();
    }

    @Test
    void a_cut_of_tomorrow_is_told_once_at_once_in_the_readers_language_with_a_way_to_leave() {
        sample.reads(server, sample.door(compound.project(), "B02", 2), "li@example.cn");
        Notice cut = sample.cut(compound.project(), NOON.plusHours(20), new NoticeTarget("B02", 2));
        pass();
        pass();
        List<Arrived> told = newSince(1);

        assertThat(told).hasSize(1);
        Arrived mail = told.getFirst();
        assertThat(mail.subject()).startsWith(compound.project().nameEn() + ": Tomorrow: " + cut.kind().name().en());
        assertThat(mail.text()).contains("New risers", "022-0000-1001", "Building 2, stairwell 2")
                .contains(MailServer.PUBLIC + "/n/" + compound.project().code() + "/B02/2?lang=en");
        assertThat(mail.html()).contains("<html lang=\"en\">", "New risers").doesNotContain("<script", "<img");
        assertThat(mail.text() + mail.html()).as("never a person").doesNotContain("Somebody Private", "li@example.cn");
        String leave = MailServer.PUBLIC + mail.link("/mail/leave/");
        assertThat(mail.headers()).containsEntry("List-Unsubscribe", "<" + leave + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.headers().get("Message-ID")).matches("<[0-9a-f-]{36}@example\\.cn>");
        assertThat(mail.headers().get("From")).contains(MailServer.FROM);

        subscriptions().leave(ReaderSample.leaveKey(mail));
        subscriptions().leave(ReaderSample.leaveKey(mail));
        assertThat(List.of(count("subscription"), count("mail"), count("subscription_told"))).containsOnly(0);
        assertThat(count("subscription_end")).isEqualTo(1);
        sample.cut(compound.project(), NOON.plusHours(18));
        pass();
        assertThat(newSince(2)).isEmpty();
    }

    @Test
    void a_door_is_told_what_concerns_it() {
        sample.reads(server, sample.door(compound.project(), "B02", 2), "two@example.cn");
        sample.reads(server, sample.door(compound.project(), "B02", 3), "three@example.cn");
        sample.cut(compound.project(), NOON.plusHours(20), new NoticeTarget("B02", 3));
        pass();

        assertThat(newSince(2)).extracting(Arrived::to).containsExactly("three@example.cn");
        assertThat(subscriptions().door(compound.project().code(), "B02", 4)).isEmpty();
        assertThat(subscriptions().door(compound.project().code(), "B99", null)).isEmpty();
    }

    @Test
    void what_is_moved_or_cancelled_is_told_again() {
        sample.reads(server, whole(), "li@example.cn");
        Notice cut = sample.cut(compound.project(), NOON.plusHours(20));
        pass();
        services.get(Notices.class).cancel(sample.people.people().planner(), cut.id(), 1, "no pipes yet");
        pass();

        assertThat(newSince(1)).extracting(Arrived::subject).satisfiesExactly(
                first -> assertThat(first).contains("Tomorrow"),
                second -> assertThat(second).contains("Cancelled").doesNotContain("Tomorrow"));
    }

    @Test
    void who_was_told_of_a_near_time_is_told_at_once_that_it_is_another_now() {
        sample.reads(server, whole(), "li@example.cn");
        Notice cut = sample.cut(compound.project(), NOON.plusDays(20));
        Notices notices = services.get(Notices.class);
        notices.move(sample.people.people().planner(), cut.id(), new NoticeMove(1, NOON.plusHours(20),
                NOON.plusHours(25), false, "pipes came early", null, "burst pipe"));
        pass();
        assertThat(newSince(1)).as("nearer than it was").hasSize(1);
        notices.move(sample.people.people().planner(), cut.id(), new NoticeMove(2, NOON.plusDays(8),
                NOON.plusDays(8).plusHours(5), false, "no pipes yet", null, null));
        pass();

        assertThat(newSince(2)).as("although it is far again").hasSize(1);
    }

    @Test
    void what_can_wait_comes_in_the_morning_and_a_cut_once_more_on_the_day_before() {
        sample.reads(server, whole(), "li@example.cn");
        sample.cut(compound.project(), NOON.plusDays(5));
        sample.people.explained(compound.project(), "Rain for a week");
        pass();
        sleepUntil(TODAY.plusDays(1).atTime(7, 49));
        pass();
        assertThat(newSince(1)).as("neither at noon nor before eight").isEmpty();
        sleepUntil(TODAY.plusDays(1).atTime(8, 10));
        pass();
        clock.pass(Duration.ofMinutes(20));
        pass();
        sleepUntil(TODAY.plusDays(4).atTime(7, 30));
        pass();
        List<Arrived> told = newSince(1);

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().text()).contains("Rain for a week", "New risers");
        assertThat(told.getLast().subject()).contains("Tomorrow");
    }

    @Test
    void confirmed_work_comes_once_a_week() {
        sample.reads(server, whole(), "li@example.cn");
        sample.people.confirmed(compound.pipes(), TODAY, "12");
        sleepUntil(TODAY.plusDays(2).atTime(9, 0));
        pass();
        assertThat(newSince(1)).isEmpty();
        sleepUntil(TODAY.plusDays(5).atTime(9, 0));
        pass();
        clock.pass(Duration.ofDays(1));
        pass();

        assertThat(newSince(1)).hasSize(1).first().satisfies(mail -> assertThat(mail.text()).contains("Pipes", "12"));
    }

    @Test
    void nothing_of_a_busy_week_is_left_out_of_the_count() {
        sample.reads(server, whole(), "li@example.cn");
        IntStream.range(0, 60).forEach(i -> sample.people.confirmed(compound.pipes(), TODAY, "0.5"));
        sleepUntil(TODAY.plusDays(5).atTime(9, 0));
        pass();

        assertThat(newSince(1)).singleElement().satisfies(mail -> assertThat(mail.text()).contains("40 more on the notice"));
    }

    @Test
    void the_night_is_quiet_but_for_what_cannot_wait() {
        sample.reads(server, whole(), "li@example.cn");
        sleepUntil(TODAY.atTime(23, 0));
        sample.cut(compound.project(), TODAY.plusDays(1).atTime(14, 0));
        pass();
        assertThat(newSince(1)).isEmpty();
        sample.cut(compound.project(), TODAY.plusDays(1).atTime(8, 0));
        pass();
        assertThat(newSince(1)).hasSize(1);
        sleepUntil(TODAY.plusDays(1).atTime(7, 5));
        pass();

        assertThat(newSince(1)).hasSize(2);
    }

    @Test
    void a_cut_of_the_early_morning_that_could_not_be_told_in_the_evening_is_told_at_night() {
        sample.reads(server, whole(), "li@example.cn");
        sleepUntil(TODAY.atTime(21, 55));
        server.stop();
        sample.cut(compound.project(), TODAY.plusDays(1).atTime(7, 30));
        pass();
        server.startAgain();
        sleepUntil(TODAY.atTime(22, 10));
        pass();

        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away_over_a_restart_and_arrives_once() {
        sample.reads(server, whole(), "li@example.cn");
        server.stop();
        sample.cut(compound.project(), NOON.plusHours(20));
        pass();
        StaffMessages.Sending away = services.get(StaffMessages.class).sending(Actor.commandLine());
        assertThat(away.queued()).isEqualTo(1);
        assertThat(away.unreachable()).isNotNull().doesNotContain("@");
        restart(server.environment());
        pass();
        server.startAgain();
        pass();
        assertThat(server.arrived()).as("not at once: the server has a pause").isEmpty();
        clock.pass(Duration.ofMinutes(2));
        pass();
        pass();

        assertThat(server.arrived()).hasSize(1);
        StaffMessages.Sending back = services.get(StaffMessages.class).sending(Actor.commandLine());
        assertThat(back.queued()).isZero();
        assertThat(back.unreachable()).isNull();
        assertThatThrownBy(() -> services.get(StaffMessages.class).sending(sample.people.people().planner()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_of_no_use_any_more_is_not_sent() {
        sample.reads(server, whole(), "li@example.cn");
        server.stop();
        sample.cut(compound.project(), NOON.plusHours(20));
        pass();
        server.startAgain();
        clock.pass(Duration.ofHours(25));
        pass();

        assertThat(server.arrived()).isEmpty();
        assertThat(services.get(StaffMessages.class).sending(Actor.commandLine()).expired()).isEqualTo(1);
    }

    @Test
    void an_address_that_its_server_does_not_know_is_paused_and_not_named() {
        sample.reads(server, whole(), "li@example.cn");
        sample.cut(compound.project(), NOON.plusHours(20));
        try (RefusingMailServer refusing = new RefusingMailServer("550 5.1.1 {0} unknown")) {
            restart(MailServer.environment("none", refusing.port()));
            pass();
            StaffMessages.Sending sending = services.get(StaffMessages.class).sending(Actor.commandLine());
            assertThat(List.of(sending.readers(), sending.paused(), sending.failed(), sending.queued()))
                    .containsExactly(0, 1, 1, 0);
            assertThat(sending.error()).contains("unknown").doesNotContain("li@example.cn", "@");
        }
        restart(server.environment());
        sample.cut(compound.project(), NOON.plusHours(22));
        pass();
        assertThat(newSince(1)).isEmpty();
        clock.pass(Duration.ofMinutes(11));
        sample.reads(server, whole(), "li@example.cn");
        assertThat(services.get(StaffMessages.class).sending(Actor.commandLine()).paused()).isZero();
    }

    @Test
    void what_the_server_refuses_for_now_is_tried_again() {
        subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH);
        try (RefusingMailServer busy = new RefusingMailServer("450 4.2.0 try later")) {
            restart(MailServer.environment("none", busy.port()));
            pass();
            pass();
        }
        restart(server.environment());
        pass();
        assertThat(server.arrived()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        pass();

        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void a_full_mailbox_or_a_rule_of_the_server_says_nothing_against_the_address() {
        List<String> answers = List.of("554 5.7.1 relay denied", "550 5.7.26 not authenticated", "552 5.2.2 full",
                "550-5.7.1 not today\r\n550 5.7.1 see our rules", "554 no");
        for (int i = 0; i < answers.size(); i++) {
            subscriptions().ask(whole(), "li" + i + "@example.cn", Locale.ENGLISH);
            try (RefusingMailServer refusing = new RefusingMailServer(answers.get(i))) {
                restart(MailServer.environment("none", refusing.port()));
                pass();
            }
            StaffMessages.Sending sending = services.get(StaffMessages.class).sending(Actor.commandLine());
            assertThat(List.of(sending.paused(), sending.failed(), sending.queued())).as(answers.get(i))
                    .containsExactly(0, 0, i + 1);
        }
        subscriptions().ask(whole(), "nobody@example.cn", Locale.ENGLISH);
        try (RefusingMailServer refusing = new RefusingMailServer("550 no such user")) {
            restart(MailServer.environment("none", refusing.port()));
            pass();
        }
        assertThat(services.get(StaffMessages.class).sending(Actor.commandLine()).paused()).isEqualTo(1);
    }

    @Test
    void a_mail_over_which_the_server_hangs_up_lets_the_others_go_first() {
        subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH);
        subscriptions().ask(whole(), "wang@example.cn", Locale.ENGLISH);
        try (RefusingMailServer hangingUp = new RefusingMailServer("421 4.3.2 closing")) {
            restart(MailServer.environment("none", hangingUp.port()));
            pass();
            assertThat(attempts()).containsExactly(1, 0);
            assertThat(services.get(StaffMessages.class).sending(Actor.commandLine()).unreachable()).isNotNull();
            clock.pass(Duration.ofMinutes(1));
            pass();
        }

        assertThat(attempts()).containsExactly(1, 1);
    }

    private List<Integer> attempts() {
        return jdbi().withHandle(handle ->
                handle.createQuery("SELECT attempts FROM mail ORDER BY id").mapTo(Integer.class).list());
    }

    @Test
    void a_mail_that_cannot_be_read_does_not_keep_the_others() {
        subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH);
        jdbi().useHandle(handle -> handle.execute("UPDATE mail SET content_sealed = ?",
                services.get(Vault.class).seal("[]", "mail content")));
        subscriptions().ask(whole(), "wang@example.cn", Locale.ENGLISH);
        pass();

        assertThat(server.arrived()).extracting(Arrived::to).containsExactly("wang@example.cn");
        assertThat(attempts()).containsExactly(1, 1);
    }

    @Test
    void of_a_project_that_was_closed_to_the_public_meanwhile_nobody_is_told() {
        sample.reads(server, whole(), "li@example.cn");
        server.stop();
        sample.cut(compound.project(), NOON.plusHours(20));
        pass();
        server.startAgain();
        open(false);
        clock.pass(Duration.ofMinutes(2));
        pass();
        assertThat(server.arrived()).isEmpty();
        open(true);
        pass();

        assertThat(server.arrived()).hasSize(1);
    }

    private void open(boolean open) {
        services.get(Projects.class).setOpenToPublic(sample.people.people().planner(), compound.project().code(), open);
    }

    @Test
    void nothing_is_said_in_the_clear_to_a_server_that_cannot_encrypt() {
        for (String security : List.of("starttls", "tls")) {
            restart(MailServer.environment(security, server.port()));
            subscriptions().ask(whole(), security + "@example.cn", Locale.ENGLISH);
            pass();

            assertThat(services.get(StaffMessages.class).sending(Actor.commandLine()).unreachable()).isNotNull();
        }
        assertThat(server.arrived()).isEmpty();
    }

    @Test
    void whoever_asks_again_is_told_so_by_mail_alone() {
        sample.reads(server, whole(), "li@example.cn");
        subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH);
        pass();
        assertThat(newSince(1)).as("a moment ago").isEmpty();
        clock.pass(Duration.ofMinutes(11));
        subscriptions().ask(whole(), "LI@EXAMPLE.CN", Locale.ENGLISH);
        pass();

        assertThat(newSince(1)).extracting(Arrived::subject).singleElement().asString().contains("already");
        assertThat(count("subscription")).isEqualTo(1);
    }

    @Test
    void what_is_no_address_is_refused() {
        for (String typed : List.of("", "li", "li@", "@example.cn", "li@example", "a@b.cn,c@d.cn", "li@example.cn\r\nBcc: x@y.cn",
                "li ming@example.cn", "<li@example.cn>", "a".repeat(65) + "@example.cn", "a@" + "b".repeat(260) + ".cn")) {
            assertThatThrownBy(() -> subscriptions().ask(whole(), typed, Locale.ENGLISH)).as(typed)
                    .isInstanceOf(Refusal.class);
        }
        assertThat(count("mail")).isZero();
    }

    @Test
    void names_cannot_write_headers_and_nothing_is_endless() {
        Letter letter = new Letter("Court\r\nBcc: x@y.cn", "Court\u2028two", "in\u0000tro",
                IntStream.range(0, 500).mapToObj(i -> new Letter.Item("t".repeat(5_000), "x".repeat(50_000), "/")).toList(),
                null, "/", "go", "note");

        assertThat(letter.subject()).isEqualTo("Court Bcc: x@y.cn");
        assertThat(letter.heading()).isEqualTo("Court two");
        assertThat(letter.items()).hasSize(Letter.MOST_ITEMS)
                .allSatisfy(item -> assertThat(item.title().length() + item.text().length()).isLessThan(900));
    }

    @Test
    void addresses_and_keys_lie_sealed_in_the_database() {
        sample.reads(server, whole(), "li.ming@example.cn");
        subscriptions().ask(whole(), "wang@example.cn", Locale.ENGLISH);
        String rows = jdbi().withHandle(handle -> handle.createQuery("SELECT * FROM subscription").mapToMap().list()
                + "" + handle.createQuery("SELECT * FROM mail").mapToMap().list());

        assertThat(rows).doesNotContain("example.cn", "li.ming", "wang", "/mail/confirm/");
    }

    @Test
    void a_thousand_readers_take_as_many_statements_as_one() {
        sample.reads(server, whole(), "first@example.cn");
        sample.cut(compound.project(), NOON.plusHours(20));
        ChangeLetters letters = letters();
        int one = statements(letters);
        IntStream.range(0, 30).forEach(i -> sample.reads(server, whole(), "reader" + i + "@example.cn"));
        sample.cut(compound.project(), NOON.plusHours(22));

        assertThat(statements(letters)).isEqualTo(one).isLessThanOrEqualTo(14);
    }

    private ChangeLetters letters() {
        return new ChangeLetters(jdbi(), services.get(ResidentPages.class),
                new Outbox(jdbi(), services.get(Vault.class), clock),
                services.get(Messages.class), services.get(Kinds.class), clock);
    }

    private int statements(ChangeLetters letters) {
        try (StatementCount count = StatementCount.of(jdbi())) {
            assertThat(letters.write(new SubscriptionDao.Watched(compound.project().id(), compound.project().code())))
                    .isPositive();
            return count.statements().size();
        }
    }

    @Test
    void addresses_are_deleted_when_they_are_of_no_use() {
        sample.reads(server, whole(), "li@example.cn");
        subscriptions().ask(whole(), "nobody@example.cn", Locale.ENGLISH);
        clock.pass(Duration.ofDays(8));
        assertThat(services.get(SubscriptionUpkeep.class).run()).isEqualTo(new SubscriptionUpkeep.Done(1, 0));
        jdbi().useHandle(handle -> {
            handle.execute("UPDATE project SET stage = 'handover' WHERE id = ?", compound.project().id());
            handle.execute("INSERT INTO project_stage (project_id, stage, reached_on) VALUES (?, 'handover', ?)",
                    compound.project().id(), TODAY);
        });
        assertThat(services.get(SubscriptionUpkeep.class).run().over()).isZero();
        clock.pass(Duration.ofDays(90));

        assertThat(services.get(SubscriptionUpkeep.class).run().over()).isEqualTo(1);
        assertThat(count("subscription")).isZero();
        assertThat(count("subscription_end")).isEqualTo(2);
    }

    @Test
    void addresses_that_are_paused_or_of_a_closed_project_do_not_stay_for_good() {
        sample.reads(server, whole(), "li@example.cn");
        Door other = sample.door(sample.compound().project(), null, null);
        sample.reads(server, other, "wang@example.cn");
        jdbi().useHandle(handle -> handle.execute("UPDATE subscription SET paused_at = ? WHERE scope = ?",
                clock.instant().atZone(clock.getZone()).toOffsetDateTime(), other.path()));
        clock.pass(Duration.ofDays(1));
        open(false);
        clock.pass(Duration.ofDays(89));
        assertThat(services.get(SubscriptionUpkeep.class).run().over()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(services.get(SubscriptionUpkeep.class).run().over()).as("paused").isEqualTo(1);
        clock.pass(Duration.ofDays(1));

        assertThat(services.get(SubscriptionUpkeep.class).run().over()).as("closed").isEqualTo(1);
    }

    @Test
    void without_a_mail_server_nothing_is_taken() {
        restart(Map.of());

        assertThat(subscriptions().offered()).isFalse();
        assertThatThrownBy(() -> subscriptions().ask(whole(), "li@example.cn", Locale.ENGLISH))
                .isInstanceOf(Refusal.class).hasMessage("subscription.off");
    }

    @Test
    void staff_get_their_queue_on_working_mornings_when_something_waits() {
        StaffMessages staff = services.get(StaffMessages.class);
        Actor supervisor = sample.people.people().supervisor();
        Actor viewer = sample.people.people().community();
        for (Actor actor : List.of(supervisor, viewer)) {
            staff.give(actor, actor.login() + "@example.cn", Locale.ENGLISH);
            pass();
            assertThat(staff.own(actor)).get().extracting(StaffMessages.Own::standing)
                    .isEqualTo(StaffMessages.Standing.WAITING);
            subscriptions().confirm(ReaderSample.key(server.arrived().getLast()));
        }
        services.get(SiteReports.class).submit(sample.people.people().engineer(),
                new NewReport(compound.pipes(), TODAY, new BigDecimal("7"), null, null, null, null, null));
        sleepUntil(TODAY.plusDays(1).atTime(7, 0));
        pass();
        assertThat(newSince(2)).isEmpty();
        sleepUntil(TODAY.plusDays(1).atTime(7, 40));
        pass();
        clock.pass(Duration.ofMinutes(30));
        pass();
        List<Arrived> told = newSince(2);

        assertThat(told).as("nothing waits for the other").hasSize(1);
        assertThat(told.getFirst().to()).isEqualTo("supervisor@example.cn");
        assertThat(told.getFirst().text()).contains("1 report waits for your confirmation")
                .contains(MailServer.PUBLIC + "/desk/confirm?project=" + compound.project().code());
        // A Saturday, and the first day of May.
        sleepUntil(TODAY.plusDays(3).atTime(8, 0));
        pass();
        sleepUntil(LocalDate.of(2026, 5, 1).atTime(8, 0));
        pass();
        assertThat(newSince(3)).isEmpty();

        staff.stop(supervisor);
        assertThat(staff.own(supervisor)).isEmpty();
        assertThat(count("subscription")).isEqualTo(1);
    }
}
