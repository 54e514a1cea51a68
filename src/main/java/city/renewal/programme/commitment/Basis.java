package city.renewal.programme.commitment;

import java.util.Locale;

/** How the present value of a commitment is made. Where projects are linked it is never typed. */
public enum Basis {
    /** How many of the linked projects are finished: every planned quantity of theirs is confirmed. */
    FINISHED(true),
    /** A measure of the linked projects, such as m², each counting by the share of its work that is confirmed. */
    MEASURE(true),
    /** Confirmed quantities of one sort of work in the linked projects: tasks of one code and unit. */
    WORK(true),
    /** The newest published figure of an indicator. */
    INDICATOR(false),
    /** Dated values that somebody reports, each with its source. */
    REPORTED(false);

    private final boolean linked;

    Basis(boolean linked) {
        this.linked = linked;
    }

    /** @return whether it is derived from confirmed data of linked projects */
    public boolean linked() {
        return linked;
    }

    /** @return the end of the keys that speak of it */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
