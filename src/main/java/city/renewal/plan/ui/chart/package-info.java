/** Charts as SVG, drawn on the server so that screen, file and print are one picture; each has a table behind it. */
@NullMarked
package city.renewal.plan.ui.chart;

import org.jspecify.annotations.NullMarked;
