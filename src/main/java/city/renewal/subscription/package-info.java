/**
 * Being told by e-mail: residents of what changes at their door, staff of what waits for them. Mails are queued in the
 * database with what they tell of, and sent by one worker.
 */
@NullMarked
package city.renewal.subscription;

import org.jspecify.annotations.NullMarked;
