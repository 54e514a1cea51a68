package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.gantt.ui.CellEditedEvent;
import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttColumn;
import city.renewal.gantt.ui.GanttEditEvent;
import city.renewal.gantt.ui.LinkDrawnEvent;
import city.renewal.gantt.ui.RowsCommand;
import city.renewal.gantt.ui.RowsCommandEvent;
import city.renewal.gantt.ui.TaskMovedEvent;
import city.renewal.plan.LinkInput;
import city.renewal.plan.NewTasks;
import city.renewal.plan.PlanChange;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.SeenTask;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.plan.ui.TablePaste;
import city.renewal.plan.ui.TaskTyping;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what a planner asks for in the chart: by mouse, by keyboard, in cells, by the buttons above. */
final class PlanGridEditing {

    /** A page on which a plan is edited, and with it where: on the plan itself or in a sandbox of it. */
    interface Page {
        /** The plan as it is shown. */
        PlanSnapshot plan();

        /** Makes a change as one step and shows what came of it, but for the chart. */
        Made edit(PlanChange change);

        /** Takes back this person's latest step on this page's plan, as {@link #edit} does. */
        Made undo();

        /** Makes again what this person took back last, as {@link #edit} does. */
        Made redo();

        /** Reads the plan again, because somebody else may have changed it. */
        void refresh();

        /** A text of the bundles in the reader's language. */
        String text(String key, Object... parameters);
    }

    /**
     * What came of a step.
     *
     * @param changes what the chart has to draw anew
     * @param added   ids of the rows that were added
     */
    record Made(GanttChanges changes, List<Long> added) {
    }

    private final GanttChart chart;
    private final PlanOutlining outlining;
    private final TaskTyping typing;
    private final Formats formats;
    private final Actor actor;
    private final Page page;

    PlanGridEditing(GanttChart chart, PlanOutlining outlining, TaskTyping typing, Formats formats, Actor actor,
                    Page page) {
        this.chart = chart;
        this.outlining = outlining;
        this.typing = typing;
        this.formats = formats;
        this.actor = actor;
        this.page = page;
        chart.setChoices(GanttColumn.ITEM_CLASS, typing.classNames());
        chart.addTaskMovedListener(this::moved);
        chart.addLinkDrawnListener(this::linkDrawn);
        chart.addLinkRemovedListener(event -> answer(event, () -> page.edit((editing, tree) ->
                editing.unlink(actor, projectId(), LinkInput.in(page.plan(), event.id())))));
        chart.addCellEditedListener(event -> answer(event, () -> page.edit(typed(event))));
        chart.addRowsCommandListener(this::commanded);
    }

    private void moved(TaskMovedEvent event) {
        Task task = task(event.id());
        answer(event, () -> page.edit((editing, tree) -> switch (event.kind()) {
            case MOVE -> editing.move(actor, projectId(), task.id(), task.version(), event.start());
            case RESIZE_START, RESIZE_FINISH ->
                    editing.stretch(actor, projectId(), task.id(), task.version(), event.start(), event.finish());
        }));
    }

    private void linkDrawn(LinkDrawnEvent event) {
        answer(event, () -> page.edit((editing, tree) -> editing.link(actor, projectId(),
                new LinkInput(event.predecessor(), event.successor(), event.type(), 0, false))));
    }

    private PlanChange typed(CellEditedEvent event) {
        Task task = task(event.id());
        LocalDate start = task.dates().startOn();
        return (editing, tree) -> switch (event.column()) {
            case START -> editing.move(actor, projectId(), task.id(), task.version(),
                    typing.date(event.text(), start));
            case FINISH -> editing.stretch(actor, projectId(), task.id(), task.version(), start,
                    typing.date(event.text(), task.dates().finishOn()));
            case PREDECESSORS -> editing.setPredecessors(actor, projectId(), task.id(), task.version(), event.text());
            default -> editing.change(actor, projectId(), task.id(), task.version(),
                    typing.typed(task.input(), event.column(), event.text()));
        };
    }

    private void commanded(RowsCommandEvent event) {
        Optional<Long> target = event.target();
        switch (event.command()) {
            case KEYS -> {
                event.accept(GanttChanges.NONE);
                new KeyboardHelp().open();
            }
            case REMOVE -> {
                event.accept(GanttChanges.NONE);
                askToRemove(event.ids());
            }
            case PASTE -> {
                try {
                    new PasteDialog(new TablePaste(typing, formats).read(event.text(), page.plan()),
                            tasks -> paste(tasks, target)).open();
                    event.accept(GanttChanges.NONE);
                } catch (Refusal refused) {
                    event.refuse(refused.in(formats.messages(), formats.locale()));
                }
            }
            default -> answer(event, () -> page.edit(reshaped(event.command(), event.ids(), target)));
        }
    }

    /** Does with the chosen rows what a button says. */
    void command(RowsCommand command) {
        List<Long> chosen = chart.selection();
        if (command == RowsCommand.REMOVE) {
            askToRemove(chosen);
            return;
        }
        Optional<Long> target = chosen.isEmpty() ? Optional.empty() : Optional.of(chosen.getLast());
        make(() -> page.edit(reshaped(command, chosen, target)));
    }

    void undo() {
        make(page::undo);
    }

    void redo() {
        make(page::redo);
    }

    /** Gives a task other facts. */
    void change(Task seen, TaskInput input) {
        make(() -> page.edit((editing, tree) ->
                editing.change(actor, projectId(), seen.id(), seen.version(), input)));
    }

    private PlanChange reshaped(RowsCommand command, List<Long> ids, Optional<Long> target) {
        TreePlace place = target.map(TreePlace::after).orElse(TreePlace.end());
        if (command != RowsCommand.ADD && ids.isEmpty()) {
            throw new Refusal("plan.choose-rows");
        }
        List<SeenTask> rows = seen(ids);
        return (editing, tree) -> switch (command) {
            case ADD -> tree.add(actor, projectId(), place,
                    TaskInput.work(0, page.text("plan.new-task"), WorkingTime.days(1)));
            case INDENT -> tree.indent(actor, projectId(), rows);
            case OUTDENT -> tree.outdent(actor, projectId(), rows);
            case UP -> tree.shift(actor, projectId(), rows, true);
            case DOWN -> tree.shift(actor, projectId(), rows, false);
            case COPY -> tree.copy(actor, projectId(), ids, place);
            case PLACE -> tree.place(actor, projectId(), rows, place);
            case REMOVE, PASTE, KEYS -> throw new IllegalArgumentException(command.name());
        };
    }

    private void askToRemove(List<Long> ids) {
        if (ids.isEmpty()) {
            throw new Refusal("plan.choose-rows");
        }
        List<SeenTask> seen = seen(ids);
        new RemoveDialog(outlining.dependants(page.plan(), ids), () -> make(() ->
                page.edit((editing, tree) -> tree.remove(actor, projectId(), seen)))).open();
    }

    private void paste(NewTasks tasks, Optional<Long> target) {
        TreePlace place = target.map(TreePlace::after).orElse(TreePlace.end());
        make(() -> page.edit((editing, tree) -> tree.add(actor, projectId(), place, tasks)));
    }

    /** Makes a change that the chart has not asked for itself. */
    private void make(Supplier<Made> change) {
        Made made;
        try {
            made = change.get();
        } catch (Refusal refused) {
            page.refresh();
            throw refused;
        }
        chart.apply(made.changes());
        showAdded(made.added());
    }

    /** Makes a change, and gives the chart either what is different now or the reason why nothing is. */
    private void answer(GanttEditEvent event, Supplier<Made> change) {
        Made made;
        try {
            made = change.get();
        } catch (Refusal refused) {
            event.refuse(refused.in(formats.messages(), formats.locale()));
            page.refresh();
            return;
        }
        event.accept(made.changes());
        showAdded(made.added());
    }

    /** One new row is there to be named; of several the first comes into view. */
    private void showAdded(List<Long> added) {
        if (added.size() == 1) {
            chart.editCell(added.getFirst(), GanttColumn.NAME);
        } else if (!added.isEmpty()) {
            chart.focusRow(added.getFirst());
        }
    }

    private List<SeenTask> seen(List<Long> ids) {
        return ids.stream().map(this::task).map(SeenTask::of).toList();
    }

    private Task task(long id) {
        return page.plan().task(id).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(id)));
    }

    private long projectId() {
        return page.plan().head().projectId();
    }
}
