/** Signing a process off. */
@NullMarked
package city.renewal.site.signoff.ui;

import org.jspecify.annotations.NullMarked;
