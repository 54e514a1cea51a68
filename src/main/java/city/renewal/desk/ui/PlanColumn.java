package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of the list of tasks: what is in them, and how they sort. */
enum PlanColumn {
    NUMBER("gantt.column.number", true, Comparator.comparingInt(PlanLine::order)),
    NAME("column.task", true, Comparator.comparing(line -> line.task().name())),
    CLASS("gantt.column.class", true, byText(line -> line.task().input().itemClass())),
    CREW("list.crew", true, byText(line -> line.task().input().crew())),
    START("column.start", true, Comparator.comparing(line -> line.task().dates().startOn())),
    FINISH("list.finish", true, Comparator.comparing(line -> line.task().dates().finishOn())),
    PROMISED("task.promised", false, byDate(line -> line.task().dates().promisedFinishOn())),
    VARIANCE("column.variance", true, byNumber(line -> line.task().dates().daysLate())),
    FLOAT("list.float", true, Comparator.comparingInt(PlanLine::room)),
    DURATION("list.duration", false, Comparator.comparingInt(line -> line.task().input().durationMinutes())),
    QUANTITY("column.quantity", false, Comparator.comparing(line -> line.task().input().plannedQuantity())),
    DONE("list.done", true, Comparator.comparingDouble(PlanLine::share));

    private final String key;
    private final boolean usual;
    private final Comparator<PlanLine> order;

    PlanColumn(String key, boolean usual, Comparator<PlanLine> order) {
        this.key = key;
        this.usual = usual;
        this.order = order;
    }

    /** What a column sorts by, null where a task has none; those come last. */
    private interface Part<T> {
        @Nullable T of(PlanLine line);
    }

    private static Comparator<PlanLine> byText(Part<String> part) {
        return Comparator.comparing(part::of, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static Comparator<PlanLine> byDate(Part<LocalDate> part) {
        return Comparator.comparing(part::of, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static Comparator<PlanLine> byNumber(Part<Integer> part) {
        return Comparator.comparing(part::of, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** @return what stands for it in addresses */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the key of its head in the bundles */
    String key() {
        return key;
    }

    /** @return whether it is shown until somebody chooses otherwise */
    boolean usual() {
        return usual;
    }

    Comparator<PlanLine> order() {
        return order;
    }

    /** @return what the cell says to a reader */
    String text(PlanLine line, Formats formats, Kinds kinds) {
        return switch (this) {
            case START -> formats.date(line.task().dates().startOn());
            case FINISH -> formats.date(line.task().dates().finishOn());
            case PROMISED -> {
                LocalDate promised = line.task().dates().promisedFinishOn();
                yield promised == null ? "" : formats.date(promised);
            }
            case QUANTITY -> measured(line)
                    ? formats.number(line.task().progress().done()) + " / " + formats.quantity(
                            line.task().input().plannedQuantity(), kinds.unit(line.task().input().unit()))
                    : "";
            case DONE -> formats.percent(line.share());
            case CLASS -> itemClass(line, formats);
            case CREW -> formats.name(plain(line));
            default -> plain(line);
        };
    }

    /** @return what the cell says to a spreadsheet: days as {@code 2026-11-24}, numbers without their units */
    String value(PlanLine line, Formats formats) {
        return switch (this) {
            case START -> line.task().dates().startOn().toString();
            case FINISH -> line.task().dates().finishOn().toString();
            case PROMISED -> text(line.task().dates().promisedFinishOn());
            case QUANTITY -> measured(line)
                    ? line.task().progress().done().stripTrailingZeros().toPlainString() + " / "
                            + line.task().input().plannedQuantity().stripTrailingZeros().toPlainString()
                    : "";
            case DONE -> String.format(Locale.ROOT, "%.1f%%", line.share() * 100);
            case CLASS -> itemClass(line, formats);
            default -> plain(line);
        };
    }

    private String plain(PlanLine line) {
        return switch (this) {
            case NUMBER -> line.number();
            case NAME -> line.task().name();
            case CREW -> text(line.task().input().crew());
            case VARIANCE -> text(line.task().dates().daysLate());
            case FLOAT -> line.done() ? "" : days(line.room());
            case DURATION -> line.summary() ? "" : days(line.task().input().durationMinutes());
            default -> "";
        };
    }

    private static boolean measured(PlanLine line) {
        return !line.summary() && !line.task().input().milestone()
                && !line.task().input().unit().equals(TaskInput.PERCENT);
    }

    private static String itemClass(PlanLine line, Formats formats) {
        String id = line.task().input().itemClass();
        return id == null ? ""
                : formats.messages().text(formats.locale(), "item-class." + id.toLowerCase(Locale.ROOT));
    }

    private static String days(int minutes) {
        double days = (double) minutes / WorkingTime.MINUTES_PER_DAY;
        return days == Math.rint(days) ? String.valueOf((long) days) : String.format(Locale.ROOT, "%.1f", days);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
