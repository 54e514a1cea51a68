/** Photos of reports and findings: kept as they came, compared with each other and with the day, shown in copies. */
@NullMarked
package city.renewal.site.photo;

import org.jspecify.annotations.NullMarked;
