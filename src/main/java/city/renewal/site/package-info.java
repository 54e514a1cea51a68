/** What happens on site: reports of quantities, and their confirmation by the supervisor. */
@NullMarked
package city.renewal.site;

import org.jspecify.annotations.NullMarked;
