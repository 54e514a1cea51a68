/** What was promised for a year in public: promise, present, due, and how the present value is made. */
@NullMarked
package city.renewal.programme.commitment;

import org.jspecify.annotations.NullMarked;
