package city.renewal.consent;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that the owners of a project are asked.
 *
 * @param participationShare stored form of {@link #participation()}
 * @param approvalShare      stored form of {@link #approval()}
 * @param picture            hash under which the picture is served, null for none
 * @param closesOn           last day on which votes are taken, null for a draft
 * @param passed             how it ended, null before it is closed
 */
public record ConsentItem(
        long id,
        long projectId,
        ItemKind kind,
        String title,
        @Nullable String titleEn,
        String explanation,
        @Nullable String explanationEn,
        String costShare,
        String legalBasis,
        String participationShare,
        String approvalShare,
        @Nullable String picture,
        ItemState state,
        @Nullable OffsetDateTime openedAt,
        @Nullable LocalDate closesOn,
        @Nullable OffsetDateTime closedAt,
        @Nullable Boolean passed) {

    public Words titles() {
        return new Words(title, titleEn);
    }

    public Words explanations() {
        return new Words(explanation, explanationEn);
    }

    /** @return the share of owners and of floor area that has to take part */
    public Threshold participation() {
        return Threshold.parse(participationShare);
    }

    /** @return the share of those taking part that has to agree, by number and by area */
    public Threshold approval() {
        return Threshold.parse(approvalShare);
    }

    /**
     * @param zone of the console
     * @return the last day on which votes were taken: before {@code closesOn} where the item was closed once every
     *         household had voted; null for a draft
     */
    public @Nullable LocalDate endedOn(ZoneId zone) {
        LocalDate closed = closedAt == null ? null : closedAt.atZoneSameInstant(zone).toLocalDate();
        return closed != null && closesOn != null && closed.isBefore(closesOn) ? closed : closesOn;
    }

    /** @return whether votes are taken on that day */
    public boolean takesVotesOn(LocalDate day) {
        return state == ItemState.OPEN && closesOn != null && !day.isAfter(closesOn);
    }
}
