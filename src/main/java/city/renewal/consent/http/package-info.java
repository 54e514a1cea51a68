/** Voting without an account, and the record that everybody can download. */
@NullMarked
package city.renewal.consent.http;

import org.jspecify.annotations.NullMarked;
