/** Photos of site reports: kept as they came, compared with each other and with the report, shown in copies. */
@NullMarked
package city.renewal.site.photo;

import org.jspecify.annotations.NullMarked;
