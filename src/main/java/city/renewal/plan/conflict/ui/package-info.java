/** Says what conflicts on roads there are and what to do about them. */
@NullMarked
package city.renewal.plan.conflict.ui;

import org.jspecify.annotations.NullMarked;
