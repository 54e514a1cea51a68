package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.DurationText;
import city.renewal.plan.LinkText;
import city.renewal.plan.NewTasks;
import city.renewal.plan.NewTasks.End;
import city.renewal.plan.NewTasks.NewLink;
import city.renewal.plan.NewTasks.NewTask;
import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.TaskInput;
import city.renewal.plan.ui.PastedTable.Cell;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table copied from Excel or another planning tool. The first row may be headings, in Chinese or English;
 * without them the columns are name, duration, start, quantity, unit and predecessors. A column of outline numbers
 * makes 1.1 lie below 1, and predecessors speak of these numbers first, of the plan's rows otherwise.
 */
public final class TablePaste {

    /** What a column can hold; without headings the first six in this order. */
    private enum Field { NAME, DURATION, START, QUANTITY, UNIT, PREDECESSORS, FINISH, CLASS, NUMBER }

    private static final int WITHOUT_HEADINGS = 6;
    private static final int NEW_TASK_DAYS = 1;

    private final TaskTyping typing;
    private final Formats formats;

    public TablePaste(TaskTyping typing, Formats formats) {
        this.typing = typing;
        this.formats = formats;
    }

    /**
     * @param text lines of cells with tabulators between them
     * @return the tasks, or cell by cell what is wrong
     * @throws Refusal when the columns cannot be what is asked for, or there is nothing, or too much
     */
    public PastedTable read(String text, PlanSnapshot plan) {
        List<List<String>> lines = new ArrayList<>(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\t", -1)).map(TablePaste::unquoted).toList())
                .toList());
        if (lines.isEmpty()) {
            throw new Refusal("paste.empty");
        }
        Map<Integer, Field> columns = headings(lines.getFirst());
        List<String> ignored = new ArrayList<>();
        if (columns.isEmpty()) {
            columns = usual(lines);
        } else {
            List<String> first = lines.removeFirst();
            for (int index = 0; index < first.size(); index++) {
                if (!columns.containsKey(index) && !first.get(index).isEmpty()) {
                    ignored.add(first.get(index));
                }
            }
            if (!columns.containsValue(Field.NAME)) {
                throw new Refusal("paste.no-name", String.join(", ", first));
            }
        }
        if (lines.isEmpty()) {
            throw new Refusal("paste.empty");
        }
        if (lines.size() > PlanOutlining.MOST_AT_ONCE) {
            throw new Refusal("plan.add.many", PlanOutlining.MOST_AT_ONCE);
        }
        return new Reading(columns, plan).of(lines, ignored);
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    /** @return what the columns hold when the line is one of headings, else nothing */
    private Map<Integer, Field> headings(List<String> line) {
        Map<Integer, Field> columns = new TreeMap<>();
        for (int index = 0; index < line.size(); index++) {
            for (Field field : Field.values()) {
                if (!columns.containsValue(field) && names(field).contains(line.get(index).toLowerCase(Locale.ROOT))) {
                    columns.put(index, field);
                    break;
                }
            }
        }
        return columns;
    }

    private List<String> names(Field field) {
        return Messages.LOCALES.stream()
                .map(locale -> formats.messages().text(locale, "paste.heading." + field.name().toLowerCase(Locale.ROOT)))
                .flatMap(names -> Arrays.stream(names.split("\\|")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map<Integer, Field> usual(List<List<String>> lines) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        if (width > WITHOUT_HEADINGS) {
            throw new Refusal("paste.columns", width, WITHOUT_HEADINGS);
        }
        Map<Integer, Field> columns = new TreeMap<>();
        for (int index = 0; index < width; index++) {
            columns.put(index, Field.values()[index]);
        }
        return columns;
    }

    /** One table on its way to tasks. */
    private final class Reading {
        private final Map<Integer, Field> columns;
        private final PlanSnapshot plan;
        private final Map<String, Integer> pasted = new HashMap<>();
        private final Map<String, Long> present = new HashMap<>();
        private final List<NewTask> tasks = new ArrayList<>();
        private final List<NewLink> links = new ArrayList<>();

        Reading(Map<Integer, Field> columns, PlanSnapshot plan) {
            this.columns = columns;
            this.plan = plan;
            OutlineNumbers.of(plan.tasks()).forEach((id, number) -> present.put(number, id));
        }

        PastedTable of(List<List<String>> lines, List<String> ignored) {
            for (int row = 0; row < lines.size(); row++) {
                String number = text(lines.get(row), Field.NUMBER);
                if (!number.isEmpty()) {
                    pasted.putIfAbsent(number, row);
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (int row = 0; row < lines.size(); row++) {
                rows.add(row(lines.get(row), row));
            }
            List<String> shown = columns.values().stream().distinct()
                    .map(field -> formats.messages().text(formats.locale(), "paste.column."
                            + field.name().toLowerCase(Locale.ROOT))).toList();
            boolean wrong = rows.stream().flatMap(List::stream).anyMatch(cell -> cell.problem() != null);
            return new PastedTable(shown, rows, ignored, wrong ? null : new NewTasks(tasks, links));
        }

        private String text(List<String> line, Field field) {
            return columns.entrySet().stream()
                    .filter(column -> column.getValue() == field && column.getKey() < line.size())
                    .map(column -> line.get(column.getKey()))
                    .findFirst().orElse("");
        }

        private List<Cell> row(List<String> line, int row) {
            Map<Field, String> problems = new HashMap<>();
            TaskInput input = TaskInput.work(0, text(line, Field.NAME), WorkingTime.days(NEW_TASK_DAYS));
            if (input.name().isBlank() || input.name().length() > TaskInput.LONGEST_NAME) {
                problems.put(Field.NAME, words(new Refusal("plan.task.name", TaskInput.LONGEST_NAME)));
            }
            for (Field field : columns.values()) {
                String text = text(line, field);
                if (!text.isEmpty()) {
                    try {
                        input = with(input, field, text, line, row);
                    } catch (Refusal refused) {
                        problems.put(field, words(refused));
                    }
                }
            }
            tasks.add(new NewTask(parent(text(line, Field.NUMBER), row), input));
            return columns.values().stream().map(field -> new Cell(text(line, field), problems.get(field))).toList();
        }

        private String words(Refusal refusal) {
            return refusal.in(formats.messages(), formats.locale());
        }

        private TaskInput with(TaskInput input, Field field, String text, List<String> line, int row) {
            return switch (field) {
                case NAME, NUMBER -> input;
                case DURATION -> input.lasting(DurationText.parse(text));
                case START -> input.withConstraint(ConstraintType.START_NO_EARLIER_THAN,
                        typing.date(text, plan.head().startsOn()));
                case FINISH -> finishing(input, text, text(line, Field.START), text(line, Field.DURATION));
                case CLASS -> input.withItemClass(typing.itemClass(text));
                case QUANTITY -> {
                    String unit = text(line, Field.UNIT);
                    TaskTyping.Quantity quantity = typing.quantity(text, unit.isEmpty() ? input.unit() : unit(unit));
                    yield input.withQuantity(quantity.amount(), quantity.unit());
                }
                case UNIT -> input.withQuantity(input.plannedQuantity(), typing.unit(text));
                case PREDECESSORS -> {
                    LinkText.parse(text).forEach(item -> links.add(new NewLink(end(item.number()), End.added(row),
                            item.type(), item.lagMinutes(), item.elapsedLag())));
                    yield input;
                }
            };
        }

        /** What is wrong with a unit is said in its own cell. */
        private String unit(String text) {
            try {
                return typing.unit(text);
            } catch (Refusal saidInItsCell) {
                return TaskInput.PERCENT;
            }
        }

        private TaskInput finishing(TaskInput input, String text, String start, String duration) {
            LocalDate finish = typing.date(text, plan.head().startsOn());
            if (start.isEmpty() || !duration.isEmpty()) {
                return input;
            }
            LocalDate first = typing.date(start, plan.head().startsOn());
            int days = finish.isBefore(first) ? 0 : (int) first.datesUntil(finish.plusDays(1))
                    .filter(plan.calendar().calendar()::isWorking).count();
            if (days == 0) {
                throw new Refusal("plan.duration.unusable", input.name());
            }
            return input.lasting(WorkingTime.days(days));
        }

        private End end(String number) {
            Integer row = pasted.get(number);
            if (row != null) {
                return End.added(row);
            }
            Long id = present.get(number);
            if (id == null) {
                throw new Refusal("plan.link.number", number);
            }
            return End.existing(id);
        }

        /** The nearest row above whose number this one's continues. */
        private @Nullable Integer parent(String number, int row) {
            for (int dot = number.lastIndexOf('.'); dot > 0; dot = number.lastIndexOf('.', dot - 1)) {
                Integer parent = pasted.get(number.substring(0, dot));
                if (parent != null && parent < row) {
                    return parent;
                }
            }
            return null;
        }
    }
}
