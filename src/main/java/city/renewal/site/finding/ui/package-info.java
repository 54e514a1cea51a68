/** Raising a finding, its steps and its counts. */
@NullMarked
package city.renewal.site.finding.ui;

import org.jspecify.annotations.NullMarked;
