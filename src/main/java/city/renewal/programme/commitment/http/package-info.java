/** Commitments and indicators as everybody reads them, without script or session, and for programs. */
@NullMarked
package city.renewal.programme.commitment.http;

import org.jspecify.annotations.NullMarked;
