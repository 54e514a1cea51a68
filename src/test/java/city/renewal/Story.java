package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Leaves pictures of a story in {@code target/story}, to be looked at, and sees that each page in it can be read by
 * everybody.
 *
 * @param name what the names of its pictures begin with
 */
record Story(String name) {

    private static final Path PICTURES = Path.of("target", "story");
    private static final Pattern SIZES = Pattern.compile("^\\s*(长辈版|标准版)\\s*$");
    private static final Pattern LARGE = Pattern.compile("\\b(large|elder)\\b");
    private static final int DOTS_PER_INCH = 150;

    /** Takes a picture of the whole page. */
    void picture(Page page, String step) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file(large(page) ? step + "-large" : step))
                .setFullPage(true));
    }

    /** Takes a picture of a page that everybody can read. */
    void page(Page page, String step) {
        Browsers.settle(page);
        picture(page, step);
        isReadable(page);
    }

    /** Nobody is shut out, and nothing is cut off at the side. The browser has to run scripts. */
    void isReadable(Page page) {
        assertThat(Barriers.of(page)).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is as wide as its window", page.url()).isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** As {@link #page} in both sizes of type; the reader ends in the other one. */
    void bothSizes(Page page, String step) {
        page(page, step);
        changeSize(page);
        page(page, step);
    }

    /** Turns elder mode on or off as readers do. */
    void changeSize(Page page) {
        boolean large = large(page);
        page.getByText(SIZES).first().click();
        Locator whole = page.locator("html");
        if (large) {
            assertThat(whole).not().hasClass(LARGE);
        } else {
            assertThat(whole).hasClass(LARGE);
        }
    }

    private static boolean large(Page page) {
        String style = page.locator("html").getAttribute("class");
        return style != null && LARGE.matcher(style).find();
    }

    /** @return the only sheet of a printed file, of which it takes a picture */
    BufferedImage sheet(byte[] pdf, String step) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage sheet = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            Files.createDirectories(PICTURES);
            ImageIO.write(sheet, "png", file(step).toFile());
            return sheet;
        }
    }

    private Path file(String step) {
        return PICTURES.resolve(name + "-" + step + ".png");
    }
}
