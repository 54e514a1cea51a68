/** What every endpoint shares: JSON in and out, problems in the caller's language, the bearer's token, health. */
@NullMarked
package city.renewal.base.http;

import org.jspecify.annotations.NullMarked;
