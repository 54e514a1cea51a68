package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import city.renewal.schedule.Activity;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.CycleException;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.ScheduledDates;
import city.renewal.schedule.Scheduler;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dates of a schedule file hold after import. Where tools level resources, or people drag bars, the stored
 * dates are not those that follow from links and calendars; the least that keeps them is added. Keeps no state; may be
 * shared between threads.
 */
public final class ImportPlacement {

    /** Each round settles the tasks whose predecessors stand; plans need as many as tasks hold each other up. */
    private static final int CAREFUL_ROUNDS = 60;
    private static final int ROUNDS = CAREFUL_ROUNDS + 8;

    private final Scheduler scheduler;

    public ImportPlacement(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @return the document with every task dated; a task without stored dates lies where the scheduler puts it
     * @throws UnreadableFileException with {@link Reason#CYCLIC} when the links lead in a circle, with
     *                                 {@link Reason#DAMAGED} when the document cannot be scheduled at all
     */
    public Placement place(PlanDocument document) throws UnreadableFileException {
        StoredDates stored = new StoredDates(document);
        Attempt attempt = new Attempt(document);
        Schedule schedule = schedule(document);
        for (int round = 0; round < ROUNDS; round++) {
            List<PlanTask> wrong = differing(attempt.document(), schedule);
            if (wrong.isEmpty()) {
                break;
            }
            Schedule current = schedule;
            List<PlanTask> ready = round >= CAREFUL_ROUNDS ? wrong
                    : wrong.stream().filter(task -> stored.predecessorsAgree(task, current)).toList();
            boolean changed = false;
            for (PlanTask task : ready.isEmpty() ? wrong : ready) {
                changed |= attempt.settle(task, schedule.of(task.uid()), stored.calendarOf(task));
            }
            if (!changed) {
                break;
            }
            schedule = schedule(attempt.document());
        }
        List<String> moved = differing(attempt.document(), schedule).stream().map(PlanTask::name).toList();
        return new Placement(dated(attempt.document(), schedule), schedule, attempt.held.size(), attempt.pinned.size(),
                attempt.stretched.size(), moved);
    }

    private Schedule schedule(PlanDocument document) throws UnreadableFileException {
        try {
            return scheduler.schedule(PlanNetwork.of(document));
        } catch (CycleException cycle) {
            throw new UnreadableFileException(Reason.CYCLIC,
                    String.join(" → ", cycle.along().stream().map(Activity::name).toList()));
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw new UnreadableFileException(Reason.DAMAGED);
        }
    }

    private static List<PlanTask> differing(PlanDocument document, Schedule schedule) {
        return document.leaves().stream()
                .filter(task -> StoredDates.known(task) && !StoredDates.agree(task, schedule)).toList();
    }

    private static PlanDocument dated(PlanDocument document, Schedule schedule) {
        return document.withTasks(document.tasks().stream().map(task -> {
            ScheduledDates dates = schedule.of(task.uid());
            return task.withDates(dates.start(), dates.finish());
        }).toList());
    }

    /** The document as changed so far. */
    private static final class Attempt {

        private final PlanDocument origin;
        private final Map<Long, PlanTask> tasks = new LinkedHashMap<>();
        private final Set<Long> held = new HashSet<>();
        private final Set<Long> pinned = new HashSet<>();
        private final Set<Long> stretched = new HashSet<>();

        Attempt(PlanDocument origin) {
            this.origin = origin;
            this.tasks.putAll(origin.tasksByUid());
        }

        PlanDocument document() {
            return origin.withTasks(new ArrayList<>(tasks.values()));
        }

        /** @return whether something was left to try for the task */
        boolean settle(PlanTask task, ScheduledDates computed, WorkCalendar calendar) {
            long uid = task.uid();
            boolean started = task.progress().actualStart() != null;
            if (started || computed.start().equals(task.start())) {
                return stretch(task, computed, calendar);
            }
            if (computed.start().isBefore(task.start()) && mayBeHeld(task) && held.add(uid)) {
                tasks.put(uid, task.withConstraint(
                        new PlanConstraint(ConstraintType.START_NO_EARLIER_THAN, task.start())));
                return true;
            }
            if (pinned.add(uid)) {
                held.remove(uid);
                tasks.put(uid, task.withConstraint(new PlanConstraint(ConstraintType.PINNED, task.start())));
                return true;
            }
            return false;
        }

        private static boolean mayBeHeld(PlanTask task) {
            return switch (task.constraint().type()) {
                case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> true;
                case START_NO_EARLIER_THAN -> task.constraint().date().isBefore(task.start());
                default -> false;
            };
        }

        private boolean stretch(PlanTask task, ScheduledDates computed, WorkCalendar calendar) {
            LocalDate finish = task.finish();
            if (computed.finish().equals(finish) || task.progress().actualFinish() != null) {
                return false;
            }
            boolean counted = task.progress().remainingMinutes() != null
                    && origin.format().remainingFollowsStatusDate() && origin.statusDate() != null;
            LocalDate from = counted && !origin.statusDate().isBefore(task.start())
                    ? origin.statusDate().plusDays(1) : task.start();
            int minutes = WorkingTime.days((int) from.datesUntil(finish.isBefore(from) ? from : finish.plusDays(1))
                    .filter(calendar::isWorking).count());
            if (!stretched.add(task.uid())) {
                return false;
            }
            Integer remaining = task.progress().remainingMinutes();
            tasks.put(task.uid(), counted
                    ? task.withProgress(withRemaining(task.progress(), minutes))
                    : task.withDuration(minutes).withProgress(withRemaining(task.progress(),
                            remaining == null ? null : Integer.valueOf(Math.min(minutes, remaining)))));
            return true;
        }

        private static PlanProgress withRemaining(PlanProgress progress, @Nullable Integer minutes) {
            return new PlanProgress(progress.actualStart(), progress.actualFinish(), minutes, progress.percent(),
                    progress.kind());
        }
    }
}
