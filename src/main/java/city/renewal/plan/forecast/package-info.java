/** When work will be done at the plan's and at the observed rate, and what late work still has to explain. */
@NullMarked
package city.renewal.plan.forecast;

import org.jspecify.annotations.NullMarked;
