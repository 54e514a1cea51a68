/** The programme as a whole, on public pages. */
@NullMarked
package city.renewal.programme.ui;

import org.jspecify.annotations.NullMarked;
