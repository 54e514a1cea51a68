/** What every view shares: layouts, small components, error views, the reader's language and size of type. */
@NullMarked
package city.renewal.base.ui;

import org.jspecify.annotations.NullMarked;
