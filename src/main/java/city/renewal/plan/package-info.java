/**
 * Plans: tasks, links and calendars, the schedule that follows from them, the promises that were made and the reasons
 * why they moved.
 */
@NullMarked
package city.renewal.plan;

import org.jspecify.annotations.NullMarked;
