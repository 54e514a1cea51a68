/** How features add what they know of a project to the interface for programs. */
@NullMarked
package city.renewal.project.http;

import org.jspecify.annotations.NullMarked;
