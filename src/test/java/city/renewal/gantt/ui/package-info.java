@NullMarked
package city.renewal.gantt.ui;

import org.jspecify.annotations.NullMarked;
