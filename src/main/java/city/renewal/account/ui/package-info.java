/** Signing in and out, and who may enter which view. */
@NullMarked
package city.renewal.account.ui;

import org.jspecify.annotations.NullMarked;
