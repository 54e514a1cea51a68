/** How a plan is drawn, wherever it is shown. */
@NullMarked
package city.renewal.plan.ui;

import org.jspecify.annotations.NullMarked;
