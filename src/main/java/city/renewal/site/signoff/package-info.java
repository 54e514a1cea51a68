/** Signatures of the supervisor under finished processes and concealed work, before the next process begins. */
@NullMarked
package city.renewal.site.signoff;

import org.jspecify.annotations.NullMarked;
