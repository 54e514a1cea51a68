package city.renewal.matter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a matter.
 *
 * @param actor who did it, null for the resident or the program
 * @param shown whether those who follow the matter read the remark
 * @param dayOn the day that a firm speaks of, else null
 */
public record MatterStep(MatterAct act, @Nullable String actor, OffsetDateTime takenAt, @Nullable String remark,
                         boolean shown, @Nullable LocalDate dayOn) {

    /** @return a step that speaks of no day */
    static MatterStep of(MatterAct act, @Nullable String actor, OffsetDateTime takenAt, @Nullable String remark,
                         boolean shown) {
        return new MatterStep(act, actor, takenAt, remark, shown, null);
    }

    /** @return with long numbers hidden that somebody wrote into it */
    MatterStep masked() {
        return remark == null || !act.inWords() ? this
                : new MatterStep(act, actor, takenAt, MatterTexts.masked(remark), shown, dayOn);
    }

    /** @return that it happened, and no word more */
    MatterStep withoutRemark() {
        return of(act, actor, takenAt, null, false);
    }
}
