/** The signed-in desk: views that put several features together for one kind of work. */
@NullMarked
package city.renewal.desk.ui;

import org.jspecify.annotations.NullMarked;
