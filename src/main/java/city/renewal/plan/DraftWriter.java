package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.project.Place;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores a whole draft: calendars, tasks, links, promises and explanations. Runs inside its caller's transaction. */
final class DraftWriter {

    private final PlanStore store;
    private final Projects projects;
    private final Promises promises;
    private final Clock clock;

    DraftWriter(PlanStore store, Projects projects, Promises promises, Clock clock) {
        this.store = store;
        this.projects = projects;
        this.promises = promises;
        this.clock = clock;
    }

    /** @return the ids the tasks were given, by their keys in the draft */
    Map<Integer, Long> write(Actor actor, long projectId, PlanDraft draft) {
        Map<Integer, Long> calendarIds = new HashMap<>();
        draft.calendars().forEach(calendar -> calendarIds.put(calendar.key(),
                store.addCalendar(projectId, calendar.name(), calendar.calendar())));
        store.plans.add(projectId, calendarIds.get(draft.calendars().getFirst().key()), draft.startsOn(),
                draft.statusOn(), draft.followsToday(), draft.sourceFile());
        Map<Integer, Long> taskIds = writeTasks(actor, projectId, draft, calendarIds);
        store.tasks.addLinks(projectId, draft.links().stream()
                .map(link -> new TaskLink(0, taskIds.get(link.predecessorKey()), taskIds.get(link.successorKey()),
                        link.type(), link.lagMinutes(), link.elapsedLag()))
                .toList());
        draft.baselines().forEach(baseline -> writeBaseline(actor, projectId, baseline, draft.tasks(), taskIds));
        draft.delayReasons().forEach(reason -> store.plans.addDelayReason(projectId, new DelayReason(
                reason.taskKey() == null ? null : taskIds.get(reason.taskKey()), reason.category(), reason.words(),
                reason.wordsEn(), reason.catchUp(), actor.name(), reason.givenAt(),
                reason.owner(), reason.catchUpOwner(), reason.catchUpOn(), reason.slipDays())));
        return taskIds;
    }

    private Map<Integer, Long> writeTasks(Actor actor, long projectId, PlanDraft draft,
                                          Map<Integer, Long> calendarIds) {
        Map<String, Long> places = projects.places(projectId).stream()
                .collect(Collectors.toMap(Place::code, Place::id));
        OffsetDateTime now = OffsetDateTime.now(clock);
        long id = store.tasks.takeIds(draft.tasks().size());
        Map<Integer, Long> taskIds = new HashMap<>();
        List<Task> rows = new ArrayList<>();
        for (PlanDraft.TaskDraft task : draft.tasks()) {
            taskIds.put(task.key(), id);
            TaskInput given = task.input();
            TaskInput input = given
                    .withOrder(Math.multiplyExact(given.sortOrder(), Outline.SPACING))
                    .withParent(task.parentKey() == null ? null : taskIds.get(task.parentKey()))
                    .withCalendar(task.calendarKey() == null ? null : calendarIds.get(task.calendarKey()))
                    .withPlace(task.placeCode() == null ? null : places.get(task.placeCode()));
            TaskDates dates = new TaskDates(draft.startsOn(), draft.startsOn(), false, task.actualStartOn(),
                    task.actualFinishOn(), task.remainingMinutes(), null, null);
            rows.add(new Task(id, input, dates,
                    new TaskProgress(task.openingQuantity(), BigDecimal.ZERO, BigDecimal.ZERO),
                    task.sourceUid(), 1, actor.name(), now));
            id++;
        }
        store.tasks.addTasks(projectId, rows,
                rows.stream().map(Task::input).toList(),
                rows.stream().map(Task::dates).toList(),
                rows.stream().map(Task::progress).toList());
        return taskIds;
    }

    private void writeBaseline(Actor actor, long projectId, PlanDraft.BaselineDraft baseline,
                               List<PlanDraft.TaskDraft> drafts, Map<Integer, Long> taskIds) {
        Map<Integer, Integer> places = new HashMap<>();
        Set<Integer> summaries = new HashSet<>();
        for (PlanDraft.TaskDraft task : drafts) {
            places.put(task.key(), places.size());
            if (task.parentKey() != null) {
                summaries.add(task.parentKey());
            }
        }
        List<BaselineTask> tasks = baseline.tasks().stream()
                .map(task -> {
                    int place = places.get((int) task.taskId());
                    PlanDraft.TaskDraft draft = drafts.get(place);
                    return task.completed(taskIds.get(draft.key()), place, draft.input(),
                            draft.parentKey() == null ? null : taskIds.get(draft.parentKey()),
                            summaries.contains(draft.key()));
                })
                .toList();
        promises.add(actor, projectId, baseline.number(), baseline.name(), baseline.reason(), null,
                baseline.takenAt(), tasks);
    }
}
