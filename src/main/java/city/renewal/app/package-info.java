/** The composition root: configuration, the services built with plain {@code new}, the web server, the commands. */
@NullMarked
package city.renewal.app;

import org.jspecify.annotations.NullMarked;
