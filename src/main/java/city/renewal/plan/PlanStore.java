package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads whole plans and writes their schedules; shared by this feature's services, inside their transactions. */
final class PlanStore {

    final PlanDao plans;
    final TaskDao tasks;
    final RevisionDao revisions;
    final ProgressDao progress;
    private final MilestoneForecastDao milestones;
    private final Rescheduling rescheduling;
    private final WorkRules rules;
    private final EditedPlans edited = new EditedPlans();

    PlanStore(Jdbi jdbi, Rescheduling rescheduling, WorkRules rules) {
        this.plans = jdbi.onDemand(PlanDao.class);
        this.tasks = jdbi.onDemand(TaskDao.class);
        this.revisions = jdbi.onDemand(RevisionDao.class);
        this.progress = jdbi.onDemand(ProgressDao.class);
        this.milestones = jdbi.onDemand(MilestoneForecastDao.class);
        this.rescheduling = rescheduling;
        this.rules = rules;
    }

    /** Three statements, however many tasks there are. */
    PlanSnapshot read(long projectId) {
        return readDates(projectId).withLinks(tasks.links(projectId));
    }

    /** As {@link #read(long)}, without the links. */
    PlanSnapshot readDates(long projectId) {
        List<PlanPage> pages = plans.pages(List.of(projectId));
        if (pages.isEmpty()) {
            throw new Refusal("plan.none");
        }
        return snapshot(pages, TreeOrder.of(tasks.tasks(projectId)), List.of());
    }

    /**
     * As {@link #read(long)}, for a transaction that has just raised the plan's revision and changed nothing else yet.
     * One statement where this program made the revision before.
     */
    PlanSnapshot readLocked(long projectId) {
        List<PlanPage> pages = plans.pages(List.of(projectId));
        if (pages.isEmpty()) {
            throw new Refusal("plan.none");
        }
        return edited.of(projectId, pages.getFirst().head().revision() - 1)
                .map(kept -> snapshot(pages, kept.plan().tasks(), kept.plan().links()))
                .orElseGet(() -> snapshot(pages, TreeOrder.of(tasks.tasks(projectId)), tasks.links(projectId)));
    }

    /** Keeps a plan for the next change of it, once its transaction is committed. */
    void committed(PlanSnapshot plan) {
        edited.keep(new EditedPlans.Kept(plan, null));
    }

    /**
     * As {@link #readLocked}, for what asks neither for the promise nor for the delay reason: one short statement where
     * this program made the revision before.
     */
    PlanSnapshot readProgress(long projectId) {
        long revision = revisions.of(projectId).orElseThrow(() -> new Refusal("plan.none"));
        return edited.of(projectId, revision - 1)
                .map(kept -> kept.plan().withHead(kept.plan().head().at(revision)))
                .orElseGet(() -> read(projectId));
    }

    /**
     * Notes how the milestones of a plan stand once work on it was confirmed, unless this program did so in the week of
     * its status date, and keeps the plan for the next change of it.
     */
    void noteProgress(Handle handle, PlanSnapshot plan) {
        PlanHead head = plan.head();
        LocalDate week = MilestoneForecast.weekOf(Objects.requireNonNull(head.statusOn()));
        boolean noted = edited.of(head.projectId(), head.revision() - 1).map(kept -> week.equals(kept.noted()))
                .orElse(false);
        if (!noted) {
            milestones.keep(head.projectId(), week);
        }
        handle.afterCommit(() -> edited.keep(new EditedPlans.Kept(plan, week)));
    }

    PlanSnapshot preview(PlanDraft draft, ProjectTraits project, List<StopWindow> windows, OffsetDateTime now) {
        return new DraftPreview(rescheduling, rules).of(draft, project, windows, now);
    }

    /**
     * Three statements, however many plans there are.
     *
     * @return the plans among the projects, by the project's id
     */
    List<PlanSnapshot> read(Collection<Long> projectIds) {
        List<PlanSnapshot> plans = readDates(projectIds);
        if (plans.isEmpty()) {
            return plans;
        }
        Map<Long, Long> owners = new HashMap<>();
        plans.forEach(plan -> plan.tasks().forEach(task -> owners.put(task.id(), plan.head().projectId())));
        Map<Long, List<TaskLink>> links = tasks.linksOf(projectIds).stream()
                .collect(Collectors.groupingBy(link -> owners.get(link.predecessorId())));
        return plans.stream().map(plan -> plan.withLinks(links.getOrDefault(plan.head().projectId(), List.of())))
                .toList();
    }

    /** As {@link #read(Collection)}, without the links: two statements. */
    List<PlanSnapshot> readDates(Collection<Long> projectIds) {
        if (projectIds.isEmpty()) {
            return List.of();
        }
        Map<Long, List<PlanPage>> pages = plans.pages(projectIds).stream()
                .collect(Collectors.groupingBy(page -> page.head().projectId(), TreeMap::new, Collectors.toList()));
        Map<Long, List<Task>> found = tasks.tasksOf(projectIds).stream().collect(Collectors.groupingBy(
                TaskDao.Owned::projectId, Collectors.mapping(TaskDao.Owned::task, Collectors.toList())));
        return pages.entrySet().stream()
                .map(each -> snapshot(each.getValue(), TreeOrder.of(found.getOrDefault(each.getKey(), List.of())),
                        List.of()))
                .toList();
    }

    private PlanSnapshot snapshot(List<PlanPage> pages, List<Task> tree, List<TaskLink> links) {
        List<CalendarRow> days = pages.stream().map(PlanPage::calendar).filter(Objects::nonNull).toList();
        List<StopWindow> windows = pages.stream()
                .map(PlanPage::window)
                .filter(Objects::nonNull)
                .map(WindowRow::toWindow)
                .toList();
        PlanPage first = pages.stream().filter(page -> page.calendar() != null).findFirst().orElseThrow();
        List<StoredCalendar> calendars = calendars(days);
        return new PlanSnapshot(first.head(), first.promise(), first.delayReason(), calendars, tree, links,
                new TaskCalendars(first.head(), calendars, first.project(), windows, rules));
    }

    private static List<StoredCalendar> calendars(List<CalendarRow> all) {
        Map<Long, List<CalendarRow>> rows = all.stream()
                .collect(Collectors.groupingBy(CalendarRow::id, LinkedHashMap::new, Collectors.toList()));
        List<StoredCalendar> calendars = new ArrayList<>();
        rows.forEach((id, days) -> {
            Map<LocalDate, Boolean> exceptions = new TreeMap<>();
            for (CalendarRow day : days) {
                if (day.onDate() != null && day.working() != null) {
                    exceptions.put(day.onDate(), day.working());
                }
            }
            CalendarRow any = days.getFirst();
            calendars.add(new StoredCalendar(id, any.name(), any.night(), WindowScope.entries(any.workTypes()),
                    WorkCalendar.of(week(any.workingWeek()), exceptions)));
        });
        return calendars;
    }

    private static Set<DayOfWeek> week(String pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (pattern.charAt(day.ordinal()) == '1') {
                days.add(day);
            }
        }
        return days;
    }

    static String pattern(Set<DayOfWeek> week) {
        StringBuilder pattern = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            pattern.append(week.contains(day) ? '1' : '0');
        }
        return pattern.toString();
    }

    long addCalendar(long projectId, String name, WorkCalendar calendar) {
        long id = plans.addCalendar(projectId, name, pattern(calendar.workingWeek()));
        plans.addExceptions(id, calendar.exceptions().keySet(), calendar.exceptions().values());
        return id;
    }

    /** Notes how the milestones stand as of the status date; the first note of a week stays. */
    void keepForecasts(long projectId, LocalDate statusOn) {
        milestones.keep(projectId, MilestoneForecast.weekOf(statusOn));
    }

    /**
     * Computes the plan's dates anew and stores what moved.
     *
     * @return the ids of the tasks that moved
     * @throws Refusal when the links form a cycle; the caller's transaction must then end without effect
     */
    Set<Long> reschedule(long projectId) {
        return reschedule(read(projectId)).moved();
    }

    /** A plan with its new dates, and the ids of the tasks that moved. */
    record Rescheduled(PlanSnapshot plan, Set<Long> moved) {
    }

    /**
     * As {@link #reschedule(long)}, for a caller who has read the plan.
     *
     * @throws Refusal when the links form a cycle or the plan would last absurdly long
     */
    Rescheduled reschedule(PlanSnapshot plan) {
        long projectId = plan.head().projectId();
        if (plan.tasks().isEmpty()) {
            plans.setExtent(projectId, null, null, 0);
            return new Rescheduled(plan.withHead(plan.head().withExtent(null, null, 0)), Set.of());
        }
        Rescheduling.Outcome outcome = rescheduling.reschedule(plan);
        EditRules.checkFinish(plan, outcome.schedule().finish());
        List<Task> moved = outcome.moved();
        setDates(moved);
        Schedule schedule = outcome.schedule();
        if (!plan.head().sameExtent(schedule.start(), schedule.finish(), schedule.workingDays())) {
            plans.setExtent(projectId, schedule.start(), schedule.finish(), schedule.workingDays());
        }
        Map<Long, Task> dated = moved.stream().collect(Collectors.toMap(Task::id, Function.identity()));
        PlanSnapshot after = plan
                .withHead(plan.head().withExtent(schedule.start(), schedule.finish(), schedule.workingDays()))
                .withTasks(plan.tasks().stream().map(task -> dated.getOrDefault(task.id(), task)).toList());
        return new Rescheduled(after, dated.keySet());
    }

    /** @return the dates that a plan with tasks would have; nothing is stored */
    Rescheduling.Outcome rescheduled(PlanSnapshot plan) {
        return rescheduling.reschedule(plan);
    }

    /** Stores the dates of tasks of any number of plans in one batch. */
    void setDates(List<Task> moved) {
        if (!moved.isEmpty()) {
            tasks.setDates(moved.stream().map(Task::id).toList(), moved.stream().map(Task::dates).toList());
        }
    }
}
