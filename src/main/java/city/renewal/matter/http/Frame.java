package city.renewal.matter.http;

import java.util.List;

/**
 * What surrounds every page. Public because templates are classes of a package of their own.
 *
 * @param language      tag of the page's language
 * @param large         whether type is large (长辈版)
 * @param style         the style sheet
 * @param demonstration whether the data are made up
 * @param switches      to the other language and size
 * @param kept          how language and size are kept by a form that is sent by GET
 */
public record Frame(String language, boolean large, String style, String title, boolean demonstration,
                    List<Link> switches, List<Hidden> kept, Words words) {

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
