package city.renewal.plan;

import city.renewal.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A draft as the plan it would become, in memory. Ids are positive, as charts need them: the draft's keys and one. */
final class DraftPreview {

    private final Rescheduling rescheduling;
    private final WorkRules rules;

    DraftPreview(Rescheduling rescheduling, WorkRules rules) {
        this.rescheduling = rescheduling;
        this.rules = rules;
    }

    PlanSnapshot of(PlanDraft draft, ProjectTraits project, List<StopWindow> windows, OffsetDateTime now) {
        List<StoredCalendar> calendars = draft.calendars().stream()
                .map(each -> new StoredCalendar(each.key(), each.name(), false, Set.of(), each.calendar()))
                .toList();
        List<TaskLink> links = new ArrayList<>();
        for (PlanDraft.LinkDraft link : draft.links()) {
            links.add(new TaskLink(links.size() + 1L, id(link.predecessorKey()), id(link.successorKey()), link.type(),
                    link.lagMinutes(), link.elapsedLag()));
        }
        List<Task> tasks = draft.tasks().stream().map(task -> task(task, draft.startsOn(), now)).toList();
        PlanHead head = head(draft, null, null, 0);
        PlanSnapshot undated = new PlanSnapshot(head, null, null, calendars, tasks, links,
                new TaskCalendars(head, calendars, project, windows, rules));
        Rescheduling.Outcome outcome = rescheduling.reschedule(undated);
        Map<Long, Task> dated = new HashMap<>(undated.byId());
        outcome.moved().forEach(task -> dated.put(task.id(), task));
        Schedule schedule = outcome.schedule();
        return new PlanSnapshot(head(draft, schedule.start(), schedule.finish(), schedule.workingDays()), null, null,
                calendars, tasks.stream().map(task -> dated.get(task.id())).toList(), links, undated.days());
    }

    private static long id(int key) {
        return key + 1L;
    }

    private static PlanHead head(PlanDraft draft, @Nullable LocalDate start, @Nullable LocalDate finish, int days) {
        return new PlanHead(0, draft.calendars().getFirst().key(), draft.startsOn(), draft.statusOn(),
                draft.followsToday(), start, finish, days, draft.sourceFile(), RateBasis.PLAN, 1);
    }

    private static Task task(PlanDraft.TaskDraft task, LocalDate start, OffsetDateTime now) {
        TaskInput input = task.input()
                .withParent(task.parentKey() == null ? null : Long.valueOf(id(task.parentKey())))
                .withCalendar(task.calendarKey() == null ? null : Long.valueOf(task.calendarKey()))
                .withPlace(null);
        return new Task(id(task.key()), input,
                new TaskDates(start, start, false, task.actualStartOn(), task.actualFinishOn(),
                        task.remainingMinutes(), null, null),
                new TaskProgress(task.openingQuantity(), BigDecimal.ZERO, BigDecimal.ZERO),
                task.sourceUid(), 1, "", now);
    }
}
