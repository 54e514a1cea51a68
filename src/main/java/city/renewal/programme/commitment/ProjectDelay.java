package city.renewal.programme.commitment;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The newest reason for the delay of a linked project.
 *
 * @param catchUp      what is done about it, or null
 * @param catchUpOwner who answers for that; for staff
 * @param catchUpOn    day by which it is done, or null
 */
public record ProjectDelay(long projectId, Words words, @Nullable String catchUp, @Nullable String catchUpOwner,
                           @Nullable LocalDate catchUpOn) {
}
