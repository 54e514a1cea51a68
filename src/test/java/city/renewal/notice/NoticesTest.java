package city.renewal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.project.NewPlace;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEachDatabase
class NoticesTest {

    /** A Tuesday; the clock stands at noon. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDateTime NOON = TODAY.atTime(12, 0);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestClock clock = TestClock.at(TODAY);
    private final TestDatabase database;
    private final Services services;
    private final Notices notices;
    private People people;
    private Project project;

    NoticesTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        notices = services.get(Notices.class);
    }

    @BeforeEach
    void addProject() {
        people = People.join(services);
        project = SmallPlan.add(services, people.planner(), "N" + NUMBER.incrementAndGet()).project();
        services.get(Projects.class).complete(people.planner(), project.id(), List.of(), List.of(
                new NewPlace("building", "B01", "1号楼", "Building 1", null, null, Map.of("stairwells", new BigDecimal(3))),
                new NewPlace("building", "B02", "2号楼", "Building 2", null, null, Map.of("stairwells", BigDecimal.ONE)),
                new NewPlace("building", "B03", "3号楼", "Building 3", null, null)));
    }

    /** A notice of a day’s work in two days from today, of a kind. */
    private NewNotice draft(String kind, LocalDateTime from, LocalDateTime to, NoticeTarget... targets) {
        return new NewNotice(project.code(), kind, List.of(targets), from, to, false, "更换楼内供水立管", "New risers",
                "示例第一建设公司", "022-0000-1001", null, null, null);
    }

    private NewNotice water() {
        return draft("water", NOON.plusDays(2), NOON.plusDays(2).plusHours(5), new NoticeTarget("B01", 2));
    }

    private static NewNotice late(NewNotice of, String reason) {
        return new NewNotice(of.project(), of.kind(), of.targets(), of.from(), of.to(), of.daily(), of.reason(),
                of.reasonEn(), of.contact(), of.phone(), of.permit(), reason, of.taskId());
    }

    private static NewNotice permitted(NewNotice of, String permit) {
        return new NewNotice(of.project(), of.kind(), of.targets(), of.from(), of.to(), of.daily(), of.reason(),
                of.reasonEn(), of.contact(), of.phone(), permit, of.lateReason(), of.taskId());
    }

    private Notice.State state(Notice notice) {
        return notice.state(OffsetDateTime.now(clock));
    }

    @Test
    void a_notice_is_read_by_residents_as_it_was_written() {
        Notice notice = notices.publish(people.engineer(), water());

        assertThat(notices.ofProject(project.id()).notices()).containsExactly(notice);
        assertThat(notice.reason().en()).isEqualTo("New risers");
        assertThat(notice.places()).extracting(NoticePlace::code, NoticePlace::stairwell)
                .containsExactly(tuple("B01", 2));
        assertThat(notice.span().from()).isEqualTo(NOON.plusDays(2).atZone(clock.getZone()).toOffsetDateTime());
        assertThat(notice.late()).isFalse();
        assertThat(state(notice)).isEqualTo(Notice.State.COMING);
        clock.moveTo(TODAY.plusDays(2));
        assertThat(state(notice)).isEqualTo(Notice.State.VALID);
        clock.moveTo(TODAY.plusDays(3));
        assertThat(state(notice)).isEqualTo(Notice.State.OVER);
        assertThat(notices.ofProject(project.id()).notices()).isEmpty();
        assertThat(audit(notice.id())).containsExactly("notice.publish");
    }

    @Test
    void residents_read_what_concerns_their_stairwell() {
        notices.publish(people.planner(), water());
        notices.publish(people.planner(), draft("road", NOON.plusDays(1), NOON.plusDays(3)));
        notices.publish(people.planner(), draft("access", NOON.plusDays(1), NOON.plusDays(3),
                new NoticeTarget("B02", NoticePlace.WHOLE)));
        ProjectNotices all = notices.ofProject(project.id());

        assertThat(kinds(all)).containsExactly("road", "access", "water");
        assertThat(kinds(all.at("B01", 2))).containsExactly("road", "water");
        assertThat(kinds(all.at("B01", 1))).containsExactly("road");
        assertThat(kinds(all.at("B01", NoticePlace.WHOLE))).containsExactly("road", "water");
        assertThat(kinds(all.at("B02", 1))).containsExactly("road", "access");
    }

    private static List<String> kinds(ProjectNotices notices) {
        return notices.notices().stream().map(each -> each.kind().id()).toList();
    }

    @ParameterizedTest
    @CsvSource({"water, PT24H, PT23H59M", "gas, PT48H, PT47H59M", "power, PT168H, PT167H59M"})
    void what_is_announced_too_late_needs_a_reason_and_is_marked(String kind, String enough, String tooLittle) {
        LocalDateTime inTime = NOON.plus(Duration.parse(enough));
        LocalDateTime tooLate = NOON.plus(Duration.parse(tooLittle));
        NoticeTarget building = new NoticeTarget("B01", 0);

        assertThat(notices.publish(people.planner(), draft(kind, inTime, inTime.plusHours(2), building)).late())
                .isFalse();
        NewNotice late = draft(kind, tooLate, tooLate.plusHours(2), building);
        assertThat(notices.advise(late, null).late()).isTrue();
        assertThat(field(late)).isEqualTo(Field.LATE_REASON);
        Notice marked = notices.publish(people.planner(), late(late, "管道突然破裂"));
        assertThat(marked.late()).isTrue();
        assertThat(marked.lateReason()).isEqualTo("管道突然破裂");
        assertThat(marked.dueAt()).isBefore(OffsetDateTime.now(clock));
    }

    @Test
    void a_burst_pipe_may_be_announced_while_it_is_mended_but_nothing_older() {
        NewNotice begun = draft("water", NOON.minusMinutes(30), NOON.plusHours(3));
        assertThat(state(notices.publish(people.engineer(), late(begun, "抢修")))).isEqualTo(Notice.State.VALID);

        assertThat(field(draft("road", NOON.minusMinutes(61), NOON.plusHours(3)))).isEqualTo(Field.FROM);
        assertThat(field(draft("road", NOON.minusDays(1), NOON.minusHours(3)))).isEqualTo(Field.TO);
    }

    @Test
    void what_cannot_be_is_refused_at_its_field_and_nothing_is_kept() {
        SmallPlan foreign = SmallPlan.add(services, people.planner(), "F" + NUMBER.incrementAndGet());
        long before = count();
        LocalDateTime day = NOON.plusDays(3);
        String long_ = "长".repeat(10_000);

        assertThat(field(draft("road", day, day.minusHours(1)))).isEqualTo(Field.TO);
        assertThat(field(draft("road", day, day))).isEqualTo(Field.TO);
        assertThat(field(draft("road", null, day))).isEqualTo(Field.FROM);
        assertThat(field(draft("road", day, null))).isEqualTo(Field.TO);
        assertThat(field(draft("road", day, LocalDateTime.of(9999, 12, 31, 0, 0)))).isEqualTo(Field.TO);
        assertThat(field(draft("road", LocalDateTime.MAX.minusDays(1), LocalDateTime.MAX))).isEqualTo(Field.FROM);
        assertThat(field(draft("road", LocalDateTime.of(1, 1, 1, 0, 0), day))).isEqualTo(Field.FROM);
        assertThat(field(draft(null, day, day.plusHours(1)))).isEqualTo(Field.KIND);
        assertThat(field(draft("meteor", day, day.plusHours(1)))).isEqualTo(Field.KIND);
        assertThat(field(draft("road", day, day.plusHours(1), new NoticeTarget("B99", 0)))).isEqualTo(Field.PLACES);
        assertThat(field(draft("road", day, day.plusHours(1), new NoticeTarget("B01", 4)))).isEqualTo(Field.PLACES);
        assertThat(field(draft("road", day, day.plusHours(1), new NoticeTarget("B03", 1)))).isEqualTo(Field.PLACES);
        assertThat(field(draft("road", day, day.plusHours(1), new NoticeTarget("B01", 1), new NoticeTarget("B01", 1))))
                .isEqualTo(Field.PLACES);
        assertThat(field(texts(text -> long_, "1号", "022-1"))).isEqualTo(Field.REASON);
        assertThat(field(texts(text -> null, "1号", "022-1"))).isEqualTo(Field.REASON);
        assertThat(field(texts(text -> text, null, "022-1"))).isEqualTo(Field.CONTACT);
        assertThat(field(texts(text -> text, long_, "022-1"))).isEqualTo(Field.CONTACT);
        assertThat(field(texts(text -> text, "1号", null))).isEqualTo(Field.PHONE);
        assertThat(field(texts(text -> text, "1号", "<script>"))).isEqualTo(Field.PHONE);
        assertThat(field(new NewNotice("NOWHERE", "road", List.of(), day, day.plusHours(1), false, "a", null, "b",
                "022-1", null, null, null))).isEqualTo(Field.PROJECT);
        assertThat(field(new NewNotice(null, "road", List.of(), day, day.plusHours(1), false, "a", null, "b", "022-1",
                null, null, null))).isEqualTo(Field.PROJECT);
        assertThat(field(new NewNotice(project.code(), "road", List.of(), day, day.plusHours(1), false, "a", null, "b",
                "022-1", null, null, foreign.pipes()))).isEqualTo(Field.TASK);
        assertThat(field(new NewNotice(project.code(), "road", List.of(), day, day.plusHours(1), false, "a", null, "b",
                "022-1", null, null, -7L))).isEqualTo(Field.TASK);

        assertThat(count()).isEqualTo(before);
    }

    private NewNotice texts(UnaryOperator<String> reason, String contact, String phone) {
        return new NewNotice(project.code(), "road", List.of(), NOON.plusDays(3), NOON.plusDays(4), false,
                reason.apply("<script>alert(1)</script>"), null, contact, phone, null, null, null);
    }

    @Test
    void signs_of_a_language_for_pages_are_kept_as_the_text_they_are() {
        assertThat(notices.publish(people.planner(), texts(text -> text, "<b>1号</b>", "022-0000-1001")).reason().zh())
                .isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void work_at_night_needs_the_number_of_its_permit() {
        NewNotice night = draft("noise", TODAY.plusDays(2).atTime(23, 0), TODAY.plusDays(3).atTime(4, 0));

        assertThat(notices.advise(night, null).night()).isTrue();
        assertThat(field(night)).isEqualTo(Field.PERMIT);
        assertThat(notices.publish(people.engineer(), permitted(night, "津夜施 2026-118")).permit())
                .isEqualTo("津夜施 2026-118");
        NewNotice scaffold = draft("scaffolding", TODAY.plusDays(2).atTime(8, 0), TODAY.plusDays(20).atTime(23, 0));
        assertThat(field(scaffold)).as("taken down at night").isEqualTo(Field.PERMIT);
        assertThat(notices.publish(people.engineer(), draft("scaffolding", scaffold.from(),
                TODAY.plusDays(20).atTime(18, 0))).permit()).as("standing at night").isNull();
        // A cut at night is no work at night.
        assertThat(notices.publish(people.engineer(), draft("water", night.from(), night.to())).permit()).isNull();
    }

    @Test
    void only_planners_engineers_and_administrators_write() {
        Notice notice = notices.publish(people.planner(), water());
        for (Actor reader : List.of(people.supervisor(), people.viewer())) {
            assertThatThrownBy(() -> notices.publish(reader, water())).isInstanceOf(Refusal.class)
                    .hasMessage("refused.role");
            assertThatThrownBy(() -> notices.cancel(reader, notice.id(), 1, "why")).hasMessage("refused.role");
            assertThatThrownBy(() -> notices.move(reader, notice.id(), move(1, 5, "why"))).hasMessage("refused.role");
        }
        assertThat(notices.find(notice.id())).contains(notice);
        notices.publish(Actor.commandLine(), water());
    }

    @Test
    void a_project_that_names_its_engineers_hears_of_others_no_more() {
        Notice notice = notices.publish(people.engineer(), water());
        Actor named = services.get(Accounts.class).add(Actor.commandLine(), "named-" + project.code().toLowerCase(Locale.ROOT),
                "Named", Role.ENGINEER, People.PASSWORD).actor();
        services.get(ProjectPeople.class).name(people.planner(), project.id(), Set.of(named.accountId()));

        assertThatThrownBy(() -> notices.publish(people.engineer(), water())).hasMessage("refused.project");
        assertThatThrownBy(() -> notices.cancel(people.engineer(), notice.id(), 1, "why"))
                .hasMessage("refused.project");
        assertThat(notices.cancel(named, notice.id(), 1, "why").cancelled()).isTrue();
    }

    @Test
    void no_statement_changes_or_removes_what_was_said() {
        Notice notice = notices.publish(people.planner(), water());
        for (String statement : List.of("UPDATE notice_version SET why = 'other' WHERE notice_id = ?",
                "DELETE FROM notice_version WHERE notice_id = ?")) {
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(statement, notice.id())))
                    .isInstanceOf(JdbiException.class);
        }
        assertThat(notices.find(notice.id())).contains(notice);
    }

    private static NoticeMove move(int revision, int days, String why) {
        return new NoticeMove(revision, NOON.plusDays(days), NOON.plusDays(days).plusHours(5), false, why, null, null);
    }

    @Test
    void another_time_never_takes_the_place_of_the_first() {
        Notice first = notices.publish(people.planner(), water());

        Notice moved = notices.move(people.engineer(), first.id(), move(1, 6, "下雨"));
        Notice again = notices.move(people.planner(), first.id(), move(2, 9, "材料未到"));

        assertThat(moved.published()).isEqualTo(first.span());
        assertThat(again.published()).isEqualTo(first.span());
        assertThat(again.moved()).isTrue();
        assertThat(again.why()).isEqualTo("材料未到");
        assertThat(notices.versions(first.id())).extracting(NoticeVersion::span)
                .containsExactly(first.span(), moved.span(), again.span());
        assertThat(notices.versions(first.id())).extracting(NoticeVersion::author)
                .containsExactly("The planner", "The engineer", "The planner");
        assertThat(audit(first.id())).containsExactly("notice.publish", "notice.move", "notice.move");
        // Both its days show it: where it was to be, and where it is.
        assertThat(notices.between(TODAY.plusDays(2), TODAY.plusDays(2), project.code())).containsExactly(again);
        assertThat(notices.between(TODAY.plusDays(9), TODAY.plusDays(9), project.code())).containsExactly(again);
        assertThat(notices.between(TODAY.plusDays(4), TODAY.plusDays(4), project.code())).isEmpty();
    }

    @Test
    void another_time_is_announced_as_early_as_the_first_had_to_be() {
        Notice notice = notices.publish(people.planner(), water());
        NoticeMove soon = new NoticeMove(1, NOON.plusHours(20), NOON.plusHours(25), false, "提前", null, null);

        assertThat(catchThrowableOfType(NoticeRefusal.class, () -> notices.move(people.planner(), notice.id(), soon))
                .field()).isEqualTo(Field.LATE_REASON);
        NoticeMove explained = new NoticeMove(1, soon.from(), soon.to(), false, "提前", null, "管道破裂");
        assertThat(notices.move(people.planner(), notice.id(), explained).late()).isTrue();
        // Moved further away with time to spare, it is late no longer; that it was stays in its history.
        assertThat(notices.move(people.planner(), notice.id(), move(2, 8, "改到下周")).late()).isFalse();
        assertThat(notices.versions(notice.id())).extracting(NoticeVersion::late).containsExactly(false, true, false);
    }

    @Test
    void further_days_are_announced_as_early_as_the_first_had_to_be_and_a_later_end_is_not() {
        LocalDateTime day = TODAY.plusDays(8).atTime(8, 0);
        Notice power = notices.publish(people.planner(), draft("power", day, day.plusHours(9)));
        clock.pass(Duration.ofDays(6));
        NewNotice longer = draft("power", day, day.plusHours(11));
        assertThat(notices.advise(longer, power).lead()).isNull();
        Notice later = notices.move(people.planner(), power.id(),
                new NoticeMove(1, day, longer.to(), false, "下雨", null, null));
        assertThat(later.late()).isFalse();

        NoticeMove days = new NoticeMove(2, day, day.plusDays(2).plusHours(9), true, "下雨", null, null);
        NewNotice daily = new NewNotice(project.code(), "power", List.of(), days.from(), days.to(), true, null, null,
                null, null, null, null, null);
        assertThat(notices.advise(daily, later).late()).isTrue();
        assertThat(catchThrowableOfType(NoticeRefusal.class, () -> notices.move(people.planner(), power.id(), days))
                .field()).isEqualTo(Field.LATE_REASON);
        Notice late = notices.move(people.planner(), power.id(),
                new NoticeMove(2, days.from(), days.to(), true, "下雨", null, "抢修"));
        assertThat(late.late()).isTrue();
        assertThat(late.before()).isEqualTo(later.span());
    }

    @Test
    void what_has_begun_keeps_its_beginning_and_may_last_longer() {
        Notice notice = notices.publish(people.engineer(), draft("road", NOON.minusMinutes(10), NOON.plusHours(3)));

        NoticeMove later = new NoticeMove(1, NOON.plusHours(1), NOON.plusHours(4), false, "why", null, null);
        assertThat(catchThrowableOfType(NoticeRefusal.class, () -> notices.move(people.engineer(), notice.id(), later))
                .field()).isEqualTo(Field.FROM);
        Notice longer = notices.move(people.engineer(), notice.id(),
                new NoticeMove(1, NOON.minusMinutes(10), NOON.plusHours(8), false, "管件不合", null, null));
        assertThat(longer.span().from()).isEqualTo(notice.span().from());
        assertThat(longer.span().to()).isEqualTo(notice.span().to().plusHours(5));
    }

    @Test
    void a_cancelled_notice_stays_readable_as_such_and_is_final() {
        Notice notice = notices.publish(people.planner(), water());
        assertThat(catchThrowableOfType(NoticeRefusal.class,
                () -> notices.cancel(people.planner(), notice.id(), 1, null)).field()).isEqualTo(Field.WHY);

        Notice cancelled = notices.cancel(people.planner(), notice.id(), 1, "材料未到");

        assertThat(state(cancelled)).isEqualTo(Notice.State.CANCELLED);
        assertThat(notices.ofProject(project.id()).notices()).containsExactly(cancelled);
        assertThat(notices.ofProject(project.id()).on(TODAY.plusDays(2), clock.getZone())).isEmpty();
        assertThat(cancelled.span()).isEqualTo(notice.span());
        assertThatThrownBy(() -> notices.cancel(people.planner(), notice.id(), 2, "again"))
                .hasMessage("notice.cancelled");
        assertThatThrownBy(() -> notices.move(people.planner(), notice.id(), move(2, 7, "again")))
                .hasMessage("notice.cancelled");
        clock.moveTo(TODAY.plusDays(5));
        assertThat(notices.ofProject(project.id()).notices()).isEmpty();
        assertThat(notices.find(notice.id())).isPresent();
    }

    @Test
    void what_is_over_or_unknown_is_left_alone() {
        Notice notice = notices.publish(people.planner(), water());
        assertThatThrownBy(() -> notices.cancel(people.planner(), 987_654, 1, "why"))
                .hasMessageStartingWith("notice.unknown");
        assertThatThrownBy(() -> notices.move(people.planner(), notice.id(),
                new NoticeMove(1, water().from(), water().to(), false, "why", null, null)))
                .hasMessage("notice.move.nothing");
        clock.moveTo(TODAY.plusDays(3));
        assertThatThrownBy(() -> notices.cancel(people.planner(), notice.id(), 1, "why")).hasMessage("notice.over");
    }

    @Test
    void two_who_change_one_notice_at_once_do_not_overwrite_each_other() throws Exception {
        Notice notice = notices.publish(people.planner(), water());
        List<Callable<Boolean>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int days = 5 + i;
            changes.add(() -> {
                try {
                    notices.move(people.planner(), notice.id(), move(1, days, "why " + days));
                    return true;
                } catch (Refusal stale) {
                    assertThat(stale).hasMessage("notice.stale");
                    return false;
                }
            });
        }
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> change : threads.invokeAll(changes)) {
                done += change.get() ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(1);
        assertThat(notices.versions(notice.id())).hasSize(2);
        assertThat(notices.find(notice.id()).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void two_cuts_in_one_building_on_one_day_are_pointed_out() {
        Notice water = notices.publish(people.planner(), water());
        NewNotice power = late(draft("power", NOON.plusDays(2).minusHours(3), NOON.plusDays(2).plusHours(1),
                new NoticeTarget("B01", 1), new NoticeTarget("B02", 0)), "why");

        assertThat(notices.advise(power, null).clashes()).containsExactly(water);
        // Noise is no cut, another building another matter, and so is another day.
        assertThat(notices.advise(draft("noise", power.from(), power.to(), new NoticeTarget("B01", 0)), null).clashes())
                .isEmpty();
        assertThat(notices.advise(draft("power", power.from(), power.to(), new NoticeTarget("B02", 0)), null).clashes())
                .isEmpty();
        assertThat(notices.advise(draft("power", power.from().plusDays(1), power.to().plusDays(1)), null).clashes())
                .isEmpty();
        assertThat(notices.advise(water(), water).clashes()).as("with itself").isEmpty();

        Notice cut = notices.publish(people.planner(), power);
        List<NoticeClash> clashes = NoticeClash.among(
                notices.between(TODAY, TODAY.plusDays(30), project.code()), clock.getZone());
        assertThat(clashes).singleElement().satisfies(clash -> {
            assertThat(clash.days().getFirst()).isEqualTo(TODAY.plusDays(2));
            assertThat(clash.place().zh()).isEqualTo("1号楼");
            assertThat(List.of(clash.one(), clash.other())).containsExactlyInAnyOrder(water, cut);
        });
        notices.cancel(people.planner(), cut.id(), 1, "改日");
        assertThat(NoticeClash.among(notices.between(TODAY, TODAY.plusDays(30), project.code()), clock.getZone()))
                .isEmpty();
    }

    @Test
    void a_change_is_news_and_another_version_for_those_who_keep_what_they_read() {
        List<ProjectChange> news = new ArrayList<>();
        Runnable end = services.get(ChangeFeed.class).subscribe(change -> {
            // Whoever hears of it reads it as it is.
            assertThat(notices.ofProject(change.projectId()).notices()).isNotEmpty();
            news.add(change);
        });
        String none = notices.ofProject(project.id()).version();
        Notice notice = notices.publish(people.planner(), water());
        String published = notices.ofProject(project.id()).version();
        notices.move(people.planner(), notice.id(), move(1, 6, "下雨"));
        ProjectNotices moved = notices.ofProject(project.id());
        assertThat(moved.holdsUntil()).isEqualTo(NOON.plusDays(6).atZone(clock.getZone()).toOffsetDateTime());
        clock.moveTo(TODAY.plusDays(6));
        ProjectNotices begun = notices.ofProject(project.id());
        end.run();

        assertThat(List.of(none, published, moved.version(), begun.version())).doesNotHaveDuplicates();
        assertThat(news).extracting(ProjectChange::projectId).containsOnly(project.id()).hasSize(2);
    }

    @Test
    void reads_in_one_statement_however_many_there_are() {
        for (int i = 0; i < 12; i++) {
            notices.publish(people.planner(), draft("access", NOON.plusDays(i + 1), NOON.plusDays(i + 2),
                    new NoticeTarget("B01", 1), new NoticeTarget("B01", 2), new NoticeTarget("B02", 0)));
        }
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(notices.ofProject(project.id()).notices()).hasSize(12)
                    .allSatisfy(each -> assertThat(each.places()).hasSize(3));
            assertThat(count.statements()).hasSize(1);
        }
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(notices.between(TODAY, TODAY.plusDays(40), null)).hasSizeGreaterThanOrEqualTo(12);
            assertThat(count.statements()).hasSize(1);
        }
    }

    private Field field(NewNotice refused) {
        return catchThrowableOfType(NoticeRefusal.class, () -> notices.publish(people.planner(), refused)).field();
    }

    private long count() {
        return database.jdbi().withHandle(handle -> Stream.of("notice", "notice_version", "notice_place", "audit_entry")
                .mapToLong(table -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(long.class).one())
                .sum());
    }

    private List<String> audit(long id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT action FROM audit_entry WHERE subject = :subject ORDER BY id")
                .bind("subject", "notice:" + id).mapTo(String.class).list());
    }
}
