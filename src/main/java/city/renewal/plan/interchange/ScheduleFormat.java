package city.renewal.plan.interchange;

/** The kinds of schedule file that can be read. */
public enum ScheduleFormat {
    /** Microsoft Project's own file. */
    MPP,
    /** Microsoft Project's XML. */
    MSPDI,
    /** Primavera P6's text export. */
    XER,
    /** Primavera P6's XML. */
    PMXML,
    /** Microsoft Project's old text exchange format. */
    MPX,
    /** GanttProject. */
    GAN,
    /** A published benchmark instance of the project scheduling problem; one unit of time is one working day. */
    SM;

    /** @return whether the tool puts all remaining work after the status date (Primavera's data date). */
    boolean remainingFollowsStatusDate() {
        return this == XER || this == PMXML;
    }
}
