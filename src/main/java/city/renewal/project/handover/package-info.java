/** What comes after the works: acceptance with residents, hand-over, and the clock of each warranty. */
@NullMarked
package city.renewal.project.handover;

import org.jspecify.annotations.NullMarked;
