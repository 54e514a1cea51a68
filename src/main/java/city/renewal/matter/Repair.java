package city.renewal.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter that was given to a firm to repair under its warranty, as the firm's people read it.
 *
 * @param line    with long numbers in the resident's words hidden, unless the handler opened the telephone number
 * @param work    id of {@code config/warranty.yaml}
 * @param untilOn the last day of the warranty, null for the life that the design gives the work
 * @param said    the firm's last word, null while there is none since it was given the matter or it was opened again
 * @param dayOn   the day that this speaks of
 */
public record Repair(MatterLine line, String work, @Nullable LocalDate untilOn, @Nullable MatterAct said,
                     @Nullable LocalDate dayOn) {

    /** @return whether the firm still has to do something: it has neither mended it nor said that it does not */
    public boolean open() {
        return said != MatterAct.REPAIRED && said != MatterAct.REPAIR_REFUSED;
    }

    /** @return whether the firm promised to come on a day that is over */
    public boolean missed(LocalDate today) {
        return said == MatterAct.REPAIR_PLANNED && dayOn != null && dayOn.isBefore(today);
    }
}
