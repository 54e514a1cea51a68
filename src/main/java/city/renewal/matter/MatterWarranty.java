package city.renewal.matter;

import city.renewal.project.handover.Warranty;
import java.util.List;

/**
 * Whether a matter is about work under warranty.
 *
 * @param warranties the one that is meant; of {@link Standing#PERHAPS} each that may be, of the last two none
 */
public record MatterWarranty(Standing standing, List<Warranty> warranties) {

    static final MatterWarranty NONE = new MatterWarranty(Standing.NONE, List.of());

    /** How sure it is. */
    public enum Standing {
        /** A worker said so. */
        NAMED,
        /** Kind, place and words tell of one work alone, which was under warranty when the matter came. */
        LIKELY,
        /** It may be; nobody claims it. */
        PERHAPS,
        /** A worker said that it is not. */
        DENIED,
        NONE
    }

    public MatterWarranty {
        warranties = List.copyOf(warranties);
    }
}
