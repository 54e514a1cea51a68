package city.renewal.subscription.http;

import city.renewal.base.http.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of mails lead. Public for its template.
 *
 * @param text   what can be done, or was done
 * @param action where the one button sends to, null where there is nothing to do
 * @param button what it says, or null
 * @param next   where to go on
 */
public record LinkPage(Frame frame, String text, boolean done, @Nullable String action, @Nullable String button,
                       Frame.Link next) {
}
