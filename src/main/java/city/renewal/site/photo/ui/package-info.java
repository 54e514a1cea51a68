/** Adding photos to a report and looking at them. */
@NullMarked
package city.renewal.site.photo.ui;

import org.jspecify.annotations.NullMarked;
