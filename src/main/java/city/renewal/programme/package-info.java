/** The whole programme: every project against its promise, and what was published of them all. */
@NullMarked
package city.renewal.programme;

import org.jspecify.annotations.NullMarked;
