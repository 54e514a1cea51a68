package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.project.Project;
import city.renewal.project.handover.HandoverSample;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyChange;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A matter finds its warranty by itself, and claims no more than it knows. */
@OnEachDatabase
class MatterWarrantiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final TestClock clock = TestClock.at(TODAY);
    private final Services services;
    private final Jdbi jdbi;
    private final Matters matters;
    private final MatterDesk desk;
    private final MatterHandling handling;
    private final MatterSample sample;
    private final HandoverSample handovers;

    MatterWarrantiesTest(TestDatabase database) {
        services = database.services(clock);
        jdbi = database.jdbi();
        matters = services.get(Matters.class);
        desk = services.get(MatterDesk.class);
        handling = services.get(MatterHandling.class);
        sample = new MatterSample(services);
        handovers = new HandoverSample(services);
    }

    @BeforeEach
    void begin() {
        clock.moveTo(TODAY);
    }

    private Project handedOver() {
        Project project = handovers.handedOver();
        sample.register("G" + project.code() + ",FULL,Grid of " + project.code() + ",,community,,," + project.code() + ",,");
        return project;
    }

    private MatterTicket report(Project project, String kind, @Nullable String building, String text) {
        return matters.report(new NewMatter(kind, project.code(), building, null, text, null, List.of()));
    }

    private MatterWarranty followed(MatterTicket ticket) {
        return matters.follow(ticket.number(), ticket.key()).warranty();
    }

    private static String refused(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.key();
    }

    @Test
    void a_leak_of_the_roof_is_under_the_warranty_of_the_roof() {
        MatterWarranty found = followed(report(handedOver(), "leak", "B01", "屋顶漏雨，顶楼房间都湿了"));

        assertThat(found.standing()).isEqualTo(MatterWarranty.Standing.LIKELY);
        assertThat(found.warranties()).singleElement().satisfies(warranty -> {
            assertThat(warranty.work()).isEqualTo("roof");
            assertThat(warranty.organisation()).isEqualTo("First Builders");
            assertThat(warranty.untilOn()).isEqualTo(HandoverSample.ACCEPTED.plusYears(5));
        });
    }

    @Test
    void what_is_not_certain_is_only_possible_and_what_is_something_else_is_nothing() {
        Project project = handedOver();

        assertThat(followed(report(project, "leak", null, "厨房顶棚漏水")))
                .satisfies(found -> assertThat(found.standing()).isEqualTo(MatterWarranty.Standing.PERHAPS))
                .extracting(MatterWarranty::warranties).asList().hasSize(4);
        assertThat(followed(report(project, "noise", null, "屋顶施工太吵")).standing()).isEqualTo(MatterWarranty.Standing.NONE);
        assertThat(followed(report(project, "leak", null, "Hello")).standing()).isEqualTo(MatterWarranty.Standing.NONE);
        assertThat(followed(report(project, "neighbours", null, "楼上漏水到我家屋顶")).standing())
                .isEqualTo(MatterWarranty.Standing.NONE);
        assertThat(followed(report(sample.routed(), "leak", null, "屋顶漏雨")).standing())
                .as("a project that was not accepted").isEqualTo(MatterWarranty.Standing.NONE);
    }

    @Test
    void the_day_on_which_it_came_decides() {
        Project project = handedOver();
        MatterTicket inTime = report(project, "leak", "B01", "下水管漏水");
        clock.moveTo(HandoverSample.ACCEPTED.plusYears(2));
        MatterTicket lastDay = report(project, "leak", "B01", "下水管漏水");
        clock.moveTo(HandoverSample.ACCEPTED.plusYears(2).plusDays(1));
        MatterTicket late = report(project, "leak", "B01", "下水管漏水");

        assertThat(followed(inTime).standing()).isEqualTo(MatterWarranty.Standing.LIKELY);
        assertThat(followed(lastDay).standing()).isEqualTo(MatterWarranty.Standing.LIKELY);
        assertThat(followed(late).standing()).isEqualTo(MatterWarranty.Standing.NONE);
    }

    @Test
    void the_handler_names_the_party_and_the_resident_reads_it() {
        Project project = handedOver();
        MatterTicket ticket = report(project, "leak", "B01", "厨房顶棚漏水");
        MatterTicket same = report(project, "leak", "B01", "上面漏水");
        Warranty pipes = handovers.warranty(project, "pipes");
        Warranty foreign = handovers.warranty(handedOver(), "pipes");
        Actor worker = sample.worker;

        assertThat(refused(() -> handling.nameWarranty(sample.second, ticket.number(), version(ticket), pipes.id())))
                .isEqualTo("matter.foreign");
        assertThat(refused(() -> handling.nameWarranty(worker, ticket.number(), version(ticket), foreign.id())))
                .isEqualTo("matter.warranty.foreign");
        int seen = version(ticket);
        handling.nameWarranty(worker, ticket.number(), seen, pipes.id());
        assertThat(refused(() -> handling.nameWarranty(worker, ticket.number(), seen, null))).isEqualTo("matter.changed");

        assertThat(followed(ticket).standing()).isEqualTo(MatterWarranty.Standing.NAMED);
        assertThat(followed(ticket).warranties()).extracting(Warranty::work).containsExactly("pipes");
        assertThat(matters.follow(ticket.number(), ticket.key()).steps()).extracting(MatterStep::act)
                .contains(MatterAct.WARRANTY_NAMED);
        handling.merge(worker, same.number(), version(same), ticket.number());
        assertThat(followed(same).standing()).isEqualTo(MatterWarranty.Standing.NAMED);

        services.get(Warranties.class).change(handovers.people.planner(), new WarrantyChange(pipes.acceptanceId(), "pipes",
                pipes.id(), "Menders", "022-0000-4001", null, "The contractor is gone"));
        assertThat(followed(ticket).warranties()).extracting(Warranty::organisation).containsExactly("Menders");

        handling.nameWarranty(worker, ticket.number(), version(ticket), null);
        assertThat(followed(ticket).standing()).isEqualTo(MatterWarranty.Standing.DENIED);
    }

    @Test
    void what_was_named_follows_a_corrected_acceptance_until_it_is_withdrawn() {
        Project project = handedOver();
        MatterTicket ticket = report(project, "leak", "B01", "下水管漏水");
        Warranty pipes = handovers.warranty(project, "pipes");
        handling.nameWarranty(sample.worker, ticket.number(), version(ticket), pipes.id());
        Actor planner = handovers.people.planner();
        LocalDate rightDay = HandoverSample.ACCEPTED.minusDays(2);
        String menders = "Menders of " + project.code();

        services.get(Handovers.class).accept(planner, HandoverSample.correction(project, pipes.acceptanceId(), rightDay, true));
        Warranty corrected = handovers.warranty(project, "pipes");
        services.get(Warranties.class).change(planner, new WarrantyChange(corrected.acceptanceId(), "pipes",
                corrected.id(), menders, null, null, "The contractor is gone"));

        assertThat(followed(ticket)).satisfies(found -> {
            assertThat(found.standing()).isEqualTo(MatterWarranty.Standing.NAMED);
            assertThat(found.warranties()).singleElement().satisfies(now -> {
                assertThat(now.organisation()).isEqualTo(menders);
                assertThat(now.untilOn()).isEqualTo(rightDay.plusYears(2));
            });
        });
        assertThat(parties()).contains(menders);

        services.get(Warranties.class).withdraw(planner, corrected.acceptanceId(), "pipes",
                handovers.warranty(project, "pipes").id(), "No pipes were laid");
        assertThat(followed(ticket)).isEqualTo(MatterWarranty.NONE);
        assertThat(parties()).doesNotContain(menders);
    }

    private List<String> parties() {
        return services.get(MatterWarranties.class).byParty().stream().map(PartyMatters::organisation).toList();
    }

    private int version(MatterTicket ticket) {
        return desk.page(sample.worker, ticket.number()).orElseThrow().version();
    }

    @Test
    void a_dispute_comes_under_no_warranty() {
        MatterTicket ticket = report(handedOver(), "neighbours", "B01", "楼上漏水");
        assertThat(desk.page(sample.worker, ticket.number()).orElseThrow().running()).isEmpty();
        assertThat(refused(() -> handling.nameWarranty(sample.worker, ticket.number(), version(ticket), null)))
                .isEqualTo("matter.warranty.dispute");
    }

    @Test
    void matters_are_counted_by_the_party_that_was_named() {
        Project project = handedOver();
        Warranty roof = handovers.warranty(project, "roof");
        services.get(Warranties.class).change(handovers.people.planner(), new WarrantyChange(roof.acceptanceId(), "roof",
                roof.id(), "Roofers of " + project.code(), null, null, "Hired"));
        long id = handovers.warranty(project, "roof").id();
        MatterTicket open = report(project, "leak", "B01", "屋顶漏雨");
        MatterTicket answered = report(project, "leak", "B02", "屋顶漏雨");
        report(project, "leak", "B02", "屋顶漏雨");
        for (MatterTicket ticket : List.of(open, answered)) {
            handling.nameWarranty(sample.worker, ticket.number(), version(ticket), id);
        }
        sample.answer(answered, "Repaired.");
        clock.moveTo(TODAY.plusDays(30));

        assertThat(services.get(MatterWarranties.class).byParty()).filteredOn(each ->
                each.organisation().equals("Roofers of " + project.code()))
                .containsExactly(new PartyMatters("Roofers of " + project.code(), 2, 1, 1));
    }

    @Test
    void following_takes_two_statements_more_and_none_for_a_dispute() {
        Project project = handedOver();
        MatterTicket leak = report(project, "leak", "B01", "屋顶漏雨");
        MatterTicket dispute = report(project, "neighbours", "B01", "楼上漏水");
        assertThat(statements(leak) - statements(dispute)).isEqualTo(2);
    }

    private int statements(MatterTicket ticket) {
        try (StatementCount count = StatementCount.of(jdbi)) {
            followed(ticket);
            return count.statements().size();
        }
    }
}
