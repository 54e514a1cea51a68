/** Appointments for work inside homes: slots of crews, what households book, what remains to be done. */
@NullMarked
package city.renewal.visit;

import org.jspecify.annotations.NullMarked;
