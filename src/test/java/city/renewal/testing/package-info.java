/** What tests of several features share: databases to run on, people, small plans, a clock that stands still. */
@NullMarked
package city.renewal.testing;

import org.jspecify.annotations.NullMarked;
