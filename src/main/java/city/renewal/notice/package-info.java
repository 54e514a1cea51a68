/** Notices to residents: when what is cut, closed or noisy, for whom, why, and whether it was said in time. */
@NullMarked
package city.renewal.notice;

import org.jspecify.annotations.NullMarked;
