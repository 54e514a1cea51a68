/** Findings for other programs. */
@NullMarked
package city.renewal.site.finding.http;

import org.jspecify.annotations.NullMarked;
