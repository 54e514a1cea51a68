package city.renewal.consent;

/** What is decided, and by the Civil Code (民法典), article 278, with which shares of owners and of floor area. */
public enum ItemKind {
    /** Other common matters, such as repair and the use of maintenance funds: more than half of those taking part. */
    ORDINARY(Threshold.moreThan(1, 2)),
    /**
     * Raising maintenance funds; altering (改建, as by a lift) and rebuilding; changing the use of common parts or earning
     * with them: at least three quarters of those taking part.
     */
    MAJOR(Threshold.atLeast(3, 4));

    /** Who has to take part, whatever is decided. */
    public static final Threshold PARTICIPATION = Threshold.atLeast(2, 3);

    private final Threshold approval;

    ItemKind(Threshold approval) {
        this.approval = approval;
    }

    /** @return the least that the law asks of those taking part, by number and by area alike */
    public Threshold approval() {
        return approval;
    }
}
