package city.renewal.plan.interchange;

import city.renewal.base.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the import of a file would bring. Nothing has been written.
 *
 * @param fileName  as the person knows it
 * @param read      the plan as it stands in the file
 * @param placement the plan, placed on the dates of the file
 */
public record ImportPreview(String fileName, PlanDocument read, Placement placement) {

    private static final String PLACED = "plan.import.placed.";

    /** @return the project's name by the file */
    public String title() {
        return placement.document().title();
    }

    /** @return one sentence for everything that is not taken or not taken as it is */
    public List<String> leftOut(Messages messages, Locale locale) {
        List<String> said = new ArrayList<>();
        for (LeftOut left : placement.document().leftOut()) {
            said.add(messages.text(locale, left.messageKey(), left.count(), String.join(", ", left.examples())));
        }
        if (!placement.moved().isEmpty()) {
            said.add(messages.text(locale, PLACED + "moved", placement.moved().size(),
                    String.join(", ", placement.moved())));
        }
        return said;
    }

    /** @return one sentence for each way in which tasks are held so that the dates of the file stay */
    public List<String> held(Messages messages, Locale locale) {
        List<String> said = new ArrayList<>();
        say(said, messages, locale, "held", placement.held());
        say(said, messages, locale, "pinned", placement.pinned());
        say(said, messages, locale, "stretched", placement.stretched());
        return said;
    }

    private static void say(List<String> said, Messages messages, Locale locale, String how, int count) {
        if (count > 0) {
            said.add(messages.text(locale, PLACED + how, count));
        }
    }
}
