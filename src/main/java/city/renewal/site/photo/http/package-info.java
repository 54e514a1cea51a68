/** Photos sent by programs, and photos as browsers ask for them. */
@NullMarked
package city.renewal.site.photo.http;

import org.jspecify.annotations.NullMarked;
