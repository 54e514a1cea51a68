package city.renewal.gantt.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the chart, with everything that is drawn of it. Texts are shown as they are.
 *
 * @param id             stable, positive
 * @param parent         id of the row it lies under; null at the top
 * @param position       place among the rows of the same parent, ascending; gaps are allowed
 * @param number         the outline number, such as {@code 1.2.3}
 * @param name           what people call it
 * @param itemClass      the class of works in the reader's language; empty when it has none
 * @param quantity       done and planned with the unit, such as {@code 8,260 / 14,300 m²}; empty when not measured
 * @param kind           how it is drawn
 * @param start          first day
 * @param finish         last day worked, inclusive; not before {@code start}
 * @param promisedStart  first day by the original promise; null when nothing was promised
 * @param promisedFinish last day by the original promise, inclusive; null exactly when {@code promisedStart} is
 * @param share          share done, 0 and up; 1 is all, and more than planned may have been done
 * @param daysLate       days against the promise: above 0 late, below 0 early; null when nothing was promised
 * @param critical       whether it is on the critical path
 * @param front          where the progress front line crosses the row, for a summary while it is folded; null when the line
 *                       passes it by
 * @param editable       whether the reader may move it and tie links to it, once the chart is being edited
 * @param comparedStart  first day in what the plan is compared with, drawn as a second shadow; null when it has none
 * @param comparedFinish last day there, inclusive; null exactly when {@code comparedStart} is
 * @param typed          what editors of its cells begin with
 * @param outOfSequence  how its progress passed over a link, in the reader's language, for the mark before its name; empty
 *                       when it did not
 */
public record GanttRow(
        long id,
        @Nullable Long parent,
        int position,
        String number,
        String name,
        String itemClass,
        String quantity,
        RowKind kind,
        LocalDate start,
        LocalDate finish,
        @Nullable LocalDate promisedStart,
        @Nullable LocalDate promisedFinish,
        double share,
        @Nullable Integer daysLate,
        boolean critical,
        @Nullable TimePoint front,
        boolean editable,
        @Nullable LocalDate comparedStart,
        @Nullable LocalDate comparedFinish,
        TypedTexts typed,
        String outOfSequence) {

    /** A row whose cells nobody types into. */
    public GanttRow(long id, @Nullable Long parent, int position, String number, String name, String itemClass,
                    String quantity, RowKind kind, LocalDate start, LocalDate finish,
                    @Nullable LocalDate promisedStart, @Nullable LocalDate promisedFinish, double share,
                    @Nullable Integer daysLate, boolean critical, @Nullable TimePoint front, boolean editable,
                    @Nullable LocalDate comparedStart, @Nullable LocalDate comparedFinish) {
        this(id, parent, position, number, name, itemClass, quantity, kind, start, finish, promisedStart,
                promisedFinish, share, daysLate, critical, front, editable, comparedStart, comparedFinish,
                TypedTexts.NONE, "");
    }

    /** @throws IllegalArgumentException when a value is outside what is said above */
    public GanttRow {
        if (id <= 0) {
            throw new IllegalArgumentException("A row's id is positive, not " + id);
        }
        if (finish.isBefore(start)) {
            throw new IllegalArgumentException("Row " + id + " finishes on " + finish + " before it starts on " + start);
        }
        if ((promisedStart == null) != (promisedFinish == null)) {
            throw new IllegalArgumentException("Row " + id + " has half a promise");
        }
        if (!(share >= 0)) {
            throw new IllegalArgumentException("Row " + id + " has a share of " + share);
        }
        if ((comparedStart == null) != (comparedFinish == null)) {
            throw new IllegalArgumentException("Row " + id + " has half of what it is compared with");
        }
    }

    /** A row that is compared with nothing but its promise. */
    public GanttRow(long id, @Nullable Long parent, int position, String number, String name, String itemClass,
                    String quantity, RowKind kind, LocalDate start, LocalDate finish,
                    @Nullable LocalDate promisedStart, @Nullable LocalDate promisedFinish, double share,
                    @Nullable Integer daysLate, boolean critical, @Nullable TimePoint front, boolean editable) {
        this(id, parent, position, number, name, itemClass, quantity, kind, start, finish, promisedStart,
                promisedFinish, share, daysLate, critical, front, editable, null, null);
    }

    /** @return the row with a second shadow */
    public GanttRow comparedWith(LocalDate otherStart, LocalDate otherFinish) {
        return new GanttRow(id, parent, position, number, name, itemClass, quantity, kind, start, finish,
                promisedStart, promisedFinish, share, daysLate, critical, front, editable, otherStart, otherFinish, typed,
                outOfSequence);
    }

    /** @return the row marked as out of sequence, for these words */
    public GanttRow markedOutOfSequence(String how) {
        return new GanttRow(id, parent, position, number, name, itemClass, quantity, kind, start, finish,
                promisedStart, promisedFinish, share, daysLate, critical, front, editable, comparedStart, comparedFinish,
                typed, how);
    }
}
