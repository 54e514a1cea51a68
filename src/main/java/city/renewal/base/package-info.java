/** What every feature stands on: the database, refusals, words in two languages, news of changes. */
@NullMarked
package city.renewal.base;

import org.jspecify.annotations.NullMarked;
