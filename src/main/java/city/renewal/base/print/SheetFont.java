package city.renewal.base.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A Chinese font that travels in the jar; the document gets the glyphs that it uses. */
public final class SheetFont {

    public static final String REGULAR = "NotoSansSC_400Regular.ttf";
    public static final String BOLD = "NotoSansSC_700Bold.ttf";

    private static final String FOLDER = "fonts/";
    private static final String MISSING = "□";
    private static final String ELLIPSIS = "…";
    /** Glyphs are measured in thousandths of the font's size. */
    private static final float EM = 1000;

    /** Kept while there is memory to spare: taking a font out of the jar takes longer than drawing a sheet with it. */
    private static final Map<String, SoftReference<byte[]>> UNPACKED = new ConcurrentHashMap<>();

    private final PDType0Font font;
    private final Map<String, Float> widths = new HashMap<>();

    /** @param file {@link #REGULAR} or {@link #BOLD} */
    public SheetFont(PDDocument document, String file) throws IOException {
        font = PDType0Font.load(document, new ByteArrayInputStream(unpacked(file)), true);
    }

    private static byte[] unpacked(String file) throws IOException {
        SoftReference<byte[]> kept = UNPACKED.get(file);
        byte[] there = kept == null ? null : kept.get();
        if (there != null) {
            return there;
        }
        try (InputStream content = SheetFont.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IOException("The program lacks its font " + file);
            }
            byte[] unpacked = content.readAllBytes();
            UNPACKED.put(file, new SoftReference<>(unpacked));
            return unpacked;
        }
    }

    PDType0Font font() {
        return font;
    }

    /** @return the text with a box for every character that the font does not have */
    public String printable(String text) throws IOException {
        StringBuilder printable = new StringBuilder(text.length());
        for (String character : characters(text)) {
            printable.append(width(character) < 0 ? MISSING : character);
        }
        return printable.toString();
    }

    /** @return points that the text takes */
    public float width(String text, float size) throws IOException {
        float width = 0;
        for (String character : characters(text)) {
            width += Math.max(0, width(character));
        }
        return width * size / EM;
    }

    /**
     * Breaks a text into lines that fit, between words where it has any.
     *
     * @param most how many lines there may be; the last one ends in an ellipsis when the text is longer
     */
    public List<String> lines(String text, float size, float width, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (String character : characters(text)) {
            float next = Math.max(0, width(character)) * size / EM;
            if (used + next > width && !line.isEmpty()) {
                if (lines.size() == most - 1) {
                    line.setLength(Math.max(0, line.length() - 1));
                    lines.add(line + ELLIPSIS);
                    return lines;
                }
                int word = line.lastIndexOf(" ") + 1;
                String carried = word > 0 ? line.substring(word) : "";
                lines.add(line.substring(0, line.length() - carried.length()).strip());
                line.setLength(0);
                line.append(carried);
                used = width(carried, size);
            }
            line.append(character);
            used += next;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** @return thousandths of the size, below 0 for a character that the font does not have */
    private float width(String character) throws IOException {
        Float known = widths.get(character);
        if (known == null) {
            known = measured(character);
            widths.put(character, known);
        }
        return known;
    }

    private float measured(String character) throws IOException {
        if (Character.isISOControl(character.codePointAt(0))) {
            return -1;
        }
        try {
            return font.getStringWidth(character);
        } catch (IllegalArgumentException missing) {
            return -1;
        }
    }
}
