/** Projects of every kind: where they are, how large, who is responsible, which stage they have reached. */
@NullMarked
package city.renewal.project;

import org.jspecify.annotations.NullMarked;
