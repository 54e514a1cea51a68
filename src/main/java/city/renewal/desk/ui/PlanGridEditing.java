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
import city.renewal.plan.Edited;
import city.renewal.plan.LinkInput;
import city.renewal.plan.NewTasks;
import city.renewal.plan.PlanEditing;
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

    /** The page on which the plan is edited. */
    interface Page {
        /** The plan as it is shown. */
        PlanSnapshot plan();

        /** Takes over the plan that an edit made, and tells what the chart has to draw anew. */
        GanttChanges show(PlanSnapshot plan);

        /** Reads the plan again, because somebody else may have changed it. */
        void refresh();

        /** A text of the bundles in the reader's language. */
        String text(String key, Object... parameters);
    }

    private final GanttChart chart;
    private final PlanEditing editing;
    private final PlanOutlining outlining;
    private final TaskTyping typing;
    private final Formats formats;
    private final Actor actor;
    private final Page page;

    PlanGridEditing(GanttChart chart, PlanEditing editing, PlanOutlining outlining, TaskTyping typing,
                    Formats formats, Actor actor, Page page) {
        this.chart = chart;
        this.editing = editing;
        this.outlining = outlining;
        this.typing = typing;
        this.formats = formats;
        this.actor = actor;
        this.page = page;
        chart.setChoices(GanttColumn.ITEM_CLASS, typing.classNames());
        chart.addTaskMovedListener(this::moved);
        chart.addLinkDrawnListener(this::linkDrawn);
        chart.addLinkRemovedListener(event -> answer(event, () ->
                editing.unlink(actor, projectId(), LinkInput.in(page.plan(), event.id()))));
        chart.addCellEditedListener(event -> answer(event, () -> typed(event)));
        chart.addRowsCommandListener(this::commanded);
    }

    private void moved(TaskMovedEvent event) {
        Task task = task(event.id());
        answer(event, () -> switch (event.kind()) {
            case MOVE -> editing.move(actor, projectId(), task.id(), task.version(), event.start());
            case RESIZE_START, RESIZE_FINISH ->
                    editing.stretch(actor, projectId(), task.id(), task.version(), event.start(), event.finish());
        });
    }

    private void linkDrawn(LinkDrawnEvent event) {
        answer(event, () -> editing.link(actor, projectId(),
                new LinkInput(event.predecessor(), event.successor(), event.type(), 0, false)));
    }

    private Edited typed(CellEditedEvent event) {
        Task task = task(event.id());
        LocalDate start = task.dates().startOn();
        return switch (event.column()) {
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
            default -> answer(event, () -> reshaped(event.command(), event.ids(), target));
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
        make(() -> reshaped(command, chosen, target));
    }

    void undo() {
        make(() -> editing.undo(actor, projectId()));
    }

    void redo() {
        make(() -> editing.redo(actor, projectId()));
    }

    /** Gives a task other facts. */
    void change(Task seen, TaskInput input) {
        make(() -> editing.change(actor, projectId(), seen.id(), seen.version(), input));
    }

    private Edited reshaped(RowsCommand command, List<Long> ids, Optional<Long> target) {
        TreePlace place = target.map(TreePlace::after).orElse(TreePlace.end());
        if (command != RowsCommand.ADD && ids.isEmpty()) {
            throw new Refusal("plan.choose-rows");
        }
        return switch (command) {
            case ADD -> outlining.add(actor, projectId(), place,
                    TaskInput.work(0, page.text("plan.new-task"), WorkingTime.days(1)));
            case INDENT -> outlining.indent(actor, projectId(), seen(ids));
            case OUTDENT -> outlining.outdent(actor, projectId(), seen(ids));
            case UP -> outlining.shift(actor, projectId(), seen(ids), true);
            case DOWN -> outlining.shift(actor, projectId(), seen(ids), false);
            case COPY -> outlining.copy(actor, projectId(), ids, place);
            case PLACE -> outlining.place(actor, projectId(), seen(ids), place);
            case REMOVE, PASTE, KEYS -> throw new IllegalArgumentException(command.name());
        };
    }

    private void askToRemove(List<Long> ids) {
        if (ids.isEmpty()) {
            throw new Refusal("plan.choose-rows");
        }
        List<SeenTask> seen = seen(ids);
        new RemoveDialog(outlining.dependants(projectId(), ids),
                () -> make(() -> outlining.remove(actor, projectId(), seen))).open();
    }

    private void paste(NewTasks tasks, Optional<Long> target) {
        make(() -> outlining.add(actor, projectId(), target.map(TreePlace::after).orElse(TreePlace.end()), tasks));
    }

    /** Makes a change that the chart has not asked for itself. */
    private void make(Supplier<Edited> change) {
        Edited edited;
        try {
            edited = change.get();
        } catch (Refusal refused) {
            page.refresh();
            throw refused;
        }
        chart.apply(page.show(edited.plan()));
        showAdded(edited);
    }

    /** Makes a change, and gives the chart either what is different now or the reason why nothing is. */
    private void answer(GanttEditEvent event, Supplier<Edited> change) {
        Edited edited;
        try {
            edited = change.get();
        } catch (Refusal refused) {
            event.refuse(refused.in(formats.messages(), formats.locale()));
            page.refresh();
            return;
        }
        event.accept(page.show(edited.plan()));
        showAdded(edited);
    }

    /** One new row is there to be named; of several the first comes into view. */
    private void showAdded(Edited edited) {
        List<Long> added = edited.added();
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
