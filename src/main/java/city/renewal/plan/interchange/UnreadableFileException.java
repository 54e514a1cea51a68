package city.renewal.plan.interchange;

import java.util.List;
import java.util.Locale;

/** A schedule file that is refused, with a reason a person can act on. Nothing of it was taken. */
public final class UnreadableFileException extends Exception {

    private final Reason reason;
    private final transient List<String> parameters;

    /** @param parameters what the reason's sentence names, in order; see {@link Reason} */
    public UnreadableFileException(Reason reason, String... parameters) {
        super(reason + (parameters.length == 0 ? "" : " " + String.join(", ", parameters)));
        this.reason = reason;
        this.parameters = List.of(parameters);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> parameters() {
        return parameters;
    }

    /** @return the key of the sentence in the resource bundles; {0}, {1}… are the parameters */
    public String messageKey() {
        return "plan.import.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a file is refused. */
    public enum Reason {
        /** No such file, or no permission to read it. */
        MISSING,
        EMPTY,
        /** Parameters: its size and the limit, in megabytes. */
        TOO_LARGE,
        /** Parameter: the time limit in seconds. */
        TOO_SLOW,
        /** Parameter: the memory limit in megabytes. */
        TOO_MUCH_MEMORY,
        /** Protected by a password. */
        ENCRYPTED,
        /** A file of another kind. */
        NOT_A_SCHEDULE,
        /** An archive that does not hold exactly one schedule file of reasonable size. */
        ARCHIVE,
        /** XML with a document type declaration. */
        DOCTYPE,
        /** The file ends too early. */
        TRUNCATED,
        /** A schedule file that cannot be made sense of. */
        DAMAGED,
        NO_TASKS,
        /** Parameter: the names along the cycle. */
        CYCLIC,
        /** Parameters: the task's name, the earlier date's and the later date's value. */
        DATES_OUT_OF_ORDER,
        /** A date or a length that no real plan has. Parameters: whose, and the value. */
        OUT_OF_RANGE
    }
}
