package city.renewal.project;

import org.jspecify.annotations.Nullable;

/**
 * Who takes part, as it is posted at the site (五牌一图).
 *
 * @param role    {@code owner}, {@code designer}, {@code contractor}, {@code supervisor} or {@code community}
 * @param contact the person to turn to
 * @param phone   published telephone number
 */
public record Party(String role, String organisation, @Nullable String contact, @Nullable String phone) {
}
