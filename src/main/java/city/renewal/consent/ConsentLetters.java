package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import city.renewal.project.Project;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The letters that bring households their codes: one A4 page each, Chinese with English below, a QR code that opens the
 * page of votes or of appointments with the code filled in; the code is good for both. Printing is issuing: whoever had a letter before has one that no longer works.
 */
public final class ConsentLetters {

    private static final float MARGIN = 64;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TITLE = 20;
    private static final float TEXT = 12;
    private static final float SMALL = 10;
    private static final float CODE = 30;
    private static final float QR = 150;
    private static final int MOST_LINES = 6;

    private final HouseholdRegister register;
    private final HouseholdCodes codes;
    private final Messages messages;
    private final Clock clock;
    private final String publicAddress;

    ConsentLetters(HouseholdRegister register, HouseholdCodes codes, Messages messages, Clock clock,
                   String publicAddress) {
        this.publicAddress = publicAddress;
        this.register = register;
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Issues codes and gives them without a letter, for whoever has another way to hand them over.
     *
     * @throws Refusal when the actor may not, there is no household, or the day will not do
     */
    public List<HouseholdCodes.Issued> issue(Actor actor, Project project, Collection<Long> householdIds,
                                             LocalDate expiresOn) {
        List<HouseholdCodes.Issued> issued = codes.draw(householdIds);
        codes.issue(actor, project.id(), issued, expiresOn);
        return issued;
    }

    /**
     * Prints letters, and with that issues new codes. The letters are drawn first: where that fails, the codes that
     * people hold go on working.
     *
     * @param kind       what households are asked to do
     * @param households in the order of the pages
     * @param address    of this server as the caller reaches it, with a slash at the end; printed where the settings
     *                   name no public one
     * @return the PDF, the only place where the codes can be read
     * @throws Refusal when the actor may not, there is no household, or the day will not do
     */
    public byte[] print(Actor actor, Project project, LetterKind kind, List<Household> households,
                        LocalDate expiresOn, String address) {
        codes.checkDay(actor, expiresOn);
        List<HouseholdCodes.Issued> issued = codes.draw(households.stream().map(Household::id).toList());
        Map<Long, HouseholdRegister.Door> doors = register.doors(project.id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(text(Locale.SIMPLIFIED_CHINESE, kind.title()));
            SheetFont regular = new SheetFont(document, SheetFont.REGULAR);
            SheetFont bold = new SheetFont(document, SheetFont.BOLD);
            for (int i = 0; i < households.size(); i++) {
                Household household = households.get(i);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    draw(new SheetPen(stream, PDRectangle.A4.getHeight(), regular, bold), project, kind, household,
                            doors.get(household.id()), issued.get(i).code(), expiresOn,
                            publicAddress.isEmpty() ? address : publicAddress + "/");
                }
            }
            document.save(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        codes.issue(actor, project.id(), issued, expiresOn);
        return out.toByteArray();
    }

    private void draw(SheetPen pen, Project project, LetterKind kind, Household household,
                      HouseholdRegister.Door door, String code, LocalDate expiresOn, String address) throws IOException {
        Locale zh = Locale.SIMPLIFIED_CHINESE;
        String page = address + kind.path() + project.code();
        float y = MARGIN;
        pen.text(project.name(), MARGIN, y, TEXT, SheetPen.SECONDARY, false);
        y += 30;
        pen.text(text(zh, kind.title()), MARGIN, y, TITLE, SheetPen.INK, true);
        y += 34;
        String to = text(zh, "letter.to", household.building(), household.stairwell(), door.door(),
                Objects.toString(door.owner(), text(zh, "letter.owner")));
        pen.text(to, MARGIN, y, TEXT + 2, SheetPen.INK, true);
        y += 26;
        y = paragraph(pen, text(zh, kind.about()), y, TEXT, SheetPen.INK);
        y += 14;
        pen.qr(page + "#" + code, MARGIN, y, QR);
        float right = MARGIN + QR + 24;
        pen.text(text(zh, "letter.code"), right, y + 24, TEXT, SheetPen.SECONDARY, false);
        pen.text(code, right, y + 62, CODE, SheetPen.INK, true);
        pen.text(text(zh, "letter.address"), right, y + 96, TEXT, SheetPen.SECONDARY, false);
        pen.text(page, right, y + 116, TEXT, SheetPen.INK, false);
        y += QR + 28;
        for (String key : kind.points()) {
            y = paragraph(pen, "· " + text(zh, key, expiresOn.toString()), y, TEXT, SheetPen.INK);
            y += 4;
        }
        y += 18;
        pen.line(MARGIN, y, MARGIN + WIDTH, y, 0.6f, SheetPen.LINE);
        y += 22;
        y = paragraph(pen, text(Locale.ENGLISH, kind.english(), page, code, expiresOn.toString()), y, SMALL,
                SheetPen.SECONDARY);
        pen.text(text(zh, "print.printed", LocalDate.now(clock).toString()), MARGIN,
                PDRectangle.A4.getHeight() - MARGIN / 2, SMALL - 2, SheetPen.SECONDARY, false);
    }

    private static float paragraph(SheetPen pen, String text, float y, float size, Color color) throws IOException {
        float line = y;
        for (String part : pen.font(false).lines(text, size, WIDTH, MOST_LINES)) {
            pen.text(part, MARGIN, line, size, color, false);
            line += size * 1.6f;
        }
        return line;
    }

    private String text(Locale locale, String key, Object... parameters) {
        return messages.text(locale, key, parameters);
    }
}
