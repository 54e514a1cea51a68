package city.renewal.demo;

import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Stands for a scanned paper of an acceptance: a heading and a few lines on A4, which say that they are made up. */
final class DemoPaper {

    private static final float MARGIN = 70;
    private static final float HEAD = 18;
    private static final float TEXT = 12;
    private static final float LINE = 34;

    private DemoPaper() {
    }

    static byte[] pdf(String title, List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setTitle(title);
            SheetFont font = new SheetFont(document, SheetFont.REGULAR);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                SheetPen pen = new SheetPen(stream, PDRectangle.A4.getHeight(), font, font);
                pen.textCentred(title, PDRectangle.A4.getWidth() / 2, MARGIN + HEAD, HEAD, SheetPen.INK);
                float y = MARGIN + HEAD + 2 * LINE;
                for (String line : lines) {
                    pen.text(line, MARGIN, y, TEXT, SheetPen.INK, false);
                    pen.line(MARGIN, y + 8, PDRectangle.A4.getWidth() - MARGIN, y + 8, 1, SheetPen.LINE);
                    y += LINE;
                }
            }
            document.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
