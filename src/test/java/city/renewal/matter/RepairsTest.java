package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.project.NamedPerson;
import city.renewal.project.PostedParty;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.handover.HandoverSample;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyChange;
import city.renewal.site.photo.ReceivedPhoto;
import city.renewal.site.photo.SamplePictures;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.Papers;
import city.renewal.testing.People;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a firm reads and says of the matters that it repairs under its warranty, and what it never reads. */
@OnEachDatabase
class RepairsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String PHONE = "13800001234";

    private final TestClock clock = TestClock.at(TODAY);
    private final Services services;
    private final Jdbi jdbi;
    private final MatterHandling handling;
    private final MatterDisclosures disclosures;
    private final Repairs repairs;
    private final MatterSample sample;
    private final HandoverSample handovers;
    private final Actor firm;
    private final Actor stranger;
    private int pictures = 20;

    RepairsTest(TestDatabase database) {
        services = database.services(clock);
        jdbi = database.jdbi();
        handling = services.get(MatterHandling.class);
        disclosures = services.get(MatterDisclosures.class);
        repairs = services.get(Repairs.class);
        sample = new MatterSample(services);
        handovers = new HandoverSample(services);
        firm = engineer("firm");
        stranger = engineer("stranger");
    }

    @BeforeEach
    void begin() {
        clock.moveTo(TODAY);
    }

    private Actor engineer(String login) {
        Accounts accounts = services.get(Accounts.class);
        return accounts.all().stream().filter(account -> account.login().equals(login)).findFirst().orElseGet(() ->
                accounts.add(Actor.commandLine(), login, "The " + login, Role.ENGINEER, People.PASSWORD)).actor();
    }

    private static String refused(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.key();
    }

    /** An accepted compound whose contractor has one of the two engineers. */
    private Project project() {
        Project project = handovers.handedOver();
        sample.register("G" + project.code() + ",FULL,Grid of " + project.code() + ",,community,,," + project.code() + ",,");
        ProjectPeople people = services.get(ProjectPeople.class);
        long contractor = people.parties(project.id()).stream().filter(each -> each.role().equals("contractor"))
                .mapToLong(PostedParty::id).findFirst().orElseThrow();
        people.nameWithParties(handovers.people.planner(), project.id(),
                Set.of(new NamedPerson(firm.accountId(), contractor), new NamedPerson(stranger.accountId(), null)));
        return project;
    }

    private MatterTicket leak(Project project) {
        return services.get(Matters.class).report(new NewMatter("leak", project.code(), "B01", "2",
                "屋顶漏雨，请打 138 0000 1234，八点以后在家", PHONE, List.of()));
    }

    private void name(Project project, MatterTicket ticket) {
        handling.nameWarranty(sample.worker, ticket.number(), sample.page(ticket).version(),
                handovers.warranty(project, "roof").id());
    }

    private MatterTicket given(Project project) {
        MatterTicket ticket = leak(project);
        name(project, ticket);
        return ticket;
    }

    private ReceivedPhoto photo() {
        return services.get(MatterPhotos.class).receive(new ByteArrayInputStream(Papers.picture("png", 40, pictures++)));
    }

    private Repair only(MatterTicket ticket) {
        return repairs.queue(firm).stream().filter(each -> each.line().number().equals(ticket.number())).findFirst()
                .orElseThrow();
    }

    @Test
    void a_matter_reaches_the_people_of_the_firm_once_the_handler_named_its_warranty_and_nobody_else() {
        Project project = project();
        MatterTicket ticket = leak(project);
        assertThat(repairs.page(firm, ticket.number())).as("likely is not given").isEmpty();

        name(project, ticket);
        Repair repair = only(ticket);
        assertThat(repair.work()).isEqualTo("roof");
        assertThat(repair.open()).isTrue();
        assertThat(repair.said()).isNull();
        assertThat(repair.line().stairwell()).isEqualTo("2");
        for (Actor other : List.of(stranger, handovers.people.engineer())) {
            assertThat(repairs.queue(other)).isEmpty();
            assertThat(repairs.page(other, ticket.number())).isEmpty();
            assertThat(refused(() -> repairs.plan(other, ticket.number(), TODAY, "Mine"))).isEqualTo("repair.foreign");
        }
        for (Actor other : List.of(sample.worker, handovers.people.planner(), handovers.people.viewer())) {
            assertThat(refused(() -> repairs.queue(other))).isEqualTo("refused.role");
            assertThat(refused(() -> repairs.page(other, ticket.number()))).isEqualTo("refused.role");
            assertThat(refused(() -> repairs.refuse(other, ticket.number(), "No"))).isEqualTo("refused.role");
        }
        assertThat(audited(ticket, "repair.refuse")).hasSize(2);
    }

    private List<String> audited(MatterTicket ticket, String action) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT actor FROM audit_entry WHERE action = :action AND subject = :matter ORDER BY id")
                .bind("action", action).bind("matter", "matter:" + ticket.number()).mapTo(String.class).list());
    }

    @Test
    void the_firm_names_a_day_mends_it_with_a_photo_and_the_handler_answers() {
        Project project = project();
        MatterTicket ticket = given(project);
        int seen = sample.page(ticket).version();

        repairs.plan(firm, ticket.number(), TODAY.plusDays(2), "Two roofers at nine");
        assertThat(only(ticket)).satisfies(repair -> {
            assertThat(repair.said()).isEqualTo(MatterAct.REPAIR_PLANNED);
            assertThat(repair.dayOn()).isEqualTo(TODAY.plusDays(2));
        });
        RepairNews news = sample.page(ticket).repair();
        assertThat(news).isNotNull();
        assertThat(news.organisation()).isEqualTo("First Builders");
        assertThat(news.people()).isEqualTo(1);
        assertThat(news.said()).extracting(MatterStep::remark).containsExactly("Two roofers at nine");
        assertThat(replied(project)).containsExactly(ticket.number());
        clock.moveTo(TODAY.plusDays(3));
        assertThat(only(ticket).missed(TODAY.plusDays(3))).isTrue();
        assertThat(sample.page(ticket).repair().missed(TODAY.plusDays(3))).hasValue(TODAY.plusDays(2));

        ReceivedPhoto photo = photo();
        repairs.mended(firm, ticket.number(), TODAY.plusDays(3), "A new sheet on the ridge", List.of(photo, photo));
        assertThat(only(ticket).open()).isFalse();
        assertThat(sample.page(ticket).repair().photos()).hasSize(1);
        assertThat(sample.page(ticket).photos()).as("the resident’s").isEmpty();
        assertThat(refused(() -> repairs.plan(firm, ticket.number(), TODAY.plusDays(4), "Again"))).isEqualTo("repair.done");

        assertThat(sample.page(ticket).line().state()).as("the handler answers").isEqualTo(MatterState.RECEIVED);
        FollowedMatter followed = services.get(Matters.class).follow(ticket.number(), ticket.key());
        assertThat(followed.steps()).extracting(MatterStep::act).doesNotContain(MatterAct.REPAIR_PLANNED, MatterAct.REPAIRED);
        handling.answer(sample.worker, ticket.number(), seen, "The roof is tight again.");
        assertThat(replied(project)).isEmpty();
    }

    @Test
    void nothing_is_proven_by_a_photo_that_nobody_can_look_at() {
        MatterTicket ticket = given(project());
        ReceivedPhoto heic = services.get(MatterPhotos.class).receive(
                new ByteArrayInputStream(SamplePictures.heic(640, 480)));
        assertThat(refused(() -> repairs.mended(firm, ticket.number(), TODAY, "Mended", List.of(photo(), heic))))
                .isEqualTo("photo.kind.unviewable");
        assertThat(only(ticket).said()).isNull();
        assertThat(sample.page(ticket).repair().photos()).isEmpty();
    }

    private List<String> replied(Project project) {
        return services.get(MatterDesk.class).queue(sample.worker, new MatterFilter(MatterFilter.Whose.MINE,
                MatterFilter.Standing.REPLIED, null, project.code()), 10, 0).stream().map(MatterLine::number).toList();
    }

    @Test
    void the_number_is_hidden_also_where_it_was_written_until_the_handler_opens_it_to_this_firm() {
        Project project = project();
        MatterTicket ticket = given(project);
        RepairPage page = repairs.page(firm, ticket.number()).orElseThrow();

        assertThat(page.phone()).isTrue();
        assertThat(page.phoneOpen()).isFalse();
        assertThat(page.repair().line().report()).contains("屋顶漏雨", "138••••••••").doesNotContain("0000");
        assertThat(page.steps()).extracting(MatterStep::act).containsExactly(MatterAct.REPORTED, MatterAct.WARRANTY_NAMED);
        assertThat(refused(() -> repairs.openPhone(firm, ticket.number()))).isEqualTo("repair.phone.closed");
        assertThat(refused(() -> disclosures.sharePhone(sample.second, ticket.number(), sample.page(ticket).version())))
                .isEqualTo("matter.foreign");

        disclosures.sharePhone(sample.worker, ticket.number(), sample.page(ticket).version());
        assertThat(refused(() -> disclosures.sharePhone(sample.worker, ticket.number(), sample.page(ticket).version())))
                .isEqualTo("repair.phone.open");
        assertThat(repairs.openPhone(firm, ticket.number())).isEqualTo(PHONE);
        assertThat(only(ticket).line().report()).as("the text stays masked").contains("138••••••••");
        assertThat(refused(() -> repairs.openPhone(stranger, ticket.number()))).isEqualTo("repair.foreign");
        assertThat(audited(ticket, "matter.phone.share")).containsExactly(sample.worker.login());
        assertThat(audited(ticket, "matter.phone")).containsExactly(firm.login());
        assertThat(services.get(Matters.class).follow(ticket.number(), ticket.key()).steps())
                .extracting(MatterStep::act, MatterStep::remark)
                .contains(tuple(MatterAct.PHONE_SHARED, "First Builders"));
    }

    @Test
    void another_firm_has_the_matter_and_not_the_number() {
        Project project = project();
        MatterTicket ticket = given(project);
        disclosures.sharePhone(sample.worker, ticket.number(), sample.page(ticket).version());
        Warranty roof = handovers.warranty(project, "roof");
        services.get(Warranties.class).change(handovers.people.planner(), new WarrantyChange(roof.acceptanceId(), "roof",
                roof.id(), "Second Eyes", null, null, "The contractor is gone"));

        assertThat(repairs.page(firm, ticket.number())).isEmpty();
        assertThat(refused(() -> repairs.openPhone(firm, ticket.number()))).isEqualTo("repair.foreign");
        RepairNews news = sample.page(ticket).repair();
        assertThat(news.organisation()).isEqualTo("Second Eyes");
        assertThat(news.people()).as("nobody of it is named").isZero();
        assertThat(news.phoneOpen()).isFalse();
    }

    @Test
    void what_is_denied_or_joined_to_another_is_no_longer_the_firms() {
        Project project = project();
        MatterTicket denied = given(project);
        MatterTicket joined = given(project);
        MatterTicket leading = given(project);
        handling.nameWarranty(sample.worker, denied.number(), sample.page(denied).version(), null);
        handling.merge(sample.worker, joined.number(), sample.page(joined).version(), leading.number());

        assertThat(repairs.page(firm, denied.number())).isEmpty();
        assertThat(repairs.page(firm, joined.number())).isEmpty();
        assertThat(only(leading).line().duplicates()).isEqualTo(1);
        assertThat(sample.page(denied).repair()).isNull();
    }

    @Test
    void a_refusal_is_the_handlers_to_decide_and_naming_it_again_gives_it_back() {
        Project project = project();
        MatterTicket ticket = given(project);
        repairs.refuse(firm, ticket.number(), "A satellite dish was screwed into the sheet");
        assertThat(only(ticket).open()).isFalse();
        assertThat(replied(project)).containsExactly(ticket.number());
        name(project, ticket);
        assertThat(only(ticket).open()).isTrue();

        repairs.mended(firm, ticket.number(), TODAY, "Patched", List.of(photo()));
        handling.answer(sample.worker, ticket.number(), sample.page(ticket).version(), "Patched.");
        services.get(Matters.class).reopen(ticket.number(), ticket.key(), "Still leaks, call 13800001234");
        assertThat(only(ticket).open()).isTrue();
        assertThat(repairs.page(firm, ticket.number()).orElseThrow().steps().getLast().remark())
                .isEqualTo("Still leaks, call 138••••••••");

        repairs.mended(firm, ticket.number(), TODAY, "A new sheet", List.of(photo()));
        handling.answer(sample.worker, ticket.number(), sample.page(ticket).version(), "A new sheet.");
        services.get(Matters.class).rate(ticket.number(), ticket.key(), 5);
        assertThat(repairs.page(firm, ticket.number())).as("done and closed").isEmpty();
    }

    @Test
    void days_words_and_photos_that_cannot_be_are_refused_and_nothing_is_kept() {
        Project project = project();
        MatterTicket ticket = given(project);
        ReceivedPhoto photo = photo();

        assertThat(refused(() -> repairs.plan(firm, ticket.number(), TODAY.minusDays(1), "Late"))).isEqualTo("repair.day.plan");
        assertThat(refused(() -> repairs.plan(firm, ticket.number(), TODAY.plusDays(61), "Far"))).isEqualTo("repair.day.plan");
        assertThat(refused(() -> repairs.plan(firm, ticket.number(), TODAY, " "))).isEqualTo("repair.word.missing");
        assertThat(refused(() -> repairs.plan(firm, ticket.number(), TODAY, "a".repeat(1_001)))).isEqualTo("matter.text.long");
        assertThat(refused(() -> repairs.mended(firm, ticket.number(), TODAY.plusDays(1), "Will be", List.of(photo))))
                .isEqualTo("repair.day.mended");
        assertThat(refused(() -> repairs.mended(firm, ticket.number(), TODAY, "No photo", List.of())))
                .isEqualTo("repair.photos");
        assertThat(refused(() -> repairs.mended(firm, "26-999999", TODAY, "Nowhere", List.of(photo))))
                .isEqualTo("repair.foreign");
        assertThat(sample.page(ticket).repair().said()).isEmpty();
        assertThat(only(ticket).said()).isNull();
    }

    @Test
    void a_photo_that_the_matter_has_already_proves_nothing() {
        Project project = project();
        ReceivedPhoto photo = photo();
        MatterTicket ticket = services.get(Matters.class).report(new NewMatter("leak", project.code(), "B01", "2",
                "屋顶漏雨", null, List.of(photo)));
        name(project, ticket);

        assertThat(refused(() -> repairs.mended(firm, ticket.number(), TODAY, "Same photo", List.of(photo))))
                .isEqualTo("repair.photo.there");
        assertThat(only(ticket).open()).isTrue();
        long shown = repairs.page(firm, ticket.number()).orElseThrow().photos().getFirst();
        MatterPhotos photos = services.get(MatterPhotos.class);
        Optional<Path> copy = photos.copy(firm, shown);
        assertThat(copy).isPresent();
        assertThat(photos.copy(stranger, shown)).isEmpty();
        assertThat(photos.copy(handovers.people.planner(), shown)).isEmpty();
    }

    @Test
    void the_queue_takes_two_statements_however_many_matters_there_are() {
        Project project = project();
        given(project);
        given(project);
        try (StatementCount count = StatementCount.of(jdbi)) {
            assertThat(repairs.queue(firm)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(count.statements()).hasSize(2);
        }
    }
}
