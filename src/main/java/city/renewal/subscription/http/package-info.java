/** Pages without a session on which residents ask to be told, confirm it and leave. */
@NullMarked
package city.renewal.subscription.http;

import org.jspecify.annotations.NullMarked;
