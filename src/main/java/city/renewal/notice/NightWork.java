package city.renewal.notice;

import java.time.ZoneId;

/** When a kind of notice means work in the night, which needs a permit. */
public enum NightWork {
    /** Never: something is away, which is no noise. */
    NEVER {
        @Override
        boolean in(NoticeSpan span, NightHours night, ZoneId zone) {
            return false;
        }
    },
    /** All the time that it holds is work. */
    THROUGHOUT {
        @Override
        boolean in(NoticeSpan span, NightHours night, ZoneId zone) {
            return span.atNight(night, zone);
        }
    },
    /** What is put up stands for weeks; putting it up and taking it away is the work. */
    AT_ENDS {
        @Override
        boolean in(NoticeSpan span, NightHours night, ZoneId zone) {
            return span.endsAtNight(night, zone);
        }
    };

    /** @return whether some of the work of the span lies in the night hours of the zone */
    abstract boolean in(NoticeSpan span, NightHours night, ZoneId zone);
}
