/** The program's entry. */
@NullMarked
package city.renewal;

import org.jspecify.annotations.NullMarked;
