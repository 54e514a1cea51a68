/** What a page about stop-work windows is made of. */
@NullMarked
package city.renewal.plan.window.ui;

import org.jspecify.annotations.NullMarked;
