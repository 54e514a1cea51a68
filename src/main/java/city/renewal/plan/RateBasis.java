package city.renewal.plan;

/** At which rate the work that is left of begun tasks is planned; see {@link city.renewal.schedule.WorkRate}. */
public enum RateBasis {
    /** At the rate that was planned. */
    PLAN,
    /** At the rate observed since work began, where it was observed long enough. */
    OBSERVED
}
