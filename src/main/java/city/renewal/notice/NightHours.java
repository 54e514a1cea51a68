package city.renewal.notice;

import city.renewal.base.Words;
import java.time.LocalTime;

/**
 * The hours in which work near homes is barred without a permit.
 *
 * @param from   in the evening
 * @param to     on the morning after
 * @param source the rule that says so
 */
public record NightHours(LocalTime from, LocalTime to, Words source) {
}
