/** Puts plans and site reports together for those who sign in. */
@NullMarked
package city.renewal.desk;

import org.jspecify.annotations.NullMarked;
