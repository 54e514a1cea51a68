/** What residents read of one project: promise, present, reason, who to turn to, and the reports behind the percent. */
@NullMarked
package city.renewal.resident;

import org.jspecify.annotations.NullMarked;
