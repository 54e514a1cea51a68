package city.renewal.visit;

import java.util.Locale;

/** What became of an appointment. */
public enum VisitState {
    BOOKED,
    /** Another appointment took its place. */
    MOVED,
    CANCELLED,
    DONE,
    /** The crew came and nobody opened; the household is offered another time. */
    NOT_HOME,
    /** The household does not want the work. */
    DECLINED;

    /** @return what keys of the bundles call it, such as {@code not-home} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return whether a crew reports it from the door */
    public boolean outcome() {
        return this == DONE || this == NOT_HOME || this == DECLINED;
    }
}
