/**
 * The demonstration: a whole programme made up from {@code config/demo}, dated relative to the day it is loaded so that
 * it is alive on any day, and the same on every machine for the same day.
 */
@NullMarked
package city.renewal.demo;

import org.jspecify.annotations.NullMarked;
