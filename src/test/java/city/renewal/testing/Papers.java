package city.renewal.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Papers as people scan them, and some that are none. */
public final class Papers {

    private Papers() {
    }

    /** @return a PDF of one page; another title makes other bytes */
    public static byte[] pdf(String title) {
        return pdf(title, document -> { });
    }

    /** @return a PDF that runs a script when it is opened */
    public static byte[] withScript() {
        return pdf("script", document ->
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    /** @return a PDF that asks for a password */
    public static byte[] locked() {
        return pdf("locked", document ->
                document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission())));
    }

    /** @return a page of a script that calls itself a PDF by its first letters */
    public static byte[] disguised() {
        return "%PDF-1.7\n<script>alert(1)</script>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    @FunctionalInterface
    private interface Change {
        void of(PDDocument document) throws IOException;
    }

    private static byte[] pdf(String title, Change change) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            change.of(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @return a small picture, {@code jpg} or {@code png} */
    public static byte[] picture(String format) {
        return picture(format, 40, 60);
    }

    public static byte[] picture(String format, int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
