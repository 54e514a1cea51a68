/** Parts of the desk's pages of appointments. */
@NullMarked
package city.renewal.visit.ui;

import org.jspecify.annotations.NullMarked;
