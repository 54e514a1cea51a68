package city.renewal.subscription;

import city.renewal.account.Actor;
import java.util.List;
import java.util.Locale;

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
     */
    record Line(String title, String text, String link) {
    }
}
