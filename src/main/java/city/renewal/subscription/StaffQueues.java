package city.renewal.subscription;

import city.renewal.account.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What waits for members of staff, by their roles; the desk knows. */
public interface StaffQueues {

    /** Begins a morning: what several people are told is read once. */
    Morning begin();

    /** One morning, for one thread. */
    interface Morning {
        /** @return what waits for the person, what is most urgent first; nothing when nothing waits */
        List<Line> of(Actor actor, Locale language);
    }

    /**
     * One thing that waits.
     *
     * @param title what waits, in the language
     * @param text  more about it, or empty
     * @param link  page of the desk, from the root of the server
     * @param due   by when it has to be done, null where nobody said
     */
    record Line(String title, String text, String link, @Nullable Due due) {
    }

    /**
     * By when something has to be done.
     *
     * @param at      the hour on this day, null for all of it
     * @param overdue whether that is over
     */
    record Due(LocalDate day, @Nullable OffsetDateTime at, boolean overdue) {
    }
}
