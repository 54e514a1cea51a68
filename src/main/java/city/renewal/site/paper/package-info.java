/** Papers that the trade hands over, made from what was reported: diary, weekly report, quantity statement. */
@NullMarked
package city.renewal.site.paper;

import org.jspecify.annotations.NullMarked;
