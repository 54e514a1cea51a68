package city.renewal.base.ui;

import java.util.Locale;

/** What a colour stands for. It never speaks alone: a word is always beside it. */
public enum Tone {
    /** Done, on time or early. */
    GOOD,
    /** Later than promised. */
    LATE,
    /** Not kept up to date, postponed. */
    WARNING,
    /** Neither. */
    QUIET;

    /** @return the end of the class names that carry its colours */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
