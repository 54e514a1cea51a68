/** Residents' matters (诉求): from the report to the answer, routed by place to the worker of a grid. */
@NullMarked
package city.renewal.matter;

import org.jspecify.annotations.NullMarked;
