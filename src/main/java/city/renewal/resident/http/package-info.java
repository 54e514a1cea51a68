/** Pages and files that residents read without script, cookie, session or account. */
@NullMarked
package city.renewal.resident.http;

import org.jspecify.annotations.NullMarked;
