package city.renewal.programme.commitment;

import java.time.OffsetDateTime;

/**
 * That a commitment was taken back, which is never undone.
 *
 * @param why as residents read it
 */
public record Withdrawal(String why, String author, OffsetDateTime withdrawnAt) {
}
