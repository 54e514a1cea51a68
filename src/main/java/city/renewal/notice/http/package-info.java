/** Notices for other programs. */
@NullMarked
package city.renewal.notice.http;

import org.jspecify.annotations.NullMarked;
