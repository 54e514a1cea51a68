package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.CalendarChange.Add;
import city.renewal.plan.CalendarChange.Assign;
import city.renewal.plan.CalendarChange.Change;
import city.renewal.plan.CalendarChange.Choose;
import city.renewal.schedule.WorkCalendar;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PlanCalendarsTest {

    /** A Monday. */
    private static final LocalDate START = SmallPlan.START;
    private static final CalendarState WEEK = CalendarState.of("Weekdays", WorkCalendar.mondayToFriday());

    private final Services services;
    private final Plans plans;
    private final PlanCalendars calendars;
    private final People people;

    PlanCalendarsTest(TestDatabase database) {
        services = database.services(TestClock.at(START));
        plans = services.get(Plans.class);
        calendars = services.get(PlanCalendars.class);
        people = People.join(services);
    }

    private SmallPlan small(String code) {
        return SmallPlan.add(services, people.planner(), code);
    }

    private PlanSnapshot plan(SmallPlan small) {
        return plans.read(small.project().id());
    }

    private LocalDate finish(SmallPlan small) {
        return plan(small).head().finishOn();
    }

    private void apply(SmallPlan small, CalendarChange change) {
        calendars.apply(people.planner(), small.project().id(), change);
    }

    private StoredCalendar added(SmallPlan small, CalendarState state) {
        apply(small, new Add(state));
        return plan(small).calendars().getLast();
    }

    private void undo(SmallPlan small) {
        services.get(PlanEditing.class).undo(people.planner(), small.project().id());
    }

    private void redo(SmallPlan small) {
        services.get(PlanEditing.class).redo(people.planner(), small.project().id());
    }

    @Test
    void choosing_another_calendar_is_shown_first_then_done_in_one_step_and_undone() {
        SmallPlan small = small("CHOOSE");
        long week = added(small, WEEK).id();

        CalendarPreview preview = calendars.preview(people.planner(), small.project().id(), new Choose(week));
        assertThat(preview.finishMoves()).isEqualTo(4);
        assertThat(preview.moved()).extracting(moved -> moved.after().name()).containsExactly("Pipes", "Paving");
        assertThat(finish(small)).isEqualTo(START.plusDays(14));

        apply(small, new Choose(week));
        assertThat(finish(small)).isEqualTo(START.plusDays(18));
        undo(small);
        assertThat(finish(small)).isEqualTo(START.plusDays(14));
        undo(small);
        assertThat(plan(small).calendars()).hasSize(1);
        redo(small);
        redo(small);
        assertThat(finish(small)).isEqualTo(START.plusDays(18));
    }

    @Test
    void a_type_of_work_follows_its_calendar_until_a_task_has_one_of_its_own() {
        SmallPlan small = small("TYPES");
        Task paving = plan(small).task(small.paving()).orElseThrow();
        services.get(PlanEditing.class).change(people.planner(), small.project().id(), paving.id(), paving.version(),
                paving.input().withWork("paving", null));
        long every = plan(small).calendar().id();

        StoredCalendar week = added(small, WEEK.withUse(false, Set.of("paving")));
        assertThat(finish(small)).isEqualTo(START.plusDays(16));

        apply(small, new Assign(Set.of(small.paving()), every));
        assertThat(finish(small)).isEqualTo(START.plusDays(14));
        undo(small);
        assertThat(plan(small).calendarOf(plan(small).task(small.paving()).orElseThrow()).id()).isEqualTo(week.id());
    }

    @Test
    void a_type_of_work_is_given_to_one_calendar_only() {
        SmallPlan small = small("ONLY");
        added(small, WEEK.withUse(false, Set.of("paving", "trenches")));

        added(small, CalendarState.of("Nights", WorkCalendar.everyDay()).withUse(true, Set.of("trenches")));

        assertThat(plan(small).calendars()).extracting(StoredCalendar::workTypes)
                .containsExactly(Set.of(), Set.of("paving"), Set.of("trenches"));
        undo(small);
        assertThat(plan(small).calendars()).extracting(StoredCalendar::workTypes)
                .containsExactly(Set.of(), Set.of("paving", "trenches"));
    }

    @Test
    void a_single_day_off_needs_a_reason_and_keeps_it() {
        SmallPlan small = small("DAY");
        StoredCalendar every = plan(small).calendar();
        CalendarState before = CalendarState.of(every);
        CalendarState after = before.withDay(START.plusDays(2), false);

        assertThatThrownBy(() -> apply(small, new Change(every.id(), before, after, " ")))
                .isInstanceOf(Refusal.class).hasMessage("calendar.reason.missing");
        apply(small, new Change(every.id(), before, after, "社区活动"));

        assertThat(finish(small)).isEqualTo(START.plusDays(15));
        assertThat(calendars.notes(small.project().id())).extracting(CalendarNote::reason).containsExactly("社区活动");
        assertThatThrownBy(() -> apply(small, new Change(every.id(), before, after, "again")))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("calendar.changed");
        undo(small);
        assertThat(finish(small)).isEqualTo(START.plusDays(14));
        assertThat(calendars.notes(small.project().id())).isEmpty();
    }

    @Test
    void a_calendar_without_working_days_is_refused_and_nothing_is_stored() {
        SmallPlan small = small("NONE");
        StoredCalendar every = plan(small).calendar();
        CalendarState before = CalendarState.of(every);

        assertThatThrownBy(() -> apply(small, new Add(new CalendarState("Never", EnumSet.noneOf(DayOfWeek.class),
                false, Set.of(), Map.of())))).isInstanceOf(Refusal.class).hasMessage("calendar.week.empty");
        Map<LocalDate, Boolean> mondays = new TreeMap<>();
        for (LocalDate day = START; day.isBefore(START.plusYears(10)); day = day.plusWeeks(1)) {
            mondays.put(day, false);
        }
        mondays.put(START.plusYears(10).minusDays(1), false);
        CalendarState never = new CalendarState("Mondays", EnumSet.of(DayOfWeek.MONDAY), false, Set.of(), mondays);
        assertThatThrownBy(() -> calendars.preview(people.planner(), small.project().id(),
                new Change(every.id(), before, never, "why")))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("calendar.no-working-day [Pipes");

        assertThat(plan(small).calendar()).isEqualTo(every);
        assertThat(finish(small)).isEqualTo(START.plusDays(14));
    }

    @Test
    void a_calendar_that_a_task_follows_does_not_go() {
        SmallPlan small = small("STAY");
        long week = added(small, WEEK).id();
        apply(small, new Assign(Set.of(small.pipes()), week));
        undo(small);
        undo(small);
        assertThat(plan(small).calendars()).hasSize(1);
        redo(small);
        redo(small);
        assertThat(plan(small).task(small.pipes()).orElseThrow().input().calendarId()).isEqualTo(week);
    }

    @Test
    void only_planners_change_calendars() {
        SmallPlan small = small("ROLE");
        assertThatThrownBy(() -> calendars.apply(people.engineer(), small.project().id(), new Add(WEEK)))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        assertThatThrownBy(() -> calendars.preview(people.engineer(), small.project().id(), new Add(WEEK)))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
    }
}
