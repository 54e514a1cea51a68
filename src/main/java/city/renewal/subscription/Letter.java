package city.renewal.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is laid out. Texts are in the reader's language and of bounded length.
 *
 * @param heading  what it is about
 * @param intro    first sentence
 * @param more     what was left out, or null
 * @param link     where it goes on, from the root of the server
 * @param linkText what is found there
 * @param note     why the reader gets it
 */
record Letter(String subject, String heading, String intro, List<Item> items, @Nullable String more, String link,
              String linkText, String note) {

    /** Things that one mail tells. */
    static final int MOST_ITEMS = 20;

    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 600;

    Letter {
        subject = cut(subject, LONGEST_SUBJECT);
        heading = cut(heading, LONGEST_TITLE);
        intro = cut(intro, LONGEST_TEXT);
        items = List.copyOf(items.subList(0, Math.min(MOST_ITEMS, items.size())));
    }

    /**
     * One thing that is told.
     *
     * @param text more about it, or empty
     * @param link where it is shown, from the root of the server
     */
    record Item(String title, String text, String link) {
        Item {
            title = cut(title, LONGEST_TITLE);
            text = cut(text, LONGEST_TEXT);
        }
    }

    /** Names and reasons come from people: they become one line without control characters, and not too long. */
    private static String cut(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(longest, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}
