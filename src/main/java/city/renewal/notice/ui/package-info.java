/** Parts that show notices and ask for them, at the desk and to the public. */
@NullMarked
package city.renewal.notice.ui;

import org.jspecify.annotations.NullMarked;
