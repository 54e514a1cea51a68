/** How matters are said at the desk, and the parts of one matter's page. */
@NullMarked
package city.renewal.matter.ui;

import org.jspecify.annotations.NullMarked;
