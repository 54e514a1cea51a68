/** Booking without an account. */
@NullMarked
package city.renewal.visit.http;

import org.jspecify.annotations.NullMarked;
