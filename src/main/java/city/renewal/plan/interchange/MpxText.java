package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.util.List;

/** An MPX file before MPXJ sees it. */
final class MpxText {

    private static final int TYPE_AT = 3;

    private final String text;

    MpxText(String text) {
        this.text = text;
    }

    /**
     * The format has no end mark, but the program that writes it ends every line and gives all records of a kind the
     * same number of fields.
     *
     * @throws UnreadableFileException when the last line breaks off in the middle
     */
    void checkComplete() throws UnreadableFileException {
        if (text.endsWith("\n") || text.length() <= TYPE_AT) {
            return;
        }
        char separator = text.charAt(TYPE_AT);
        List<String> lines = text.lines().toList();
        String last = lines.getLast();
        String type = last.substring(0, last.indexOf(separator) + 1);
        boolean shorter = type.isEmpty() || lines.stream().filter(line -> line.startsWith(type))
                .anyMatch(line -> fields(line, separator) > fields(last, separator));
        if (shorter) {
            throw new UnreadableFileException(Reason.TRUNCATED);
        }
    }

    private static long fields(String line, char separator) {
        return line.chars().filter(character -> character == separator).count();
    }
}
