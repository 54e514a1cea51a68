package city.renewal.visit;

import static city.renewal.visit.VisitSample.CREW;
import static city.renewal.visit.VisitSample.MORNING;
import static city.renewal.visit.VisitSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.HouseholdCodes;
import city.renewal.project.Project;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class VisitsTest {

    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate TOMORROW = DAY.plusDays(1);

    private final Jdbi jdbi;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final VisitWorks works;
    private final VisitPlanning planning;
    private final Visits visits;
    private final VisitMarks marks;
    private final VisitBoard board;
    private VisitSample sample;

    VisitsTest(TestDatabase database) {
        jdbi = database.jdbi();
        services = database.services(clock);
        works = services.get(VisitWorks.class);
        planning = services.get(VisitPlanning.class);
        visits = services.get(Visits.class);
        marks = services.get(VisitMarks.class);
        board = services.get(VisitBoard.class);
    }

    @BeforeEach
    void compound(TestInfo test) {
        clock.moveTo(DAY);
        String code = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT).replace('_', '-');
        sample = VisitSample.add(services, code.substring(0, Math.min(32, code.length())).replaceAll("-$", ""));
    }

    @Test
    void household_books_moves_and_cancels() {
        long first = sample.offer(TOMORROW, 1, MORNING);
        long second = sample.offer(TOMORROW.plusDays(1), 1, NOON);
        HouseholdCodes.Holder holder = sample.holder("101");

        VisitOffer offer = offer(holder);
        assertThat(offer.work().titles().in(Locale.ENGLISH)).isEqualTo("New windows");
        assertThat(offer.visit()).isNull();
        assertThat(offer.times()).extracting(Slot::id).containsExactly(first, second);
        Visit booked = visits.book(holder, first, new Contact(" 家里有狗 ", "138 1234 5678"));
        assertThat(offer(holder)).satisfies(now -> {
            assertThat(now.in(VisitState.BOOKED)).isTrue();
            assertThat(now.times()).extracting(Slot::id).containsExactly(second);
        });

        Visit moved = visits.move(holder, booked.id(), second);
        assertThat(moved.movedFrom()).isEqualTo(booked.id());
        assertThat(moved.hours(clock.getZone())).isEqualTo("11:00–13:00");
        assertThat(board.line(sample.worker(), sample.project(), moved.id())).as("what was told the crew goes with it")
                .extracting(CrewLine::remark, CrewLine::phone).containsExactly("家里有狗", "138****5678");
        assertThat(visits.cancel(holder, moved.id(), "出差").state()).isEqualTo(VisitState.CANCELLED);
        assertThat(board.line(sample.worker(), sample.project(), moved.id()).reason()).isEqualTo("出差");
        assertThat(offer(holder)).satisfies(now -> {
            assertThat(now.visit()).isNull();
            assertThat(now.times()).hasSize(2);
        });
        assertThat(audited()).contains("visit.book", "visit.move", "visit.cancel");
        assertThat(stored()).noneMatch(row -> row.contains("狗") || row.contains("5678") || row.contains("出差"));
    }

    @Test
    void doing_it_again_changes_nothing_and_is_answered_the_same() {
        long first = sample.offer(TOMORROW, 2, MORNING);
        long second = sample.offer(TOMORROW, 2, NOON);
        HouseholdCodes.Holder holder = sample.holder("101");

        Visit booked = visits.book(holder, first, Contact.NONE);
        assertThat(visits.book(holder, first, Contact.NONE).id()).isEqualTo(booked.id());
        refused("visit.booked [2026-05-05 09:00–11:00]", () -> visits.book(holder, second, Contact.NONE));
        Visit moved = visits.move(holder, booked.id(), second);
        assertThat(visits.move(holder, booked.id(), second).id()).isEqualTo(moved.id());
        visits.cancel(holder, moved.id(), "");
        assertThat(visits.cancel(holder, moved.id(), "").id()).isEqualTo(moved.id());
        refused("visit.gone", () -> visits.move(holder, moved.id(), first));
    }

    @Test
    void many_at_once_never_get_more_places_than_there_are() throws Exception {
        long slot = sample.offer(TOMORROW, 1, MORNING);
        List<HouseholdCodes.Holder> holders = List.of(sample.holder("101"), sample.holder("102"));
        for (int round = 0; round < 10; round++) {
            List<Callable<String>> attempts = new ArrayList<>();
            for (HouseholdCodes.Holder holder : holders) {
                for (int twice = 0; twice < 2; twice++) {
                    attempts.add(() -> end(() -> visits.book(holder, slot, Contact.NONE)));
                }
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
                List<String> ends = new ArrayList<>();
                for (Future<String> end : threads.invokeAll(attempts)) {
                    ends.add(end.get());
                }
                assertThat(ends).containsOnly("booked", "visit.full").filteredOn("booked"::equals).hasSize(2);
            }
            List<CrewLine> list = board.day(sample.worker(), sample.project(), TOMORROW, null);
            assertThat(list).hasSize(1);
            visits.cancelFor(sample.worker(), list.getFirst().visit().id(), "");
        }
    }

    @Test
    void one_household_at_two_times_at_once_gets_one() throws Exception {
        long first = sample.offer(TOMORROW, 2, MORNING);
        long second = sample.offer(TOMORROW, 2, NOON);
        HouseholdCodes.Holder holder = sample.holder("101");
        List<Callable<String>> attempts = List.of(
                () -> end(() -> visits.book(holder, first, Contact.NONE)),
                () -> end(() -> visits.book(holder, second, Contact.NONE)));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<String> ends = new ArrayList<>();
            for (Future<String> end : threads.invokeAll(attempts)) {
                ends.add(end.get());
            }
            assertThat(ends).containsExactlyInAnyOrder("booked", "visit.booked");
        }
        assertThat(board.day(sample.worker(), sample.project(), TOMORROW, null)).hasSize(1);
    }

    private static String end(Callable<Visit> booking) throws Exception {
        try {
            booking.call();
            return "booked";
        } catch (Refusal refused) {
            return refused.key();
        }
    }

    @Test
    void slots_of_one_crew_do_not_overlap() {
        sample.offer(TOMORROW, 3, MORNING);
        NewSlots same = sample.slots(TOMORROW, 3, new NewSlots.Span(LocalTime.of(10, 30), LocalTime.of(12, 0)));

        assertThatThrownBy(() -> planning.offer(sample.worker(), same)).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.in(new Messages(), Locale.ENGLISH)).contains(CREW, "Building 1",
                        "stairwell 1", "2026-05-05 at 09:00–11:00", "none were offered"));
        NewSlots typed = new NewSlots(same.workId(), same.placeId(), "2", " 门窗一班  ", TOMORROW, DAY.plusDays(2), true,
                same.spans(), 1);
        refused("visit.overlap", () -> planning.offer(sample.worker(), typed));
        assertThat(board.slots(sample.project().id())).as("all or none").hasSize(1);
        NewSlots other = new NewSlots(same.workId(), same.placeId(), "2", "门窗二班", TOMORROW, TOMORROW, true,
                same.spans(), 1);
        assertThat(planning.offer(sample.worker(), other).made()).isEqualTo(1);
        assertThat(planning.offer(sample.worker(), sample.slots(TOMORROW, 1, NOON)).made())
                .as("one after the other is no overlap").isEqualTo(1);
        refused("visit.overlap", () -> planning.offer(sample.worker(), sample.slots(TOMORROW, 1,
                new NewSlots.Span(LocalTime.of(14, 0), LocalTime.of(16, 0)), MORNING)));
        refused("visit.spans.overlap [09:00–11:00, 10:00–12:00]", () -> planning.offer(sample.worker(),
                sample.slots(DAY.plusDays(9), 1, MORNING, new NewSlots.Span(LocalTime.of(10, 0), LocalTime.NOON))));
    }

    @Test
    void offers_that_will_not_do_are_refused_whole() {
        Actor worker = sample.worker();
        refused("visit.past", () -> planning.offer(worker, sample.slots(DAY.minusDays(1), 1, MORNING)));
        refused("visit.past", () -> planning.offer(worker, sample.slots(DAY, 1, MORNING)));
        refused("visit.homes.unusable", () -> planning.offer(worker, sample.slots(TOMORROW, 0, MORNING)));
        refused("visit.span.unusable", () -> planning.offer(worker, sample.slots(TOMORROW, 1)));
        refused("visit.span.unusable", () -> planning.offer(worker, sample.slots(TOMORROW, 1,
                new NewSlots.Span(LocalTime.NOON, LocalTime.NOON))));
        refused("visit.days.unusable", () -> planning.offer(worker,
                sample.slots(TOMORROW, TOMORROW.plusDays(93), 1, MORNING)));
        NewSlots right = sample.slots(TOMORROW, 1, MORNING);
        refused("visit.stairwell.unknown", () -> planning.offer(worker, new NewSlots(right.workId(), right.placeId(),
                "9", CREW, TOMORROW, TOMORROW, true, right.spans(), 1)));
        refused("visit.stairwell.unknown", () -> planning.offer(worker, new NewSlots(right.workId(),
                sample.compound().place("B02"), "1", CREW, TOMORROW, TOMORROW, true, right.spans(), 1)));
        refused("visit.crew.missing", () -> planning.offer(worker, new NewSlots(right.workId(), right.placeId(), "1",
                " ", TOMORROW, TOMORROW, true, right.spans(), 1)));
        refused("visit.days.none", () -> planning.offer(worker, new NewSlots(right.workId(), right.placeId(), "1",
                CREW, DAY.plusDays(5), DAY.plusDays(6), false, right.spans(), 1)));
        assertThat(board.slots(sample.project().id())).isEmpty();
        refused("refused.role", () -> planning.offer(sample.compound().people().engineer(), right));
    }

    @Test
    void exam_weeks_are_not_offered() {
        sample.exam(DAY.plusDays(3), DAY.plusDays(5));

        refused("visit.barred", () -> planning.offer(sample.worker(), sample.slots(DAY.plusDays(4), 1, MORNING)));
        NewSlots.Offered offered = planning.offer(sample.worker(),
                sample.slots(TOMORROW, DAY.plusDays(6), 1, MORNING));
        assertThat(offered.made()).isEqualTo(3);
        assertThat(offered.leftOut()).extracting(NewSlots.LeftOut::day)
                .containsExactly(DAY.plusDays(3), DAY.plusDays(4), DAY.plusDays(5));
        assertThat(offered.leftOut().getFirst().bar().words().in(Locale.ENGLISH))
                .isEqualTo("University entrance exam");
    }

    @Test
    void booking_that_an_exam_overtakes_is_pointed_out_and_moved_past_it() {
        long before = sample.offer(DAY.plusDays(3), 1, MORNING);
        long other = sample.offer(DAY.plusDays(4), 1, MORNING);
        long after = sample.offer(DAY.plusDays(8), 1, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");
        Visit booked = visits.book(holder, before, Contact.NONE);

        sample.exam(DAY.plusDays(2), DAY.plusDays(5));
        assertThat(offer(holder)).satisfies(now -> {
            assertThat(now.bar()).isNotNull();
            assertThat(now.times()).extracting(Slot::id).containsExactly(after);
        });
        assertThat(board.due(sample.worker(), sample.project(), List.of())).singleElement().satisfies(due -> {
            assertThat(due.line().door()).isEqualTo("101");
            assertThat(due.bar()).isNotNull();
        });
        assertThatThrownBy(() -> visits.move(holder, booked.id(), other)).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.in(new Messages(), Locale.ENGLISH))
                        .contains("2026-05-06", "2026-05-09", "University entrance exam"));
        visits.move(holder, booked.id(), after);
        assertThat(offer(holder).bar()).isNull();
        assertThat(board.due(sample.worker(), sample.project(), List.of())).isEmpty();
    }

    @Test
    void nobody_misses_or_declines_a_visit_on_a_day_without_visits() {
        Visit visit = visits.bookFor(sample.worker(), sample.household("101"), sample.offer(TOMORROW, 1, MORNING),
                Contact.NONE);
        sample.exam(TOMORROW, TOMORROW);
        clock.moveTo(TOMORROW);

        assertThat(board.day(sample.worker(), sample.project(), TOMORROW, null)).singleElement()
                .satisfies(line -> assertThat(line.bar()).isNotNull());
        for (VisitState outcome : List.of(VisitState.NOT_HOME, VisitState.DECLINED)) {
            assertThatThrownBy(() -> marks.mark(sample.worker(), visit.id(), outcome, "敲门三次"))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.in(new Messages(),
                            Locale.ENGLISH)).contains("2026-05-05", "University entrance exam", "Nothing was stored"));
        }
        clock.moveTo(TOMORROW.plusDays(1));
        assertThat(board.due(sample.worker(), sample.project(), List.of())).singleElement()
                .satisfies(due -> assertThat(due.bar()).as("still why it did not take place").isNotNull());
        assertThat(read(sample.project())).contains("due, 1 doors");
        assertThat(marks.mark(sample.worker(), visit.id(), VisitState.DONE, "").state()).isEqualTo(VisitState.DONE);
    }

    @Test
    void one_code_does_not_fill_the_record() {
        long slot = sample.offer(TOMORROW.plusDays(1), 1, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");
        for (int i = 0; i < VisitRules.MOST_A_DAY; i++) {
            visits.cancel(holder, visits.book(holder, slot, Contact.NONE).id(), "");
        }

        refused("visit.many [10]", () -> visits.book(holder, slot, Contact.NONE));
        Visit booked = visits.bookFor(sample.worker(), holder.household(), slot, Contact.NONE);
        long other = sample.offer(TOMORROW.plusDays(1), 1, NOON);
        refused("visit.many [10]", () -> visits.move(holder, booked.id(), other));
        clock.moveTo(TOMORROW);
        assertThat(visits.move(holder, booked.id(), other).state()).isEqualTo(VisitState.BOOKED);
    }

    @Test
    void pages_hear_of_changes_alone() {
        long slot = sample.offer(TOMORROW, 1, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");
        List<ProjectChange> heard = new CopyOnWriteArrayList<>();
        Runnable end = services.get(ChangeFeed.class).subscribe(heard::add);
        Visit booked = visits.book(holder, slot, Contact.NONE);
        visits.book(holder, slot, Contact.NONE);
        assertThat(heard).as("booked twice, written once").hasSize(1);
        visits.cancel(holder, booked.id(), "");
        visits.cancel(holder, booked.id(), "");
        assertThat(heard).hasSize(2);
        end.run();
    }

    @Test
    void days_set_by_hand_bar_until_they_are_taken_back() {
        long slot = sample.offer(DAY.plusDays(3), 1, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");
        long project = sample.project().id();

        assertThat(planning.bar(sample.worker(), project, DAY.plusDays(3), DAY.plusDays(3),
                new Words("小区停电", "Power cut"))).isZero();
        assertThat(offer(holder).times()).isEmpty();
        refused("visit.barred", () -> visits.book(holder, slot, Contact.NONE));
        refused("visit.barred", () -> visits.bookFor(sample.worker(), holder.household(), slot, Contact.NONE));
        planning.unbar(sample.worker(), blackout());
        Visit booked = visits.book(holder, slot, Contact.NONE);
        assertThat(planning.bar(sample.worker(), project, DAY, DAY.plusDays(9), new Words("考试", null))).isEqualTo(1);
        assertThat(offer(holder).bar()).isNotNull();
        assertThat(booked.state()).isEqualTo(VisitState.BOOKED);
        refused("visit.blackout.unusable", () -> planning.bar(sample.worker(), project, DAY.minusDays(1), DAY,
                new Words("考试", null)));
        refused("visit.text.unusable", () -> planning.bar(sample.worker(), project, DAY, DAY, new Words(" ", null)));
        planning.unbar(sample.worker(), blackout());
    }

    private long blackout() {
        Long id = board.bars(sample.project()).getFirst().blackoutId();
        assertThat(id).isNotNull();
        return id == null ? 0 : id;
    }

    @Test
    void on_the_same_day_only_the_worker_changes_appointments() {
        long slot = sample.offer(DAY, 2, new NewSlots.Span(LocalTime.of(14, 0), LocalTime.of(16, 0)));
        long later = sample.offer(TOMORROW, 2, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");

        assertThat(offer(holder).times()).extracting(Slot::id).containsExactly(later);
        refused("visit.late", () -> visits.book(holder, slot, Contact.NONE));
        Visit booked = visits.bookFor(sample.worker(), holder.household(), slot, Contact.NONE);
        assertThat(booked.bookedBy()).isEqualTo(sample.worker().name());
        refused("visit.late", () -> visits.move(holder, booked.id(), later));
        refused("visit.late", () -> visits.cancel(holder, booked.id(), ""));
        assertThat(visits.moveFor(sample.worker(), booked.id(), later, "孩子生病").state())
                .isEqualTo(VisitState.BOOKED);
        clock.pass(Duration.ofHours(5));
        refused("visit.late", () -> visits.bookFor(sample.worker(), sample.household("102"), slot, Contact.NONE));
    }

    @Test
    void takes_only_what_is_the_households() {
        long slot = sample.offer(TOMORROW, 1, MORNING);
        HouseholdCodes.Holder neighbour = sample.holder("201");
        HouseholdCodes.Holder holder = sample.holder("101");

        refused("visit.slot.unknown", () -> visits.book(neighbour, slot, Contact.NONE));
        Visit booked = visits.book(holder, slot, Contact.NONE);
        refused("visit.gone", () -> visits.cancel(neighbour, booked.id(), ""));
        refused("visit.gone", () -> visits.move(neighbour, booked.id(), slot));
        refused("visit.full", () -> visits.book(sample.holder("102"), slot, Contact.NONE));
        refused("visit.remark.long", () -> visits.book(sample.holder("102"), slot, new Contact("很".repeat(201), "")));
        refused("visit.phone.malformed", () -> visits.book(sample.holder("102"), slot, new Contact("", "12")));
        refused("visit.phone.malformed", () -> visits.book(sample.holder("102"), slot, new Contact("", "1-----2")));
        sample.compound().code(sample.household("101").id());
        refused("code.voided", () -> visits.cancel(holder, booked.id(), ""));
        refused("visit.slot.taken [1]", () -> planning.withdraw(sample.worker(), slot));
        visits.cancelFor(sample.worker(), booked.id(), "来电取消");
        planning.withdraw(sample.worker(), slot);
        refused("visit.slot.unknown", () -> visits.bookFor(sample.worker(), sample.household("101"), slot,
                Contact.NONE));
    }

    @Test
    void crew_says_what_it_found_and_nobody_home_gets_a_second_offer() {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        HouseholdCodes.Holder holder = sample.holder("101");
        Visit first = visits.book(holder, slot, Contact.NONE);
        Visit second = visits.bookFor(sample.worker(), sample.household("102"), slot, Contact.NONE);
        Actor engineer = sample.compound().people().engineer();

        refused("visit.early", () -> marks.mark(engineer, first.id(), VisitState.DONE, ""));
        clock.moveTo(TOMORROW);
        refused("visit.reason.missing", () -> marks.mark(engineer, first.id(), VisitState.NOT_HOME, " "));
        marks.mark(engineer, first.id(), VisitState.NOT_HOME, "敲门三次，电话未接");
        marks.mark(engineer, second.id(), VisitState.DECLINED, "窗户刚换过");
        marks.mark(engineer, second.id(), VisitState.DONE, "");
        assertThat(board.due(sample.worker(), sample.project(), List.of())).singleElement()
                .satisfies(due -> assertThat(due.line().reason()).isEqualTo("敲门三次，电话未接"));
        assertThat(board.remaining(sample.project().id())).singleElement()
                .extracting(Remaining::households, Remaining::done, Remaining::booked, Remaining::notHome,
                        Remaining::declined, Remaining::notBooked).containsExactly(3, 1, 0, 1, 0, 1);

        long again = sample.offer(DAY.plusDays(4), 1, MORNING);
        assertThat(offer(holder).in(VisitState.NOT_HOME)).isTrue();
        assertThat(visits.book(holder, again, Contact.NONE).state()).isEqualTo(VisitState.BOOKED);
        assertThat(board.due(sample.worker(), sample.project(), List.of())).isEmpty();
        refused("visit.gone", () -> marks.mark(engineer, first.id(), VisitState.DONE, ""));
        refused("visit.done [2026-05-05]", () -> visits.bookFor(sample.worker(), sample.household("102"), again,
                Contact.NONE));
        assertThat(board.remaining(sample.project().id())).singleElement()
                .extracting(Remaining::done, Remaining::booked, Remaining::notHome).containsExactly(1, 1, 0);
        clock.moveTo(DAY.plusDays(5));
        assertThat(board.due(sample.worker(), sample.project(), List.of())).singleElement()
                .satisfies(due -> assertThat(due.unmarked()).as("nobody said what became of it").isTrue());
    }

    @Test
    void list_of_a_day_is_by_crew_and_shows_no_more_than_is_needed() {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        visits.bookFor(sample.worker(), sample.household("102"), slot, new Contact("", "０２２－２３４５６７８"));
        Visit visit = visits.bookFor(sample.worker(), sample.household("101"), slot, new Contact("老人行动不便", ""));
        Actor worker = sample.worker();
        Project project = sample.project();

        assertThat(board.day(worker, project, TOMORROW, CREW)).extracting(CrewLine::door, CrewLine::owner,
                CrewLine::phone, CrewLine::remark).containsExactly(tuple("102", null, "****78", null),
                tuple("101", "张**", null, "老人行动不便"));
        assertThat(board.day(worker, project, TOMORROW, "门窗二班")).isEmpty();
        assertThat(board.day(worker, project, DAY, null)).isEmpty();
        refused("refused.role", () -> board.day(sample.compound().people().viewer(), project, TOMORROW, null));
        assertThat(board.phone(worker, visit.id() - 1)).isEqualTo("022-2345678");
        assertThat(audited()).contains("visit.phone");
        assertThat(read(project)).contains("2026-05-05 门窗一班, 2 doors")
                .noneMatch(entry -> entry.startsWith("2026-05-04"));
        refused("visit.phone.none", () -> board.phone(worker, visit.id()));
        refused("refused.role", () -> board.phone(sample.compound().people().engineer(), visit.id()));
        try (StatementCount counted = StatementCount.of(jdbi)) {
            board.day(worker, project, TOMORROW, null);
            assertThat(counted.statements()).as("the list, its doors, days without visits, audit").hasSize(5);
        }
    }

    @Test
    void open_list_opens_what_changed_and_nothing_twice() {
        long slot = sample.offer(TOMORROW, 3, MORNING);
        Actor worker = sample.worker();
        Project project = sample.project();
        visits.bookFor(worker, sample.household("101"), slot, Contact.NONE);
        List<CrewLine> first = board.day(worker, project, TOMORROW, null);
        assertThat(board.day(worker, project, TOMORROW, null, first)).isEqualTo(first);
        visits.bookFor(worker, sample.household("102"), slot, new Contact("有狗", ""));

        List<CrewLine> second = board.day(worker, project, TOMORROW, null, first);
        assertThat(second).extracting(CrewLine::door, CrewLine::remark)
                .containsExactly(tuple("101", null), tuple("102", "有狗"));
        assertThat(read(project)).containsExactly("2026-05-05, 1 doors", "2026-05-05, 1 doors");
        sample.exam(TOMORROW, TOMORROW);
        assertThat(board.day(worker, project, TOMORROW, null, second)).as("no longer to be gone to")
                .allMatch(line -> line.bar() != null);
    }

    @Test
    void register_keeps_households_with_appointments() {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        Visit visit = visits.book(sample.holder("101"), slot, Contact.NONE);
        visits.cancelFor(sample.worker(), visit.id(), "");

        refused("register.kept [1]", () -> sample.compound()
                .register(ConsentSample.REGISTER.replace("1号楼,1,101,50.00,张三\n", "")));
        sample.compound().register(ConsentSample.REGISTER.replace("1号楼,1,102,50,\n", ""));
        assertThat(board.remaining(sample.project().id()).getFirst().households()).isEqualTo(2);
    }

    @Test
    void work_needs_buildings_of_the_register_and_goes_while_nothing_was_offered() {
        Actor worker = sample.worker();
        long project = sample.project().id();
        long place = sample.compound().place("B02");
        refused("visit.type.missing", () -> works.add(worker, project,
                new NewWork(new Words("换窗", null), null, "none", Set.of(place), null)));
        refused("visit.building.missing", () -> works.add(worker, project,
                new NewWork(new Words("换窗", null), null, "indoor", Set.of(), null)));
        refused("visit.text.unusable", () -> works.add(worker, project,
                new NewWork(new Words("", "Windows"), null, "indoor", Set.of(place), null)));
        refused("refused.role", () -> works.add(sample.compound().people().viewer(), project,
                new NewWork(new Words("换窗", null), null, "indoor", Set.of(place), null)));
        long other = works.add(worker, project, new NewWork(new Words("换管", null), null, "indoor", Set.of(place), null));
        works.remove(worker, other);
        sample.offer(TOMORROW, 1, MORNING);
        refused("visit.work.used", () -> works.remove(worker, sample.work()));
        assertThat(works.of(project)).extracting(VisitWork::id).containsExactly(sample.work());
    }

    @Test
    void quiet_work_rests_in_exam_weeks_too() {
        long quiet = works.add(sample.worker(), sample.project().id(), new NewWork(new Words("查线", null), null,
                "indoor", Set.of(sample.compound().place("B01")), null));
        sample.exam(DAY.plusDays(3), DAY.plusDays(3));

        refused("visit.barred", () -> planning.offer(sample.worker(), new NewSlots(quiet,
                sample.compound().place("B01"), "1", CREW, DAY.plusDays(3), DAY.plusDays(3), true, List.of(MORNING), 1)));
    }

    @Test
    void what_was_written_is_forgotten_in_time() {
        long slot = sample.offer(TOMORROW, 1, MORNING);
        Visit visit = visits.bookFor(sample.worker(), sample.household("101"), slot,
                new Contact("有狗", "13812345678"));
        VisitUpkeep upkeep = services.get(VisitUpkeep.class);

        clock.moveTo(TOMORROW.plusDays(90));
        upkeep.run();
        assertThat(board.line(sample.worker(), sample.project(), visit.id()).remark()).isEqualTo("有狗");
        clock.moveTo(TOMORROW.plusDays(91));
        assertThat(upkeep.run()).isPositive();
        assertThat(board.line(sample.worker(), sample.project(), visit.id()))
                .extracting(CrewLine::remark, CrewLine::phone).containsExactly(null, null);
    }

    private VisitOffer offer(HouseholdCodes.Holder holder) {
        return services.get(VisitOffers.class).to(holder).getFirst();
    }

    private static void refused(String why, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(Refusal.class).hasMessageStartingWith(why);
    }

    private List<String> audited() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT action FROM audit_entry").mapTo(String.class)
                .list());
    }

    /** @return what of the project's appointments was opened */
    private List<String> read(Project project) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT after_text
                  FROM audit_entry
                 WHERE action = 'visit.read' AND subject = :subject""")
                .bind("subject", "project:" + project.code()).mapTo(String.class).list());
    }

    private List<String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COALESCE(remark_sealed, '') || ' ' || COALESCE(phone_sealed, '') || ' '
                       || COALESCE(reason_sealed, '')
                  FROM visit""").mapTo(String.class).list());
    }
}
