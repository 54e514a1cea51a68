/** Writing site reports and reading them. */
@NullMarked
package city.renewal.site.ui;

import org.jspecify.annotations.NullMarked;
