package city.renewal.subscription.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one asks to be told. Public for its template.
 *
 * @param about    what it is about, such as a compound and a door
 * @param refused  why nothing was taken, or null
 * @param sent     what happens next, where the form was taken, or null
 * @param form     null where no mails are sent, and after the form was taken
 * @param calendar address of the calendar
 * @param feed     address of the feed
 * @param back     address of the notice page
 */
public record SubscribePage(Frame frame, String about, @Nullable String refused, @Nullable String sent,
                            @Nullable Form form, String calendar, String feed, String back) {

    /**
     * @param bits      of the puzzle
     * @param script    that solves it
     * @param address   what was typed before
     * @param slowHint  what those without script are told
     */
    public record Form(String action, String token, int bits, String script, String address,
                       List<Frame.Choice> languages, String slowHint) {
    }
}
