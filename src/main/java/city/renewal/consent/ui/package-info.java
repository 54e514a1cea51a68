/** What the desk and residents see of votes. */
@NullMarked
package city.renewal.consent.ui;

import org.jspecify.annotations.NullMarked;
