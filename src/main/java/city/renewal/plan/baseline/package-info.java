/** Baselines side by side: what became different between two of them, or between one and the plan as it stands. */
@NullMarked
package city.renewal.plan.baseline;

import org.jspecify.annotations.NullMarked;
