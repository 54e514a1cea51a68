/** Findings of quality and safety (隐患): raised, put right by the party told to, re-checked, closed or reopened. */
@NullMarked
package city.renewal.site.finding;

import org.jspecify.annotations.NullMarked;
