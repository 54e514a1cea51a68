/** Measures what the product promises about speed. Nothing here is part of the program or of its tests. */
@NullMarked
package city.renewal.bench;

import org.jspecify.annotations.NullMarked;
