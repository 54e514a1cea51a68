/** The public pages of one project. */
@NullMarked
package city.renewal.resident.ui;

import org.jspecify.annotations.NullMarked;
