package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Words;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Laws of stop-work windows, over plans of many shapes, types of work and windows. */
class WindowLawsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final WorkRules RULES = WorkRules.usual();
    private static final int DAY = 480;

    private final Rescheduling rescheduling = new Rescheduling(new CriticalPathScheduler());

    @Property(tries = 400)
    void work_moved_out_of_a_window_never_lands_in_one(@ForAll Random random) {
        List<StopWindow> windows = windows(random);
        PlanSnapshot plan = plan(random, windows);

        Map<Long, Task> after = scheduled(plan);

        for (Task task : plan.tasks()) {
            TaskDates dates = after.get(task.id()).dates();
            int worked = 0;
            for (LocalDate day = dates.startOn(); !day.isAfter(dates.finishOn()); day = day.plusDays(1)) {
                worked += mayWork(task, plan, windows, day) ? 1 : 0;
            }
            assertThat(mayWork(task, plan, windows, dates.startOn())).as("%s starts", task.name()).isTrue();
            assertThat(mayWork(task, plan, windows, dates.finishOn())).as("%s ends", task.name()).isTrue();
            assertThat(worked * DAY).as("%s has its days", task.name())
                    .isGreaterThanOrEqualTo(task.input().durationMinutes());
        }
    }

    /**
     * Only of links that count onward from a start: where a link counts back, over a lead or over the work that leads
     * up to a finish, a stopped day moves what it asks for to an earlier one.
     */
    @Property(tries = 200)
    void another_window_never_brings_the_finish_forward(@ForAll Random random) {
        List<StopWindow> windows = windows(random).stream()
                .filter(window -> window.kind() != WindowKind.NIGHT_ALLOWED)
                .toList();
        PlanSnapshot plan = plan(random, windows, WindowLawsTest::countsOnward);
        LocalDate before = rescheduling.reschedule(plan.under(List.of())).schedule().finish();

        assertThat(rescheduling.reschedule(plan).schedule().finish()).isAfterOrEqualTo(before);
    }

    @Property(tries = 200)
    void a_window_taken_back_leaves_the_dates_that_were(@ForAll Random random) {
        List<StopWindow> windows = windows(random);
        PlanSnapshot plan = plan(random, windows);
        Map<Long, Task> before = scheduled(plan);
        List<StopWindow> more = new ArrayList<>(windows);
        more.addAll(windows(random));

        PlanSnapshot stopped = plan.under(more);
        scheduled(stopped);

        assertThat(scheduled(stopped.under(windows))).isEqualTo(before);
    }

    private Map<Long, Task> scheduled(PlanSnapshot plan) {
        Map<Long, Task> tasks = plan.byId();
        rescheduling.reschedule(plan).moved().forEach(task -> tasks.put(task.id(), task));
        return tasks;
    }

    /** Said again in plain words, independent of how the program finds its days. */
    private static boolean mayWork(Task task, PlanSnapshot plan, List<StopWindow> windows, LocalDate day) {
        StoredCalendar calendar = plan.days().beforeWindows(task.input());
        WorkType type = RULES.types().find(task.input().workType()).orElse(null);
        boolean guarantee = plan.days().projectCode().startsWith("G");
        boolean permit = false;
        boolean nightBar = false;
        boolean stopped = type != null && type.heating() && inHeatingSeason(day);
        for (StopWindow window : windows) {
            boolean meant = window.covers(day)
                    && (window.scope().kinds().isEmpty() || window.scope().kinds().contains("road"))
                    && (window.scope().workTypes().isEmpty()
                    || type != null && window.scope().workTypes().contains(type.id()));
            if (meant) {
                switch (window.kind()) {
                    case ORANGE_ALERT -> stopped |= type != null && (type.alert() == WorkType.Alert.ALL
                            || type.alert() == WorkType.Alert.UNLESS_GUARANTEE && !guarantee);
                    case EXAM -> stopped |= type != null && type.noisy();
                    case HEATING -> stopped |= type != null && type.heating();
                    case NIGHT_BARRED -> nightBar |= calendar.night();
                    case NIGHT_ALLOWED -> permit |= calendar.night();
                    case OTHER -> stopped = true;
                }
            }
        }
        return calendar.calendar().isWorking(day) && !stopped && (!nightBar || permit);
    }

    private static boolean inHeatingSeason(LocalDate day) {
        int number = day.getMonthValue() * 100 + day.getDayOfMonth();
        return number >= 1115 || number <= 315;
    }

    private static List<StopWindow> windows(Random random) {
        List<StopWindow> windows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate first = START.plusDays(random.nextInt(300) - 20);
            WindowScope scope = new WindowScope(Set.of(),
                    random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? "road" : "market") : Set.of(), Set.of(),
                    random.nextInt(4) == 0 ? Set.of(type(random).id()) : Set.of());
            windows.add(new StopWindow(i, WindowKind.values()[random.nextInt(WindowKind.values().length)], first,
                    first.plusDays(random.nextInt(60)), scope, new Words("停工", null), null, "p", "P",
                    OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), null, null));
        }
        return windows;
    }

    private static WorkType type(Random random) {
        List<WorkType> all = RULES.types().all();
        return all.get(random.nextInt(all.size()));
    }

    private static boolean countsOnward(TaskLink link) {
        boolean toStart = link.linkType() == LinkType.FINISH_TO_START || link.linkType() == LinkType.START_TO_START;
        return toStart && (link.lagMinutes() >= 0 || link.elapsedLag());
    }

    private static PlanSnapshot plan(Random random, List<StopWindow> windows) {
        return plan(random, windows, link -> true);
    }

    private static PlanSnapshot plan(Random random, List<StopWindow> windows, Predicate<TaskLink> links) {
        List<StoredCalendar> calendars = List.of(
                new StoredCalendar(1, "days", false, Set.of(), WorkCalendar.everyDay()),
                new StoredCalendar(2, "week", false, Set.of("trenches"), WorkCalendar.of(
                        WorkCalendar.mondayToFriday().workingWeek(), Map.of(START.plusDays(9), false))),
                new StoredCalendar(3, "nights", true, Set.of(), WorkCalendar.everyDay()));
        int count = 2 + random.nextInt(12);
        List<Task> tasks = new ArrayList<>();
        List<TaskLink> drawn = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            int days = 1 + random.nextInt(25);
            tasks.add(task(id, days, random.nextInt(3) == 0 ? null : type(random).id(),
                    random.nextInt(3) == 0 ? (long) (1 + random.nextInt(3)) : null,
                    random.nextInt(5) == 0 ? START.plusDays(random.nextInt(200)) : null));
            if (id > 1 && random.nextInt(4) > 0) {
                drawn.add(new TaskLink(id, 1 + random.nextInt((int) id - 1), id,
                        LinkType.values()[random.nextInt(LinkType.values().length)],
                        (random.nextInt(15) - 5) * DAY, random.nextBoolean()));
            }
        }
        PlanHead head = new PlanHead(1, 1, START, null, false, null, null, 0, null, RateBasis.PLAN, 1);
        boolean guarantee = random.nextBoolean();
        ProjectTraits project = new ProjectTraits(guarantee ? "G1" : "P1", "road", null, guarantee);
        return new PlanSnapshot(head, null, null, calendars, tasks, drawn.stream().filter(links).toList(),
                new TaskCalendars(head, calendars, project, windows, RULES));
    }

    private static Task task(long id, int days, @Nullable String type, @Nullable Long calendar,
                             @Nullable LocalDate notBefore) {
        TaskInput input = TaskInput.work((int) id, "Task " + id, days * DAY).withWork(type, null)
                .withCalendar(calendar);
        if (notBefore != null) {
            input = input.withConstraint(ConstraintType.START_NO_EARLIER_THAN, notBefore);
        }
        return new Task(id, input, new TaskDates(START, START, false, null, null, null, null, null),
                new TaskProgress(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), null, 1, "P",
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }
}
