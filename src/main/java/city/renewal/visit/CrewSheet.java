package city.renewal.visit;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Formats;
import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import city.renewal.project.Project;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * The list that a crew takes along: when, which door, what, what the household wrote, and boxes for what came of it.
 * Names and telephone numbers are masked. A4, each crew on pages of its own; the audit trail says who printed it.
 */
public final class CrewSheet {

    private static final float MARGIN = 40;
    private static final float RIGHT = PDRectangle.A4.getWidth() - MARGIN;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 50;
    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float LINE = 14;
    /** Left edges of the columns: hours, door, work and remark, telephone, outcome. */
    private static final float[] COLUMNS = {MARGIN, MARGIN + 74, MARGIN + 182, MARGIN + 342, MARGIN + 424};
    private static final List<String> HEADS = List.of("visit.sheet.hours", "visit.sheet.door", "visit.sheet.work",
            "visit.sheet.phone", "visit.sheet.outcome");
    private static final int MOST_LINES = 4;

    private final VisitBoard board;
    private final AuditTrail audit;
    private final ZoneId zone;

    CrewSheet(VisitBoard board, AuditTrail audit, ZoneId zone) {
        this.board = board;
        this.audit = audit;
        this.zone = zone;
    }

    /**
     * @param crew null for all
     * @return the PDF
     * @throws city.renewal.base.Refusal when the actor may not see the project's homes
     */
    public byte[] print(Actor actor, Project project, LocalDate day, @Nullable String crew, Formats formats) {
        List<CrewLine> lines = board.day(actor, project, day, crew);
        audit.record(actor, "visit.list", "project:" + project.code(), null,
                day + (crew == null ? "" : " " + crew) + ", " + lines.size() + " doors");
        Map<String, List<CrewLine>> crews = new LinkedHashMap<>();
        lines.forEach(line -> crews.computeIfAbsent(line.visit().crew(), none -> new ArrayList<>()).add(line));
        if (crews.isEmpty()) {
            crews.put(crew == null ? "" : crew, List.of());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            Drawing drawing = new Drawing(document, project, day, formats);
            document.getDocumentInformation().setTitle(drawing.text("visit.sheet.title"));
            for (Map.Entry<String, List<CrewLine>> each : crews.entrySet()) {
                drawing.draw(each.getKey(), each.getValue());
            }
            document.save(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private final class Drawing {

        private final PDDocument document;
        private final Project project;
        private final LocalDate day;
        private final Formats formats;
        private final VisitWords words;
        private final SheetFont regular;
        private final SheetFont bold;

        private Drawing(PDDocument document, Project project, LocalDate day, Formats formats) throws IOException {
            this.document = document;
            this.project = project;
            this.day = day;
            this.formats = formats;
            this.words = new VisitWords(formats, zone);
            this.regular = new SheetFont(document, SheetFont.REGULAR);
            this.bold = new SheetFont(document, SheetFont.BOLD);
        }

        private void draw(String crew, List<CrewLine> lines) throws IOException {
            int next = 0;
            do {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    SheetPen pen = new SheetPen(stream, PDRectangle.A4.getHeight(), regular, bold);
                    float y = head(pen, crew, lines.size());
                    int before = next;
                    while (next < lines.size() && (next == before || y + height(lines.get(next)) <= BOTTOM)) {
                        y = row(pen, lines.get(next), y);
                        next++;
                    }
                    pen.text(text("visit.sheet.private"), MARGIN, PDRectangle.A4.getHeight() - 28, SMALL,
                            SheetPen.SECONDARY, false);
                    pen.textRight(text("print.printed", formats.date(formats.today())), RIGHT,
                            PDRectangle.A4.getHeight() - 28, SMALL, SheetPen.SECONDARY);
                }
            } while (next < lines.size());
        }

        private float head(SheetPen pen, String crew, int homes) throws IOException {
            float y = MARGIN + 10;
            pen.text(project.names().in(formats.locale()), MARGIN, y, TEXT, SheetPen.SECONDARY, false);
            y += 26;
            pen.text(text("visit.sheet.title") + " · " + words.day(day), MARGIN, y, 17, SheetPen.INK, true);
            y += 20;
            pen.text(text("visit.sheet.crew", formats.name(crew), homes), MARGIN, y, TEXT + 1, SheetPen.INK, false);
            y += 22;
            for (int i = 0; i < COLUMNS.length; i++) {
                pen.text(text(HEADS.get(i)), COLUMNS[i], y, SMALL, SheetPen.SECONDARY, false);
            }
            y += 7;
            pen.line(MARGIN, y, RIGHT, y, 1, SheetPen.INK);
            return y;
        }

        private List<String> about(CrewLine line) throws IOException {
            List<String> about = new ArrayList<>(regular.lines(line.visit().titles().in(formats.locale()), TEXT, 150, 2));
            if (line.remark() != null) {
                about.addAll(regular.lines(formats.name(line.remark()), TEXT, 150, MOST_LINES));
            }
            return about;
        }

        private float height(CrewLine line) throws IOException {
            return Math.max(3, about(line).size()) * LINE + 12;
        }

        private float row(SheetPen pen, CrewLine line, float top) throws IOException {
            Visit visit = line.visit();
            float y = top + LINE + 2;
            pen.text(visit.hours(zone), COLUMNS[0], y, TEXT, SheetPen.INK, true);
            pen.text(line.door(), COLUMNS[1], y, TEXT + 1, SheetPen.INK, true);
            pen.text(text("visit.sheet.stairwell", visit.buildings().in(formats.locale()), visit.stairwell()), COLUMNS[1],
                    y + LINE, TEXT, SheetPen.INK, false);
            if (line.owner() != null) {
                pen.text(line.owner(), COLUMNS[1], y + 2 * LINE, TEXT, SheetPen.SECONDARY, false);
            }
            List<String> about = about(line);
            for (int i = 0; i < about.size(); i++) {
                pen.text(about.get(i), COLUMNS[2], y + i * LINE, TEXT, i == 0 ? SheetPen.INK : SheetPen.SECONDARY, false);
            }
            if (line.phone() != null) {
                pen.text(line.phone(), COLUMNS[3], y, TEXT, SheetPen.INK, false);
            }
            if (line.bar() != null) {
                pen.text(text("visit.sheet.barred"), COLUMNS[4], y, TEXT, SheetPen.INK, true);
                List<String> why = regular.lines(formats.name(line.bar().words().in(formats.locale())), TEXT,
                        RIGHT - COLUMNS[4], 2);
                for (int i = 0; i < why.size(); i++) {
                    pen.text(why.get(i), COLUMNS[4], y + (i + 1) * LINE, TEXT, SheetPen.SECONDARY, false);
                }
            } else if (visit.state() == VisitState.BOOKED) {
                box(pen, VisitState.DONE, COLUMNS[4], y);
                box(pen, VisitState.NOT_HOME, COLUMNS[4], y + LINE);
                box(pen, VisitState.DECLINED, COLUMNS[4], y + 2 * LINE);
            } else {
                pen.text(words.state(visit.state()), COLUMNS[4], y, TEXT, SheetPen.INK, false);
            }
            float bottom = top + height(line);
            pen.line(MARGIN, bottom, RIGHT, bottom, 0.5f, SheetPen.LINE);
            return bottom;
        }

        private void box(SheetPen pen, VisitState state, float x, float baseline) throws IOException {
            pen.frame(x, baseline - 8, 9, 9, 0.7f, Color.BLACK);
            pen.text(words.state(state), x + 14, baseline, TEXT, SheetPen.INK, false);
        }

        private String text(String key, Object... parameters) {
            return formats.messages().text(formats.locale(), key, parameters);
        }
    }
}
