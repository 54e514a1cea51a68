package city.renewal.consent;

import java.util.Locale;

/** The steps that the record of a project has. */
enum EntryKind {
    REGISTER,
    CORRECTION,
    /** The program deleted in due time; with the register as it is after. */
    FORGOTTEN,
    CODES,
    OPENED,
    BALLOT,
    CLOSED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
