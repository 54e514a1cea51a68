package city.renewal.consent;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is written.
 *
 * @param titleEn       English, null where none is given; so for the explanation
 * @param costShare     who pays what, in words; "nothing" is said too
 * @param legalBasis    the rule by which it is decided, such as an article with the city's own rule
 * @param participation null for the law's
 * @param approval      null for the kind's; never weaker
 * @param picture       hash of a picture that was received, null for none
 * @param placeIds      the buildings that are asked; empty for all that the register has when it is opened
 */
public record NewItem(
        ItemKind kind,
        String title,
        @Nullable String titleEn,
        String explanation,
        @Nullable String explanationEn,
        String costShare,
        String legalBasis,
        @Nullable Threshold participation,
        @Nullable Threshold approval,
        @Nullable String picture,
        Set<Long> placeIds) {

    public NewItem {
        placeIds = Set.copyOf(placeIds);
    }
}
