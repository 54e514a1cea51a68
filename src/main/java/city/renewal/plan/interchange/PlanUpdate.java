package city.renewal.plan.interchange;

import city.renewal.plan.EditSteps;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.schedule.ConstraintType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change of a plan that is there already. The file decides the tree, names, codes, durations,
 * constraints, links, and quantities and notes where it has any; what was reported stays as it is, and a task that the
 * file no longer has is archived with its reports. Bringing the same file in again changes nothing.
 *
 * @param added            names of tasks that the plan does not have, in the order of the file
 * @param changed          tasks of which something differs
 * @param dropped          tasks that the file no longer has
 * @param linksAdded       links that the plan does not have
 * @param linksRemoved     links that the file no longer has
 * @param calendars        names of the file's calendars that the plan does not have; tasks keep the one they had
 * @param progressNotTaken tasks whose progress by the file is not that by confirmed reports, which stands
 * @param steps            the change itself
 */
public record PlanUpdate(
        List<String> added,
        List<Changed> changed,
        List<Dropped> dropped,
        int linksAdded,
        int linksRemoved,
        List<String> calendars,
        int progressNotTaken,
        EditSteps steps) {

    private static final double SAME_PERCENT = 1;
    /** Leaves room between the places of tasks. */
    private static final int ORDER_STEP = 1_024;

    /** What can differ of a task. */
    public enum Field {
        NAME, CODE, PLACE, DURATION, CONSTRAINT, CALENDAR, QUANTITY, NOTES
    }

    /** A task with what differs of it. */
    public record Changed(String name, Set<Field> fields) {
    }

    /** @param reported whether work was reported on it */
    public record Dropped(String name, boolean reported) {
    }

    /** @return whether the plan is as the file says already */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** @param ids numbers for tasks to be added */
    static PlanUpdate between(PlanSnapshot plan, ImportPreview preview, LongSupplier ids) {
        return new Maker(plan, preview).update(ids);
    }

    private static final class Maker {

        private final PlanSnapshot plan;
        private final PlanDocument document;
        /** As in the file, before dates were held: the dates of begun work follow from its reports. */
        private final Map<Long, PlanTask> read;
        private final Map<Long, Task> matched;
        private final Map<String, Long> calendars;
        private final Map<Long, String> documentCalendars;
        private final Map<Long, Long> taskIds = new HashMap<>();
        private final List<TaskStep> steps = new ArrayList<>();
        private final List<String> added = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();

        Maker(PlanSnapshot plan, ImportPreview preview) {
            this.plan = plan;
            this.document = preview.placement().document();
            this.read = preview.read().tasks().stream().collect(Collectors.toMap(PlanTask::uid, Function.identity()));
            this.matched = PlanMatching.match(plan, document);
            this.calendars = plan.calendars().stream()
                    .collect(Collectors.toMap(StoredCalendar::name, StoredCalendar::id, (first, second) -> first));
            this.documentCalendars = document.calendars().stream()
                    .collect(Collectors.toMap(PlanCalendar::id, PlanCalendar::name));
        }

        PlanUpdate update(LongSupplier ids) {
            for (PlanTask task : document.tasks()) {
                Task found = matched.get(task.uid());
                taskIds.put(task.uid(), found == null ? ids.getAsLong() : found.id());
            }
            boolean sameOrder = sameOrder();
            int order = 0;
            int progress = 0;
            for (PlanTask task : document.tasks()) {
                Task found = matched.get(task.uid());
                order += ORDER_STEP;
                if (found == null) {
                    add(task, order);
                } else {
                    change(task, found, sameOrder ? found.input().sortOrder() : order);
                    double percent = Math.min(1, found.doneShare()) * 100;
                    boolean differs = Math.abs(percent - task.progress().percent()) > SAME_PERCENT;
                    progress += !task.summary() && differs ? 1 : 0;
                }
            }
            List<Dropped> dropped = drop();
            List<LinkStep> links = links();
            return new PlanUpdate(added, changed, dropped,
                    (int) links.stream().filter(LinkStep::added).count(),
                    (int) links.stream().filter(step -> !step.added()).count(),
                    unknownCalendars(), progress, new EditSteps(steps, links));
        }

        /** @return whether nothing is added and the tasks follow each other as they do now */
        private boolean sameOrder() {
            List<Long> wanted = document.tasks().stream().map(task -> taskIds.get(task.uid())).toList();
            Set<Long> kept = new HashSet<>(wanted);
            return wanted.equals(plan.tasks().stream().map(Task::id).filter(kept::contains).toList());
        }

        private void add(PlanTask task, int order) {
            TaskInput input = PlanDrafting.input(task, order)
                    .withParent(parent(task))
                    .withCalendar(task.calendar() == null ? null
                            : calendars.get(documentCalendars.get(task.calendar())));
            steps.add(new TaskStep(taskIds.get(task.uid()), null, input));
            added.add(input.name());
        }

        private void change(PlanTask placed, Task found, int order) {
            PlanTask task = found.started() ? read.get(placed.uid()) : placed;
            TaskInput now = found.input();
            TaskInput asked = PlanDrafting.input(task, order);
            boolean measured = !asked.unit().equals(TaskInput.PERCENT);
            boolean work = !task.summary();
            TaskInput after = new TaskInput(parent(task), order, task.code() == null ? now.code() : asked.code(),
                    asked.name(), now.publicName(), now.nameEn(), now.itemClass(),
                    work ? asked.milestone() : now.milestone(),
                    work ? asked.durationMinutes() : now.durationMinutes(),
                    work ? asked.constraintType() : now.constraintType(),
                    work ? date(asked) : now.constraintOn(),
                    calendar(task, now), now.placeId(), measured ? asked.plannedQuantity() : now.plannedQuantity(),
                    measured ? asked.unit() : now.unit(), now.weight(),
                    task.notes() == null ? now.notes() : task.notes(), now.workType(), now.crew());
            if (!after.equals(now)) {
                steps.add(new TaskStep(found.id(), now, after));
                Set<Field> fields = differing(now, after);
                if (!fields.isEmpty()) {
                    changed.add(new Changed(now.name(), fields));
                }
            }
        }

        private static @Nullable LocalDate date(TaskInput input) {
            return input.constraintType() == ConstraintType.AS_SOON_AS_POSSIBLE ? null : input.constraintOn();
        }

        private @Nullable Long parent(PlanTask task) {
            return task.parent() == null ? null : taskIds.get(task.parent());
        }

        /** A calendar that the plan does not have cannot be followed; the task keeps what it had. */
        private @Nullable Long calendar(PlanTask task, TaskInput now) {
            if (task.calendar() == null || task.calendar() == document.defaultCalendar()) {
                return task.calendar() == null ? now.calendarId() : null;
            }
            return calendars.getOrDefault(documentCalendars.get(task.calendar()), now.calendarId());
        }

        private static Set<Field> differing(TaskInput now, TaskInput after) {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            note(fields, Field.NAME, now.name(), after.name());
            note(fields, Field.CODE, now.code(), after.code());
            note(fields, Field.PLACE, now.parentId(), after.parentId());
            note(fields, Field.DURATION, now.durationMinutes(), after.durationMinutes());
            note(fields, Field.CONSTRAINT, List.of(now.constraintType(), String.valueOf(now.constraintOn())),
                    List.of(after.constraintType(), String.valueOf(after.constraintOn())));
            note(fields, Field.CALENDAR, now.calendarId(), after.calendarId());
            note(fields, Field.QUANTITY, List.of(now.plannedQuantity(), now.unit()),
                    List.of(after.plannedQuantity(), after.unit()));
            note(fields, Field.NOTES, now.notes(), after.notes());
            return fields;
        }

        private static void note(Set<Field> fields, Field field, @Nullable Object now, @Nullable Object after) {
            if (!Objects.equals(now, after)) {
                fields.add(field);
            }
        }

        private List<Dropped> drop() {
            Set<Long> kept = new HashSet<>(taskIds.values());
            List<Dropped> dropped = new ArrayList<>();
            for (Task task : plan.tasks()) {
                if (!kept.contains(task.id())) {
                    steps.add(new TaskStep(task.id(), task.input(), null));
                    dropped.add(new Dropped(task.name(), task.progress().confirmedQuantity().signum() > 0
                            || task.progress().submittedQuantity().signum() > 0));
                }
            }
            return dropped;
        }

        private List<LinkStep> links() {
            Set<LinkInput> wanted = new LinkedHashSet<>();
            document.links().forEach(link -> wanted.add(new LinkInput(taskIds.get(link.predecessor()),
                    taskIds.get(link.successor()), link.type(), link.lagMinutes(), link.elapsed())));
            Set<LinkInput> present = plan.links().stream().map(LinkInput::of)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<LinkStep> steps = new ArrayList<>();
            present.stream().filter(link -> !wanted.contains(link)).forEach(link -> steps.add(new LinkStep(link, false)));
            wanted.stream().filter(link -> !present.contains(link)).forEach(link -> steps.add(new LinkStep(link, true)));
            return steps;
        }

        private List<String> unknownCalendars() {
            Set<Long> used = document.tasks().stream().map(PlanTask::calendar).filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return document.calendars().stream()
                    .filter(calendar -> used.contains(calendar.id()) && calendar.id() != document.defaultCalendar())
                    .map(PlanCalendar::name)
                    .filter(name -> !calendars.containsKey(name))
                    .toList();
        }
    }
}
