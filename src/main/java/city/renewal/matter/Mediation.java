package city.renewal.matter;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** One entry in the record of a dispute, for its handler alone. */
public record Mediation(MediationKind kind, LocalDate heldOn, String remark, String writtenBy,
                        OffsetDateTime writtenAt) {
}
