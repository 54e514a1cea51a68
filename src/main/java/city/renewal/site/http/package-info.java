/** The programming interface: public projects and their tasks, and site reports that programs send in. */
@NullMarked
package city.renewal.site.http;

import org.jspecify.annotations.NullMarked;
