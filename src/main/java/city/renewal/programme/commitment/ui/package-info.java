/** Commitments at the desk. */
@NullMarked
package city.renewal.programme.commitment.ui;

import org.jspecify.annotations.NullMarked;
