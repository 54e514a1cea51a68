package city.renewal.project.handover;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who repairs which work until when.
 *
 * @param id           of its newest version
 * @param placeKind    as in {@link city.renewal.project.Place}; null for all of the project, as its other parts
 * @param work         id of {@code config/warranty.yaml}
 * @param startsOn     the day of the acceptance
 * @param untilOn      the last day; null for the life that the design gives it
 * @param organisation who repairs
 * @param phone        published number, or null
 * @param why          why this version was made, null for the first
 * @param checkedOn    when it was last looked at, null while it was not
 * @param faultless    whether nothing was found then
 */
public record Warranty(
        long id,
        long acceptanceId,
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        @Nullable Long placeId,
        @Nullable String placeKind,
        @Nullable String placeName,
        @Nullable String placeNameEn,
        String work,
        LocalDate startsOn,
        @Nullable LocalDate untilOn,
        String organisation,
        @Nullable String phone,
        @Nullable String why,
        @Nullable LocalDate checkedOn,
        @Nullable Boolean faultless,
        @Nullable String checkRemark) {

    /** Calendar days before the end in which officers are reminded of it. */
    public static final int ENDING_DAYS = 60;

    public WarrantyState state(LocalDate today) {
        return untilOn == null || untilOn.isAfter(today.plusDays(ENDING_DAYS)) ? WarrantyState.RUNNING
                : untilOn.isBefore(today) ? WarrantyState.OVER : WarrantyState.ENDING;
    }

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    /** @return null for all of the project */
    public @Nullable Words place() {
        return placeName == null ? null : new Words(placeName, placeNameEn);
    }
}
