/** Asking a compound's owners: the household register, items, one-time codes, ballots and the record that proves them. */
@NullMarked
package city.renewal.consent;

import org.jspecify.annotations.NullMarked;
