package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.ReceivedPhoto;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A matter from the report to its end, as residents and workers meet it. */
@OnEachDatabase
class MattersTest {

    /** A Tuesday; the clock says noon. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String PHONE = "13800001234";

    private final TestClock clock = TestClock.at(TODAY);
    private final Services services;
    private final Jdbi jdbi;
    private final Matters matters;
    private final MatterDesk desk;
    private final MatterHandling handling;
    private final MatterDisclosures disclosures;
    private final MatterUpkeep upkeep;
    private final MatterSample sample;

    MattersTest(TestDatabase database) {
        services = database.services(clock);
        jdbi = database.jdbi();
        matters = services.get(Matters.class);
        desk = services.get(MatterDesk.class);
        handling = services.get(MatterHandling.class);
        disclosures = services.get(MatterDisclosures.class);
        upkeep = services.get(MatterUpkeep.class);
        sample = new MatterSample(services);
    }

    @Test
    void a_report_goes_to_the_worker_of_its_place_with_its_time_limits() {
        MatterTicket ticket = sample.leak(sample.routed());
        MatterPage page = sample.page(ticket);

        assertThat(ticket.number()).matches("26-[0-9]{6}");
        assertThat(ticket.key()).hasSize(24);
        assertThat(page.line().workerId()).isEqualTo(sample.worker.accountId());
        assertThat(page.line().state()).isEqualTo(MatterState.RECEIVED);
        assertThat(page.line().dueAt().atZoneSameInstant(clock.getZone()).toLocalDateTime())
                .isEqualTo(TODAY.atTime(14, 0));
        assertThat(ticket.answerBy().atZoneSameInstant(clock.getZone()).toLocalDateTime())
                .isEqualTo(TODAY.plusDays(1).atTime(23, 59));
        assertThat(desk.queue(sample.worker, MatterFilter.MINE, 50, 0)).extracting(MatterLine::number)
                .contains(ticket.number());
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_kept() {
        Project project = sample.routed();
        Project closed = sample.compound();
        services.get(Projects.class).setOpenToPublic(Actor.commandLine(), closed.code(), false);
        long before = count("matter");

        assertThat(refused(() -> report("leak", closed.code(), null, null, "Text", null))).isEqualTo("matter.project.unknown");
        assertThat(refused(() -> report("leak", "NOWHERE", null, null, "Text", null))).isEqualTo("matter.project.unknown");
        assertThat(refused(() -> report("wish", project.code(), null, null, "Text", null))).isEqualTo("matter.kind.unknown");
        assertThat(refused(() -> report("leak", project.code(), "B99", null, "Text", null))).isEqualTo("matter.place.unknown");
        assertThat(refused(() -> report("leak", project.code(), null, "3", "Text", null))).isEqualTo("matter.stairwell.alone");
        assertThat(refused(() -> report("leak", project.code(), "B01", "3", " \u200b\n ", null))).isEqualTo("matter.text.missing");
        assertThat(refused(() -> report("leak", project.code(), "B01", "3", "x".repeat(1_001), null))).isEqualTo("matter.text.long");
        assertThat(refused(() -> report("leak", project.code(), "B01", "3", "Text", "call me"))).isEqualTo("matter.phone.malformed");
        assertThat(refused(() -> report("leak", project.code(), "B01", "<b>", "Text", null))).isEqualTo("matter.stairwell.malformed");
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO place_measure (place_id, measure, amount)
                        SELECT id, 'stairwells', 4 FROM place WHERE project_id = :id""")
                .bind("id", project.id()).execute());
        for (String none : List.of("99", "5", "0", "<b>", "2a")) {
            assertThat(refused(() -> report("leak", project.code(), "B01", none, "Text", null))).as(none)
                    .isEqualTo("matter.stairwell.unknown");
        }
        assertThat(count("matter")).isEqualTo(before);
    }

    @Test
    void full_width_digits_are_digits() {
        MatterTicket ticket = report("leak", sample.routed().code(), "B01", "２", "Water", "１３８００００１２３４");
        assertThat(disclosures.openPhone(sample.worker, ticket.number())).isEqualTo(PHONE);
        assertThat(sample.page(ticket).line().stairwell()).isEqualTo("2");
    }

    @Test
    void what_happens_to_a_matter_is_no_news_of_its_projects_pages() {
        Project project = sample.routed();
        List<ProjectChange> heard = new CopyOnWriteArrayList<>();
        Runnable end = services.get(ChangeFeed.class).subscribe(heard::add);
        MatterTicket ticket = sample.leak(project);
        sample.take(ticket);
        handling.note(sample.worker, ticket.number(), "A plumber comes");
        sample.answer(ticket, "Done.");
        publish(ticket, "A leak", "Mended");
        matters.rate(ticket.number(), ticket.key(), 5);
        end.run();

        assertThat(heard).hasSize(6).allMatch(ProjectChange::matters)
                .extracting(ProjectChange::projectId).containsOnly(project.id());
    }

    @Test
    void a_number_that_is_not_there_and_a_wrong_key_are_answered_alike() {
        MatterTicket ticket = sample.leak(sample.routed());

        assertThat(matters.follow(ticket.number(), ticket.key()).line().number()).isEqualTo(ticket.number());
        for (String[] wrong : new String[][] {{ticket.number(), "wrong"}, {ticket.number(), ""},
                {"26-000000", ticket.key()}, {"' OR '1'='1", ticket.key()}, {"", ""}}) {
            assertThat(refused(() -> matters.follow(wrong[0], wrong[1]))).isEqualTo("matter.unknown");
            assertThat(refused(() -> matters.reopen(wrong[0], wrong[1], "Why"))).isEqualTo("matter.unknown");
            assertThat(refused(() -> matters.rate(wrong[0], wrong[1], 5))).isEqualTo("matter.unknown");
        }
        assertThat(texts("SELECT key_hash FROM matter WHERE number = :given", ticket.number())).hasSize(1)
                .doesNotContain(ticket.key());
    }

    @Test
    void it_is_taken_answered_opened_again_answered_and_rated() {
        MatterTicket ticket = sample.leak(sample.routed());
        sample.take(ticket);
        assertThat(sample.page(ticket).line().dueAt()).isEqualTo(sample.page(ticket).answerBy());

        sample.answer(ticket, "The pipe was replaced.");
        assertThat(follow(ticket).answer()).isEqualTo("The pipe was replaced.");
        assertThat(follow(ticket).reopenUntil()).isEqualTo(TODAY.plusDays(14));

        clock.moveTo(TODAY.plusDays(3));
        matters.reopen(ticket.number(), ticket.key(), "It drips again");
        assertThat(follow(ticket).line().state()).isEqualTo(MatterState.REOPENED);
        assertThat(sample.page(ticket).answerBy()).isAfter(ticket.answerBy());
        assertThat(refused(() -> matters.reopen(ticket.number(), ticket.key(), "Again"))).isEqualTo("matter.open.already");
        assertThat(refused(() -> matters.rate(ticket.number(), ticket.key(), 5))).isEqualTo("matter.rate.early");

        sample.answer(ticket, "The joint above was tightened.");
        matters.rate(ticket.number(), ticket.key(), 4);
        assertThat(follow(ticket).line().state()).isEqualTo(MatterState.CLOSED);
        assertThat(follow(ticket).rating()).isEqualTo(4);
        assertThat(refused(() -> matters.rate(ticket.number(), ticket.key(), 1))).isEqualTo("matter.rate.twice");
        assertThat(follow(ticket).steps()).extracting(MatterStep::act).containsExactly(MatterAct.REPORTED,
                MatterAct.TAKEN, MatterAct.ANSWERED, MatterAct.REOPENED, MatterAct.ANSWERED, MatterAct.RATED,
                MatterAct.CLOSED);
        clock.moveTo(TODAY);
    }

    @Test
    void the_answer_after_a_reopening_is_rated_anew_by_all_who_follow() {
        Project project = sample.routed();
        MatterTicket first = sample.leak(project);
        MatterTicket second = sample.leak(project);
        merge(second, first);
        sample.answer(first, "The pipe was replaced.");
        matters.rate(first.number(), first.key(), 5);
        matters.rate(second.number(), second.key(), 4);
        matters.reopen(first.number(), first.key(), "It drips again");
        sample.answer(first, "The joint above was tightened.");

        for (MatterTicket each : List.of(first, second)) {
            assertThat(follow(each).rating()).isNull();
            assertThat(follow(each).mayRate()).isTrue();
            matters.rate(each.number(), each.key(), 2);
            assertThat(follow(each).rating()).isEqualTo(2);
        }
        assertThat(follow(first).steps()).filteredOn(step -> step.act() == MatterAct.RATED)
                .extracting(MatterStep::remark).containsExactly("5", "2");
    }

    @Test
    void numbers_in_a_text_are_masked_sealed_opened_by_the_handler_with_an_entry_and_forgotten() {
        String written = "漏水，请打１３８-0000-1234，身份证12010319700101123X，2026-11-24 来过";
        String shown = "漏水，请打１３８••••••••，身份证120•••••••••••••••，2026-11-24 来过";
        MatterTicket ticket = report("leak", sample.routed().code(), null, null, written, null);
        assertThat(texts("SELECT report FROM matter WHERE number = :given", ticket.number())).containsExactly(shown);
        assertThat(sample.page(ticket).line().report()).isEqualTo(shown);
        assertThat(sample.page(ticket).numbers()).isTrue();
        assertThat(follow(ticket).line().report()).isEqualTo(shown);
        assertThat(refused(() -> disclosures.openReport(sample.second, ticket.number()))).isEqualTo("matter.foreign");

        sample.answer(ticket, "Done.");
        matters.reopen(ticket.number(), ticket.key(), "Call 022 2345 6789");
        assertThat(follow(ticket).steps()).extracting(MatterStep::remark).contains("Call 022••••••••");
        assertThat(disclosures.openReport(sample.worker, ticket.number())).isEqualTo(written + "\n\nCall 022 2345 6789");
        assertThat(texts("SELECT actor FROM audit_entry WHERE action = 'matter.report' AND subject = :given",
                "matter:" + ticket.number())).containsExactly("community");

        sample.answer(ticket, "Done.");
        matters.rate(ticket.number(), ticket.key(), 5);
        clock.moveTo(TODAY.plusDays(91));
        upkeep.run();
        assertThat(disclosures.openReport(sample.worker, ticket.number())).isEqualTo(shown);
        assertThat(sample.page(ticket).numbers()).isFalse();
        clock.moveTo(TODAY);
    }

    @Test
    void numbers_in_notes_answers_and_minutes_are_the_handlers_and_forgotten_like_those_of_the_resident() {
        MatterTicket ticket = report("neighbours", sample.routed().code(), null, null, "Noise above", null);
        sample.take(ticket);
        handling.note(sample.worker, ticket.number(), "Her son: 138 0000 1234");
        handling.mediate(sample.worker, ticket.number(), MediationKind.MEETING, TODAY, "Both came, 13900001234");
        sample.answer(ticket, "Call 139.0000.1234");
        matters.rate(ticket.number(), ticket.key(), 5);
        assertThat(sample.page(ticket).toString()).contains("138 0000 1234", "13900001234", "139.0000.1234");

        clock.moveTo(TODAY.plusDays(91));
        upkeep.run();
        assertThat(sample.page(ticket).toString()).contains("Her son: 138••••••••", "Both came, 139••••••••", "Call 139••••••••")
                .doesNotContain("0000");
        assertThat(sample.page(ticket).steps()).extracting(MatterStep::act).endsWith(MatterAct.PHONE_FORGOTTEN);

        handling.note(sample.worker, ticket.number(), "His wife: 137 0000 1234");
        upkeep.run();
        upkeep.run();
        assertThat(sample.page(ticket).toString()).contains("137••••••••").doesNotContain("0000");
        assertThat(sample.page(ticket).steps()).filteredOn(step -> step.act() == MatterAct.PHONE_FORGOTTEN).hasSize(2);
        clock.moveTo(TODAY);
    }

    @Test
    void other_workers_read_notes_without_numbers_and_the_number_of_a_matter_that_joined() {
        Project project = sample.routed();
        MatterTicket ticket = sample.leak(project);
        MatterTicket same = sample.leak(project);
        handling.note(sample.worker, ticket.number(), "Her son: 138 0000 1234");
        merge(same, ticket);

        assertThat(sample.page(ticket).steps()).extracting(MatterStep::remark).contains("Her son: 138 0000 1234");
        assertThat(desk.page(sample.second, ticket.number()).orElseThrow().steps()).extracting(MatterStep::remark)
                .contains("Her son: 138••••••••", same.number());
    }

    @Test
    void numbers_of_earlier_versions_are_sealed_once() {
        MatterTicket ticket = sample.leak(sample.routed());
        sample.answer(ticket, "Done.");
        matters.reopen(ticket.number(), ticket.key(), "It drips");
        MatterTicket old = sample.leak(sample.routed());
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE matter SET report = 'Call 13800001234', unsealed = TRUE WHERE number = :n")
                    .bind("n", ticket.number()).execute();
            handle.createUpdate("""
                            UPDATE matter_step
                               SET remark = 'Or 13900001234'
                             WHERE act = 'REOPENED' AND matter_id = (SELECT id FROM matter WHERE number = :n)""")
                    .bind("n", ticket.number()).execute();
            handle.createUpdate("UPDATE matter SET unsealed = TRUE WHERE number = :n").bind("n", old.number()).execute();
        });
        upkeep.run();
        upkeep.run();

        assertThat(texts("SELECT report FROM matter WHERE number = :given", ticket.number()))
                .containsExactly("Call 138••••••••");
        assertThat(follow(ticket).steps()).extracting(MatterStep::remark).contains("Or 139••••••••");
        assertThat(disclosures.openReport(sample.worker, ticket.number())).isEqualTo("Call 13800001234\n\nOr 13900001234");
        assertThat(texts("SELECT report_sealed FROM matter WHERE number = :given AND report_sealed IS NOT NULL",
                old.number())).isEmpty();
        assertThat(count("matter WHERE unsealed")).isZero();
    }

    @Test
    void what_was_stored_before_numbers_were_sealed_is_masked_at_the_desk_too() {
        MatterTicket ticket = sample.leak(sample.routed());
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE matter SET report = 'Call 13800001234' WHERE number = :n")
                .bind("n", ticket.number()).execute());

        assertThat(sample.page(ticket).line().report()).isEqualTo("Call 138••••••••");
        assertThat(desk.queue(sample.worker, MatterFilter.MINE, 500, 0)).extracting(MatterLine::report)
                .contains("Call 138••••••••").doesNotContain("Call 13800001234");
        assertThat(disclosures.openReport(sample.worker, ticket.number())).isEqualTo("Call 13800001234");
    }

    @Test
    void photos_are_opened_by_the_handler_alone_with_an_entry_for_each_look_and_forgotten_in_time() throws IOException {
        MatterPhotos photos = services.get(MatterPhotos.class);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        ReceivedPhoto received = services.get(PhotoIntake.class).receive(new ByteArrayInputStream(png.toByteArray()));
        MatterTicket ticket = matters.report(new NewMatter("leak", sample.routed().code(), null, null, "Water", null,
                List.of(received)));
        long photo = sample.page(ticket).photos().getFirst();

        for (Actor other : List.of(sample.second, Actor.commandLine(), new Actor(99, "s", "S", Role.ENGINEER))) {
            assertThat(photos.copy(other, photo)).isEmpty();
        }
        assertThat(texts("SELECT actor FROM audit_entry WHERE action = 'matter.photo' AND subject = :given",
                "matter:" + ticket.number())).isEmpty();
        Files.delete(photos.copy(sample.worker, photo).orElseThrow());
        sample.answer(ticket, "Done.");
        matters.rate(ticket.number(), ticket.key(), 5);
        clock.moveTo(TODAY.plusDays(91));
        upkeep.run();
        assertThat(sample.page(ticket).photos()).isEmpty();
        assertThat(sample.page(ticket).steps()).extracting(MatterStep::act).contains(MatterAct.PHONE_FORGOTTEN);
        clock.moveTo(TODAY);
        assertThat(texts("SELECT actor FROM audit_entry WHERE action = 'matter.photo' AND subject = :given",
                "matter:" + ticket.number())).containsExactly("community");
    }

    @Test
    void an_answer_stands_when_the_time_for_opening_again_is_over() {
        MatterTicket ticket = sample.leak(sample.routed());
        sample.answer(ticket, "Done.");

        clock.moveTo(TODAY.plusDays(14));
        upkeep.run();
        assertThat(follow(ticket).line().state()).isEqualTo(MatterState.ANSWERED);
        clock.moveTo(TODAY.plusDays(15));
        assertThat(refused(() -> matters.reopen(ticket.number(), ticket.key(), "Late"))).isEqualTo("matter.reopen.late");
        upkeep.run();
        assertThat(follow(ticket).line().state()).isEqualTo(MatterState.CLOSED);
        clock.moveTo(TODAY);
    }

    @Test
    void only_its_handler_works_on_it() {
        MatterTicket ticket = sample.leak(sample.routed());
        int version = sample.page(ticket).version();

        for (Actor other : List.of(sample.second, Actor.commandLine())) {
            assertThat(refused(() -> handling.answer(other, ticket.number(), version, "Mine"))).isIn("matter.foreign", "refused.role");
            assertThat(refused(() -> disclosures.openPhone(other, ticket.number()))).isIn("matter.foreign", "refused.role");
            assertThat(refused(() -> handling.publish(other, ticket.number(), version, "a", "b"))).isIn("matter.foreign", "refused.role");
        }
        for (Role role : List.of(Role.VIEWER, Role.ENGINEER, Role.PLANNER, Role.SUPERVISOR)) {
            Actor stranger = new Actor(99, "stranger", "Stranger", role);
            assertThat(refused(() -> desk.queue(stranger, MatterFilter.MINE, 1, 0))).isEqualTo("refused.role");
            assertThat(refused(() -> desk.page(stranger, ticket.number()))).isEqualTo("refused.role");
        }
        handling.handOver(sample.worker, ticket.number(), version, "second-community", "Her building");
        assertThat(refused(() -> sample.answer(ticket, "Late"))).isEqualTo("matter.foreign");
        handling.answer(sample.second, ticket.number(), sample.page(ticket).version(), "Done.");
        assertThat(follow(ticket).steps()).noneMatch(step -> "Her building".equals(step.remark()));
    }

    @Test
    void nobody_answers_over_what_somebody_else_wrote() throws Exception {
        MatterTicket ticket = sample.leak(sample.routed());
        int version = sample.page(ticket).version();
        List<Callable<String>> answers = IntStream.range(0, 8).<Callable<String>>mapToObj(number -> () -> refused(() ->
                handling.answer(sample.worker, ticket.number(), version, "Answer " + number))).toList();

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<String> outcomes = people.invokeAll(answers).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        }
        assertThat(sample.page(ticket).steps()).filteredOn(step -> step.act() == MatterAct.ANSWERED).hasSize(1);
    }

    @Test
    void a_telephone_number_is_sealed_opened_by_its_handler_with_an_entry_and_forgotten_in_time() {
        MatterTicket ticket = sample.leak(sample.routed());
        assertThat(texts("SELECT phone_sealed FROM matter WHERE number = :given", ticket.number())).singleElement()
                .satisfies(sealed -> assertThat(sealed).isNotBlank().doesNotContain(PHONE));
        assertThat(sample.page(ticket).toString() + follow(ticket)).doesNotContain(PHONE);

        assertThat(disclosures.openPhone(sample.worker, ticket.number())).isEqualTo(PHONE);
        assertThat(texts("SELECT actor FROM audit_entry WHERE action = 'matter.phone' AND subject = :given",
                "matter:" + ticket.number())).containsExactly("community");
        assertThat(texts("""
                SELECT action
                  FROM audit_entry
                 WHERE COALESCE(before_text, '') LIKE :given OR COALESCE(after_text, '') LIKE :given""",
                "%" + PHONE + "%")).isEmpty();

        sample.answer(ticket, "Done.");
        matters.rate(ticket.number(), ticket.key(), 5);
        clock.moveTo(TODAY.plusDays(90));
        upkeep.run();
        assertThat(sample.page(ticket).phone()).isTrue();
        clock.moveTo(TODAY.plusDays(91));
        upkeep.run();
        assertThat(sample.page(ticket).phone()).isFalse();
        assertThat(refused(() -> disclosures.openPhone(sample.worker, ticket.number()))).isEqualTo("matter.phone.none");
        assertThat(sample.page(ticket).line().report()).contains("Water");
        clock.moveTo(TODAY);
    }

    @Test
    void whoever_reported_the_same_reads_the_answer_and_nothing_of_the_other_resident() {
        Project project = sample.routed();
        MatterTicket first = sample.leak(project);
        MatterTicket second = matters.report(new NewMatter("leak", project.code(), "B02", null,
                "My neighbour Mrs Wang of door 301 has water too", null, List.of()));
        MatterTicket third = sample.leak(project);
        merge(third, second);
        merge(second, first);

        assertThat(sample.page(first).duplicates()).containsExactlyInAnyOrder(second.number(), third.number());
        assertThat(desk.queue(sample.worker, MatterFilter.MINE, 100, 0)).extracting(MatterLine::number)
                .contains(first.number()).doesNotContain(second.number(), third.number());
        assertThat(refused(() -> sample.answer(second, "Here"))).isEqualTo("matter.merged");

        sample.answer(first, "The main was closed and mended.");
        for (MatterTicket each : List.of(first, second, third)) {
            assertThat(follow(each).answer()).isEqualTo("The main was closed and mended.");
            assertThat(follow(each).line().state()).isEqualTo(MatterState.ANSWERED);
        }
        assertThat(follow(third).toString()).doesNotContain("Mrs Wang");

        matters.reopen(third.number(), third.key(), "Not at my door");
        assertThat(follow(first).line().state()).isEqualTo(MatterState.REOPENED);
        assertThat(follow(second).toString()).doesNotContain("Not at my door");
    }

    @Test
    void a_wrong_merge_is_taken_back_and_the_matter_goes_on_by_itself() {
        Project project = sample.routed();
        MatterTicket first = sample.leak(project);
        MatterTicket second = sample.leak(project);
        merge(second, first);
        sample.answer(first, "Only for the first");
        matters.rate(second.number(), second.key(), 1);
        assertThat(refused(() -> handling.part(sample.second, second.number(), sample.page(second).version())))
                .isEqualTo("matter.foreign");
        handling.part(sample.worker, second.number(), sample.page(second).version());

        assertThat(follow(second).answer()).isNull();
        assertThat(follow(second).rating()).isNull();
        assertThat(follow(second).line().state()).isEqualTo(MatterState.RECEIVED);
        assertThat(sample.page(second).line().dueAt()).isEqualTo(sample.page(second).answerBy());
        assertThat(follow(second).steps()).extracting(MatterStep::act).contains(MatterAct.PARTED);
        assertThat(follow(first).steps()).extracting(MatterStep::remark).doesNotContain(second.number());
        assertThat(sample.page(first).duplicates()).isEmpty();
        assertThat(refused(() -> handling.part(sample.worker, first.number(), sample.page(first).version())))
                .isEqualTo("matter.part.not");
        sample.answer(second, "For the second");
        assertThat(follow(second).answer()).isEqualTo("For the second");
    }

    @Test
    void nobody_is_given_an_answer_that_was_there_before_their_report() {
        Project project = sample.routed();
        MatterTicket old = sample.leak(project);
        sample.answer(old, "The pipe was replaced.");
        MatterTicket fresh = sample.leak(project);
        assertThat(refused(() -> merge(fresh, old))).isEqualTo("matter.merge.answered");
        matters.rate(old.number(), old.key(), 5);
        assertThat(refused(() -> merge(fresh, old))).isEqualTo("matter.merge.answered");

        assertThat(follow(fresh).answer()).isNull();
        assertThat(follow(fresh).line().state()).isEqualTo(MatterState.RECEIVED);
        matters.reopen(old.number(), old.key(), "It drips again");
        merge(fresh, old);
        assertThat(follow(fresh).line().state()).isEqualTo(MatterState.REOPENED);
    }

    @Test
    void only_the_same_place_can_be_the_same_matter() {
        MatterTicket here = sample.leak(sample.compound());
        MatterTicket elsewhere = sample.leak(sample.compound());
        sample.take(here);
        sample.take(elsewhere);

        assertThat(refused(() -> merge(here, elsewhere))).isEqualTo("matter.merge.place");
        assertThat(refused(() -> merge(here, here))).isEqualTo("matter.merge.place");
        assertThat(refused(() -> handling.merge(sample.worker, here.number(), sample.page(here).version(), "26-999999x")))
                .isEqualTo("matter.merge.unknown");
    }

    @Test
    void nothing_is_public_before_its_worker_wrote_it_for_everybody() {
        Project project = sample.routed();
        MatterTicket ticket = sample.leak(project);
        assertThat(refused(() -> publish(ticket, "A leak", "Mended"))).isEqualTo("matter.public.early");
        sample.answer(ticket, "Dear Mrs Wang, it was mended.");
        assertThat(matters.wall(project.code(), 10, 0)).isEmpty();

        for (String number : List.of("138 0000 1234", "138.1234.5678", "１３８１２３４５６７８", "1381-23-45678",
                "2345\u30006789", "138–1234–5678", "1381-23-45 678", "12010319700101123X")) {
            assertThat(refused(() -> publish(ticket, "A leak, call " + number, "Mended"))).as(number)
                    .isEqualTo("matter.public.number");
            assertThat(refused(() -> publish(ticket, "A leak", "Call " + number))).as(number)
                    .isEqualTo("matter.public.number");
        }
        publish(ticket, "A leak in a kitchen", "A pipe was replaced on 2026-11-24.");
        assertThat(matters.wall(project.code().toLowerCase(java.util.Locale.ROOT), 10, 0)).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.publicReport()).isEqualTo("A leak in a kitchen");
                    assertThat(entry.toString()).doesNotContain("Wang").doesNotContain(PHONE).doesNotContain("ceiling");
                });

        jdbi.useHandle(handle -> handle.createUpdate("UPDATE matter SET public_answer = 'Call 138.1234.5678' WHERE number = :n")
                .bind("n", ticket.number()).execute());
        assertThat(matters.wall(project.code(), 10, 0)).as("published by an earlier version").singleElement()
                .extracting(WallEntry::publicAnswer).isEqualTo("Call 138••••••••");

        matters.reopen(ticket.number(), ticket.key(), "It drips");
        assertThat(matters.wall(project.code(), 10, 0)).isEmpty();
        sample.answer(ticket, "Mended anew.");
        publish(ticket, "A leak in a kitchen", "A pipe was replaced.");
        services.get(Projects.class).setOpenToPublic(Actor.commandLine(), project.code(), false);
        assertThat(matters.wall(project.code(), 10, 0)).isEmpty();
    }

    @Test
    void the_audit_trail_tells_to_whom_with_what_and_in_which_words() {
        Project project = sample.routed();
        MatterTicket ticket = sample.leak(project);
        MatterTicket same = sample.leak(project);
        handling.note(sample.worker, ticket.number(), "Her son: 138 0000 1234");
        merge(same, ticket);
        handling.handOver(sample.worker, ticket.number(), sample.page(ticket).version(), "second-community", "Her building");
        handling.answer(sample.second, ticket.number(), sample.page(ticket).version(), "Dear Mrs Wang");
        handling.publish(sample.second, ticket.number(), sample.page(ticket).version(), "A leak", "Mended");
        handling.publish(sample.second, ticket.number(), sample.page(ticket).version(), "A leak in a kitchen", "Mended");
        handling.withdraw(sample.second, ticket.number(), sample.page(ticket).version());

        assertThat(audited(same)).containsExactly("matter.change: RECEIVED -> RECEIVED matter:" + ticket.number());
        assertThat(audited(ticket)).containsExactly("matter.note: null -> null",
                "matter.change: RECEIVED community -> RECEIVED second-community",
                "matter.change: RECEIVED -> ANSWERED",
                "matter.change: ANSWERED -> ANSWERED A leak / Mended",
                "matter.change: ANSWERED A leak / Mended -> ANSWERED A leak in a kitchen / Mended",
                "matter.change: ANSWERED A leak in a kitchen / Mended -> ANSWERED");
    }

    private List<String> audited(MatterTicket ticket) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT action, before_text, after_text
                          FROM audit_entry
                         WHERE subject = :subject
                         ORDER BY id""")
                .bind("subject", "matter:" + ticket.number())
                .map((row, context) -> row.getString(1) + ": " + row.getString(2) + " -> " + row.getString(3)).list());
    }

    @Test
    void a_dispute_is_between_its_handler_and_those_in_it() {
        Project project = sample.routed();
        MatterTicket ticket = sample.report(project, "neighbours", null);
        sample.take(ticket);
        handling.mediate(sample.worker, ticket.number(), MediationKind.MEETING, TODAY, "Both came to the office");
        handling.mediate(sample.worker, ticket.number(), MediationKind.AGREEMENT, TODAY, "No drilling after eight");
        handling.mediate(sample.worker, ticket.number(), MediationKind.FOLLOW_UP, TODAY.plusDays(7), "Ask both again");

        assertThat(sample.page(ticket).mediations()).extracting(Mediation::kind).containsExactly(MediationKind.MEETING,
                MediationKind.AGREEMENT, MediationKind.FOLLOW_UP);
        for (Actor other : List.of(sample.second, Actor.commandLine())) {
            MatterPage seen = desk.page(other, ticket.number()).orElseThrow();
            assertThat(seen.mediations()).isEmpty();
            assertThat(seen.line().report()).isNull();
            assertThat(desk.queue(other, new MatterFilter(MatterFilter.Whose.ALL, MatterFilter.Standing.ALL, "neighbours",
                    project.code()), 10, 0)).singleElement().satisfies(line -> assertThat(line.report()).isNull());
        }
        assertThat(follow(ticket).toString()).doesNotContain("drilling");
        assertThat(refused(() -> handling.mediate(sample.worker, ticket.number(), MediationKind.MEETING, TODAY.plusDays(1), "x")))
                .isEqualTo("matter.mediation.ahead");
        assertThat(refused(() -> merge(ticket, sample.leak(project)))).isEqualTo("matter.merge.dispute");
        sample.answer(ticket, "You agreed.");
        assertThat(refused(() -> publish(ticket, "a", "b"))).isEqualTo("matter.public.dispute");
        assertThat(refused(() -> handling.mediate(sample.worker, sample.leak(project).number(), MediationKind.MEETING, TODAY,
                "x"))).isEqualTo("matter.mediation.not");
    }

    @Test
    void the_queue_is_due_first_and_filtered() {
        Project project = sample.routed();
        MatterTicket question = sample.report(project, "question", null);
        MatterTicket leak = sample.leak(project);
        MatterTicket answered = sample.leak(project);
        sample.answer(answered, "Done.");

        assertThat(queue(MatterFilter.Standing.OPEN, project)).containsExactly(leak.number(), question.number());
        assertThat(queue(MatterFilter.Standing.ANSWERED, project)).containsExactly(answered.number());
        assertThat(queue(MatterFilter.Standing.OVERDUE, project)).isEmpty();
        clock.moveTo(TODAY.plusDays(1));
        assertThat(queue(MatterFilter.Standing.OVERDUE, project)).containsExactly(leak.number());
        assertThat(desk.queue(sample.worker, filter(MatterFilter.Standing.OPEN, project), 1, 0)).singleElement()
                .satisfies(line -> assertThat(line.overdue(OffsetDateTime.now(clock))).isTrue());
        assertThat(desk.count(sample.worker, filter(MatterFilter.Standing.ALL, project))).isEqualTo(3);
        clock.moveTo(TODAY);
    }

    private List<String> queue(MatterFilter.Standing standing, Project project) {
        return desk.queue(sample.worker, filter(standing, project), 10, 0).stream().map(MatterLine::number).toList();
    }

    private static MatterFilter filter(MatterFilter.Standing standing, Project project) {
        return new MatterFilter(MatterFilter.Whose.MINE, standing, null, project.code());
    }

    private MatterTicket report(String kind, String project, @Nullable String building, @Nullable String stairwell,
                                String text, @Nullable String phone) {
        return matters.report(new NewMatter(kind, project, building, stairwell, text, phone, List.of()));
    }

    private FollowedMatter follow(MatterTicket ticket) {
        return matters.follow(ticket.number(), ticket.key());
    }

    private void merge(MatterTicket one, MatterTicket into) {
        handling.merge(sample.worker, one.number(), sample.page(one).version(), into.number());
    }

    private void publish(MatterTicket ticket, String report, String answer) {
        handling.publish(sample.worker, ticket.number(), sample.page(ticket).version(), report, answer);
    }

    private List<String> texts(String sql, String given) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("given", given).mapTo(String.class).list());
    }

    private long count(String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + rows).mapTo(long.class).one());
    }

    private static String refused(ThrowingCallable act) {
        try {
            act.call();
            return "done";
        } catch (Refusal refused) {
            return refused.key();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
