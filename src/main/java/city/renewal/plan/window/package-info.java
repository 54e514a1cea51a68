/** Stop-work windows over all projects: declared, looked at before they are applied, and withdrawn. */
@NullMarked
package city.renewal.plan.window;

import org.jspecify.annotations.NullMarked;
