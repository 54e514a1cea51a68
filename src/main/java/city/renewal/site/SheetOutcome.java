package city.renewal.site;

import city.renewal.base.Refusal;
import java.util.Locale;

/** What became of one quantity of a sheet that a phone sent. Stored: only ever add. */
public enum SheetOutcome {
    /** A report was made of it. */
    TAKEN,
    /** More than is left by now, and no reason was given. */
    OVER,
    /** The task was removed from its plan. */
    ARCHIVED,
    /** The task has tasks below it by now. */
    SUMMARY,
    /** The process before waits for its signature. */
    UNSIGNED,
    /** There is no such task. */
    GONE;

    /** @return the end of its key in the bundles */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return why a line is kept beside
     * @throws Refusal the given one, when it is about the sheet and not about a plan that changed
     */
    static SheetOutcome of(Refusal refusal) {
        return switch (refusal.key()) {
            case "report.quantity.over" -> OVER;
            case "report.task.archived" -> ARCHIVED;
            case "report.task.summary" -> SUMMARY;
            case "report.unsigned" -> UNSIGNED;
            default -> throw refusal;
        };
    }
}
