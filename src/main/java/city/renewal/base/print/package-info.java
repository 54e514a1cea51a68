/** Drawing on sheets of paper: Chinese fonts that travel with the program, and a pen. */
@NullMarked
package city.renewal.base.print;

import org.jspecify.annotations.NullMarked;
