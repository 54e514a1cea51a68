package city.renewal.gantt.ui;

/**
 * What a person would type into some cells of a row to get what they say.
 *
 * @param duration     working days, such as {@code 2.5}; also shown
 * @param predecessors such as {@code 1.2FS+3d}; also shown
 * @param planned      planned quantity with its unit, such as {@code 100 m}
 */
public record TypedTexts(String duration, String predecessors, String planned) {

    /** For rows that are only read. */
    public static final TypedTexts NONE = new TypedTexts("", "", "");
}
