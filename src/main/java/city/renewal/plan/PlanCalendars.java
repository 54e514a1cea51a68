package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.plan.CalendarSteps.CalendarStep;
import city.renewal.plan.CalendarSteps.UsualStep;
import city.renewal.plan.EditSteps.TaskStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of a plan, changed one undoable step at a time. A change can be looked at first: it is made, scheduled
 * and rolled back, so that what is shown is what would happen. Planners and administrators only.
 */
public final class PlanCalendars {

    /** Years from today within which single days can differ. */
    public static final int YEARS = StopWindow.HORIZON_YEARS;

    private final Jdbi jdbi;
    private final Plans plans;
    private final PlanStore store;
    private final EditRunner runner;
    private final WorkTypes types;

    public PlanCalendars(Jdbi jdbi, Plans plans, PlanEditing editing, WorkTypes types) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.store = plans.store();
        this.runner = editing.runner();
        this.types = types;
    }

    /**
     * Says what a change would move; nothing stays of it.
     *
     * @throws Refusal as {@link #apply} does
     */
    public CalendarPreview preview(Actor actor, long projectId, CalendarChange change) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return jdbi.inTransaction(handle -> {
            PlanSnapshot before = store.read(projectId);
            PlanSnapshot after = runner.tryOut(actor, projectId, plan -> steps(plan, change)).plan();
            leavesWork(after);
            handle.rollback();
            return CalendarPreview.between(change, before, after);
        });
    }

    /**
     * Makes the change and keeps it for undo.
     *
     * @throws Refusal when the actor is no planner or administrator, a value will not do, the calendar is not what the
     *                 planner saw any more, or some work would have no working day before the horizon
     */
    public void apply(Actor actor, long projectId, CalendarChange change) {
        runner.run(actor, projectId, EditRunner.CALENDAR, plan -> steps(plan, change), plan -> {
            leavesWork(plan);
            return Optional.empty();
        });
    }

    /** @return the reasons that were given for changes of calendars, newest first */
    public List<CalendarNote> notes(long projectId) {
        return runner.calendarNotes(projectId);
    }

    private EditSteps steps(PlanSnapshot plan, CalendarChange change) {
        return switch (change) {
            case CalendarChange.Add add -> {
                check(add.state(), Set.of());
                yield calendars(exclusive(plan, 0, add.state(), new CalendarStep(store.plans.reserveCalendar(plan.head().projectId()),
                        null, add.state())), null);
            }
            case CalendarChange.Change changed -> {
                check(changed.after(), changed.before().days().keySet());
                boolean otherDays = !changed.before().days().equals(changed.after().days());
                if (otherDays && (changed.reason() == null || changed.reason().isBlank())) {
                    throw new Refusal("calendar.reason.missing");
                }
                yield calendars(exclusive(plan, changed.calendarId(), changed.after(), new CalendarStep(
                        changed.calendarId(), changed.before(), changed.after())), changed.reason());
            }
            case CalendarChange.Choose choose -> {
                known(plan, choose.calendarId());
                yield new EditSteps(List.of(), List.of(), new CalendarSteps(List.of(),
                        new UsualStep(plan.head().calendarId(), choose.calendarId()), null));
            }
            case CalendarChange.Assign assign -> {
                if (assign.calendarId() != null) {
                    known(plan, assign.calendarId());
                }
                yield new EditSteps(plan.tasks().stream()
                        .filter(task -> assign.taskIds().contains(task.id())
                                && !Objects.equals(task.input().calendarId(), assign.calendarId()))
                        .map(task -> new TaskStep(task.id(), task.input(),
                                task.input().withCalendar(assign.calendarId())))
                        .toList(), List.of());
            }
        };
    }

    private static EditSteps calendars(List<CalendarStep> steps, @Nullable String reason) {
        return new EditSteps(List.of(), List.of(), new CalendarSteps(steps, null, reason));
    }

    /** A type of work follows one calendar: the one it is given to last. */
    private static List<CalendarStep> exclusive(PlanSnapshot plan, long calendarId, CalendarState state,
                                                CalendarStep step) {
        List<CalendarStep> steps = new ArrayList<>();
        for (StoredCalendar other : plan.calendars()) {
            CalendarState now = CalendarState.of(other);
            if (other.id() != calendarId && now.workTypes().stream().anyMatch(state.workTypes()::contains)) {
                steps.add(new CalendarStep(other.id(), now, now.withUse(now.night(), now.workTypes().stream()
                        .filter(type -> !state.workTypes().contains(type))
                        .collect(Collectors.toSet()))));
            }
        }
        steps.add(step);
        return steps;
    }

    private void check(CalendarState state, Set<LocalDate> known) {
        if (state.name().isBlank() || state.name().length() > CalendarState.LONGEST_NAME) {
            throw new Refusal("calendar.name.missing", CalendarState.LONGEST_NAME);
        }
        if (state.week().isEmpty()) {
            throw new Refusal("calendar.week.empty");
        }
        state.workTypes().stream().filter(type -> types.find(type).isEmpty()).findFirst().ifPresent(unknown -> {
            throw new Refusal("window.type.unknown", unknown);
        });
        LocalDate today = plans.today();
        state.days().keySet().stream()
                .filter(day -> !known.contains(day) && Math.abs(ChronoUnit.YEARS.between(today, day)) >= YEARS)
                .findFirst()
                .ifPresent(far -> {
                    throw new Refusal("calendar.day.far", far.toString(), YEARS);
                });
    }

    private static void known(PlanSnapshot plan, long calendarId) {
        if (plan.calendars().stream().noneMatch(each -> each.id() == calendarId)) {
            throw new Refusal("calendar.unknown");
        }
    }

    private void leavesWork(PlanSnapshot plan) {
        LocalDate today = plans.today();
        LocalDate horizon = today.plusYears(StopWindow.HORIZON_YEARS);
        Set<Long> summaries = plan.children().keySet();
        for (Task task : plan.tasks()) {
            if (!task.finished() && !summaries.contains(task.id())
                    && plan.calendarOf(task).calendar().workingDays(today, horizon) == 0) {
                throw new Refusal("calendar.no-working-day", task.name(), horizon.toString());
            }
        }
    }
}
