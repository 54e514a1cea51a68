/** Reporting, following and the wall of matters as complete pages, without a session, readable without script. */
@NullMarked
package city.renewal.matter.http;

import org.jspecify.annotations.NullMarked;
