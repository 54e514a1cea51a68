package city.renewal.project.handover;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is open when a project is to be accepted.
 *
 * @param id           of the finding or the task
 * @param dueOn        by when it is put right or finished, null where nobody said
 * @param organisation who puts it right, null where nobody was told to
 */
public record OpenItem(Kind kind, long id, String name, @Nullable String nameEn, @Nullable LocalDate dueOn,
                       @Nullable String organisation) {

    public enum Kind {
        /** A finding that is not closed. */
        FINDING,
        /** Finished work without the supervisor's signature (条例 37). */
        SIGNOFF,
        /** Work that is not finished. */
        WORK
    }

    /** What it is called by in an acceptance. */
    public record Key(Kind kind, long id) {
    }

    public Key key() {
        return new Key(kind, id);
    }

    public Words words() {
        return new Words(name, nameEn);
    }
}
