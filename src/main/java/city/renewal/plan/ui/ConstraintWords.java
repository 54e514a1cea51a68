package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.plan.TaskInput;
import java.time.LocalDate;
import java.util.Optional;

/** Says what a planner set for a task's dates, as a clause. */
public final class ConstraintWords {

    private ConstraintWords() {
    }

    /** @return the clause, empty for a task that goes as its links allow */
    public static Optional<String> of(TaskInput input, Formats formats) {
        LocalDate on = input.constraintOn();
        String key = switch (input.constraintType()) {
            case AS_SOON_AS_POSSIBLE -> null;
            case AS_LATE_AS_POSSIBLE -> "driver.as-late";
            case START_NO_EARLIER_THAN -> "driver.constraint.start-no-earlier";
            case START_NO_LATER_THAN -> "driver.constraint.start-no-later";
            case FINISH_NO_EARLIER_THAN -> "driver.constraint.finish-no-earlier";
            case FINISH_NO_LATER_THAN -> "driver.constraint.finish-no-later";
            case MUST_START_ON -> "driver.constraint.start";
            case MUST_FINISH_ON -> "driver.constraint.finish";
            case PINNED -> "driver.constraint.pinned";
        };
        return key == null ? Optional.empty()
                : Optional.of(formats.messages().text(formats.locale(), key, on == null ? "" : formats.date(on)));
    }
}
