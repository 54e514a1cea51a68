package city.renewal.project.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another party, number or last day of a warranty, or a work that was not recognised in the plan.
 *
 * @param seen         {@link Warranty#id} as the person saw it, null where the work had no warranty
 * @param organisation who repairs; residents read it
 * @param phone        published number, or null
 * @param untilOn      not before the last day that the law gives it; null for that day. Needed where the parties
 *                     agree on it, and null where the design gives the term
 * @param why          needed where there is a warranty already
 */
public record WarrantyChange(long acceptanceId, String work, @Nullable Long seen, String organisation, @Nullable String phone,
                             @Nullable LocalDate untilOn, @Nullable String why) {
}
