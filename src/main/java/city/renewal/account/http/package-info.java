/** Who calls an endpoint. */
@NullMarked
package city.renewal.account.http;

import org.jspecify.annotations.NullMarked;
