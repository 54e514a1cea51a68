/** Works of several projects that get in each other's way on one road: digging up a new surface, closing it twice. */
@NullMarked
package city.renewal.plan.conflict;

import org.jspecify.annotations.NullMarked;
