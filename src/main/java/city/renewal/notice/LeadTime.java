package city.renewal.notice;

import city.renewal.base.Words;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;

/**
 * How long before it begins something has to be announced.
 *
 * @param amount a {@link Duration} of hours that pass, or a {@link Period} of calendar days
 * @param source the rule that demands it
 */
public record LeadTime(TemporalAmount amount, Words source) {

    /** @return the latest moment at which what begins then is announced in time */
    public ZonedDateTime due(ZonedDateTime begin) {
        return begin.minus(amount);
    }

    /** @return hours, 0 for a lead time of calendar days */
    public long hours() {
        return amount instanceof Duration duration ? duration.toHours() : 0;
    }

    /** @return calendar days, 0 for a lead time of hours */
    public int days() {
        return amount instanceof Period period ? period.getDays() : 0;
    }
}
