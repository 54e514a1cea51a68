package city.renewal.base.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every public page without a session: head, switches of language and size, and where one is. Templates
 * put their content into {@code page/frame.jte}.
 *
 * @param language      tag of the page's language
 * @param large         whether type is large (长辈版)
 * @param style         the style sheet
 * @param demonstration whether the data are made up
 * @param where         the page above this one
 * @param switches      to the other language and size
 * @param kept          how language and size are kept by a form that is sent by GET
 * @param secret        what shows who reads, as a household's code: sent on by the switches, never written in an address;
 *                      null on pages that everybody sees
 * @param privacy       what is kept of readers, how long and why
 */
public record Frame(String language, boolean large, String style, String title, boolean demonstration, Link where,
                    List<Link> switches, List<Hidden> kept, @Nullable Hidden secret, Link privacy,
                    Words words) {

    /** @return the same, for one who showed a secret */
    public Frame shownTo(Hidden with) {
        return new Frame(language, large, style, title, demonstration, where, switches, kept, with, privacy, words);
    }

    /** @return the same under another page than the home page */
    public Frame under(String address, String name) {
        return new Frame(language, large, style, title, demonstration, new Link(address, name, language), switches, kept,
                secret, privacy, words);
    }

    /** The words of a key in the page's language. */
    @FunctionalInterface
    public interface Words {
        String get(String key);
    }

    /** @param language of the text, such as {@code en} */
    public record Link(String address, String text, String language) {
    }

    public record Hidden(String name, String value) {
    }

    /** One of several to choose from. */
    public record Choice(String value, String text, boolean chosen) {
    }
}
