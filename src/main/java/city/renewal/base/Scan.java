package city.renewal.base;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The kinds of papers that are taken, told by their bytes and never by a name. */
public enum Scan {
    PDF("application/pdf", ".pdf", '%', 'P', 'D', 'F', '-'),
    JPEG("image/jpeg", ".jpg", 0xff, 0xd8, 0xff),
    PNG("image/png", ".png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');

    private static final long MOST_PIXELS = 64_000_000;
    private static final long MILLION = 1_000_000;
    private static final int DEEPEST = 50;
    /** Names of a PDF that does something, or carries other files. */
    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA");

    private final String contentType;
    private final String ending;
    private final byte[] beginning;

    Scan(String contentType, String ending, int... beginning) {
        this.contentType = contentType;
        this.ending = ending;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    public String contentType() {
        return contentType;
    }

    /** @return how a file's name ends, with its dot */
    public String ending() {
        return ending;
    }

    /** @return whether it is a picture */
    public boolean picture() {
        return this != PDF;
    }

    /**
     * Looks into a paper before it is kept. A PDF is opened: it has pages, no password, and neither scripts nor other files
     * in it. A picture's size is read before a pixel is decoded.
     *
     * @throws Refusal when it is empty, of no kind that is taken, damaged, locked, active, or has too many pixels
     */
    public static Scan of(byte[] content) {
        if (content.length == 0) {
            throw new Refusal("scan.empty");
        }
        for (Scan kind : values()) {
            if (content.length > kind.beginning.length && Arrays.equals(kind.beginning, 0, kind.beginning.length,
                    content, 0, kind.beginning.length)) {
                if (kind.picture()) {
                    requirePicture(content);
                } else {
                    requirePages(content);
                }
                return kind;
            }
        }
        throw new Refusal("scan.kind");
    }

    private static void requirePicture(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refusal("scan.unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new Refusal("scan.pixels", pixels / MILLION, MOST_PIXELS / MILLION);
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new Refusal("scan.unreadable");
        }
    }

    private static void requirePages(byte[] content) {
        boolean active = false;
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new Refusal("scan.locked");
            }
            if (document.getNumberOfPages() == 0) {
                throw new Refusal("scan.unreadable");
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                active |= active(document.getDocument().getObjectFromPool(key).getObject(), 0);
            }
        } catch (InvalidPasswordException locked) {
            throw new Refusal("scan.locked");
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw new Refusal("scan.unreadable");
        }
        if (active) {
            throw new Refusal("scan.active");
        }
    }

    /** Looks into what is written inside an object; what it refers to is an object of its own. */
    private static boolean active(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        return switch (object) {
            case COSDictionary entries -> entries.entrySet().stream().anyMatch(entry ->
                    ACTIVE.contains(entry.getKey().getName()) || active(entry.getValue(), depth + 1));
            case COSArray items -> items.toList().stream().anyMatch(item -> active(item, depth + 1));
            case COSName name -> ACTIVE.contains(name.getName());
            case null, default -> false;
        };
    }
}
