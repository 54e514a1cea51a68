package city.renewal.gantt.ui;

import java.util.List;

/** The columns left of the bars. The name is always the one with the tree. */
public enum GanttColumn {
    NUMBER("number"),
    NAME("name"),
    ITEM_CLASS("class"),
    /** Working days. */
    DURATION("duration"),
    /** Quantity done and planned, with the unit. */
    QUANTITY("quantity"),
    START("start"),
    FINISH("finish"),
    /** Numbers of the rows that come before, with type and lag. */
    PREDECESSORS("predecessors"),
    /** Days against the promise: late, early or as promised. */
    VARIANCE("variance");

    /** What staff read. */
    public static final List<GanttColumn> STAFF =
            List.of(NUMBER, NAME, ITEM_CLASS, QUANTITY, START, FINISH, VARIANCE);

    /** What those who edit the plan see: every column. */
    public static final List<GanttColumn> EDITORS = List.of(values());

    /** What residents see: which work, until when, and how that stands against the promise. */
    public static final List<GanttColumn> PUBLIC = List.of(NAME, FINISH, VARIANCE);

    private final String code;

    GanttColumn(String code) {
        this.code = code;
    }

    /** @return the name under which the element knows it */
    String code() {
        return code;
    }
}
