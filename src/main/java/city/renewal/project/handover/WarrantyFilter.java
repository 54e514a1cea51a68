package city.renewal.project.handover;

import java.time.LocalDate;

/** Which warranties are asked for, over all projects. */
public enum WarrantyFilter {
    /** End within {@link Warranty#ENDING_DAYS} days. */
    ENDING,
    RUNNING,
    OVER;

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    /** @return the first last day that is asked for */
    LocalDate from(LocalDate today) {
        return this == OVER ? NEVER : today;
    }

    LocalDate to(LocalDate today) {
        return switch (this) {
            case ENDING -> today.plusDays(Warranty.ENDING_DAYS);
            case RUNNING -> EVER;
            case OVER -> today.minusDays(1);
        };
    }
}
