/** Plans on paper. */
@NullMarked
package city.renewal.plan.print;

import org.jspecify.annotations.NullMarked;
