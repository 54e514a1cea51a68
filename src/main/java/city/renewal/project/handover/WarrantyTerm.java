package city.renewal.project.handover;

/**
 * How long a warranty lasts.
 *
 * @param count of years or seasons, at least 1; 0 for the others
 */
public record WarrantyTerm(Unit unit, int count) {

    public enum Unit {
        /** Calendar years. */
        YEARS,
        /** Heating seasons that begin after the acceptance. */
        SEASONS,
        /** The reasonable life that the design gives the work (合理使用年限). */
        LIFE,
        /** As owner and contractor agreed. */
        AGREED
    }
}
