package city.renewal.plan.print;

import static city.renewal.plan.print.SheetMeasures.FOOT_TOP;
import static city.renewal.plan.print.SheetMeasures.HEIGHT;
import static city.renewal.plan.print.SheetMeasures.MARGIN;
import static city.renewal.plan.print.SheetMeasures.RIGHT;
import static city.renewal.plan.print.SheetMeasures.SMALL;
import static city.renewal.plan.print.SheetMeasures.TEXT;

import city.renewal.base.Formats;
import city.renewal.base.print.SheetPen;
import city.renewal.plan.PlanSnapshot;
import city.renewal.project.Project;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What stands around the chart on every page: whose plan it is, how to read it, who signs it. */
final class SheetFrame {

    private static final float TITLE = 16;
    private static final float BOX = 150;
    private static final float BOX_TALL = 54;
    private static final float SAMPLE = 22;
    private static final float ENTRY = 104;
    private static final List<String> SIGNED_BY = List.of("print.prepared", "print.checked", "print.approved");

    /** What stands before the name of work whose progress passed over a link, as in the chart on the screen. */
    static final String SEQUENCE_MARK = "gantt.sequence.mark";

    private final Project project;
    private final PlanSnapshot plan;
    private final boolean outOfSequence;
    private final Formats formats;

    /** @param outOfSequence whether a row is marked so, which is explained only then */
    SheetFrame(Project project, PlanSnapshot plan, boolean outOfSequence, Formats formats) {
        this.project = project;
        this.plan = plan;
        this.outOfSequence = outOfSequence;
        this.formats = formats;
    }

    void draw(SheetPen pen, int page, int pages) throws IOException {
        pen.text(words("print.title", project.names().in(formats.locale())), MARGIN, MARGIN + TITLE, TITLE, SheetPen.INK, true);
        pen.text(facts(), MARGIN, MARGIN + TITLE + 14, TEXT, SheetPen.SECONDARY, false);
        pen.textRight(words("print.page", page, pages), RIGHT, MARGIN + TITLE, TEXT, SheetPen.SECONDARY);
        pen.textRight(words("print.printed", day(formats.today())), RIGHT, MARGIN + TITLE + 14, TEXT,
                SheetPen.SECONDARY);
        legend(pen);
        signatures(pen);
    }

    private String facts() {
        StringBuilder facts = new StringBuilder(words("print.code", project.code()));
        LocalDate finish = plan.head().finishOn();
        if (finish != null) {
            facts.append("    ").append(words("plan.finish", day(finish)));
        }
        if (plan.promise() != null && plan.promise().finishOn() != null) {
            facts.append("    ").append(words("plan.promised", day(plan.promise().finishOn())));
        }
        if (plan.head().statusOn() != null) {
            facts.append("    ").append(words("plan.status-date", day(plan.head().statusOn())));
        }
        facts.append("    ").append(words("plan.done", formats.percent(plan.doneShare())));
        if (project.demonstration()) {
            facts.append("    ").append(words("demonstration.note"));
        }
        return facts.toString();
    }

    private void legend(SheetPen pen) throws IOException {
        float top = FOOT_TOP + 12;
        sample(pen, 0, 0, "gantt.legend.done");
        pen.fill(x(0), top - 5, SAMPLE, 6, SheetPen.DONE);
        sample(pen, 1, 0, "gantt.legend.planned");
        pen.fill(x(1), top - 5, SAMPLE, 6, SheetPen.PLANNED);
        sample(pen, 2, 0, "gantt.legend.promised");
        pen.fill(x(2), top - 3, SAMPLE, 2, SheetPen.PROMISED);
        sample(pen, 3, 0, "gantt.legend.critical");
        pen.frame(x(3), top - 5, SAMPLE, 6, 0.9f, SheetPen.INK);
        float second = top + 18;
        sample(pen, 0, 1, "gantt.legend.summary");
        pen.fill(x(0), second - 4, SAMPLE, 3, SheetPen.SECONDARY);
        sample(pen, 1, 1, "gantt.legend.milestone");
        pen.polygon(SheetPen.JADE, x(1) + 7, second - 2, x(1) + 11, second - 6, x(1) + 15, second - 2, x(1) + 11,
                second + 2);
        sample(pen, 2, 1, "gantt.legend.front");
        pen.polyline(1, SheetPen.LATE, new float[] {5, 2, 1, 2}, x(2), second - 2, x(2) + SAMPLE, second - 2);
        sample(pen, 3, 1, "gantt.legend.off");
        pen.fill(x(3), second - 5, SAMPLE, 6, SheetPen.OFF);
        if (outOfSequence) {
            sample(pen, 4, 0, "gantt.legend.sequence");
            pen.text(words(SEQUENCE_MARK), x(4) + SAMPLE / 2, top + 1, TEXT, SheetPen.INK, true);
        }
    }

    private static float x(int entry) {
        return MARGIN + entry * ENTRY;
    }

    private void sample(SheetPen pen, int column, int line, String key) throws IOException {
        pen.text(words(key), x(column) + SAMPLE + 5, FOOT_TOP + 13 + line * 18, TEXT - 1, SheetPen.SECONDARY, false);
    }

    private void signatures(SheetPen pen) throws IOException {
        float left = RIGHT - SIGNED_BY.size() * BOX;
        float top = HEIGHT - MARGIN - BOX_TALL;
        for (String key : SIGNED_BY) {
            pen.frame(left, top, BOX, BOX_TALL, 0.6f, SheetPen.SECONDARY);
            pen.text(words(key), left + 6, top + 13, TEXT, SheetPen.INK, false);
            pen.text(words("print.date"), left + 6, top + BOX_TALL - 7, SMALL + 1, SheetPen.SECONDARY, false);
            left += BOX;
        }
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private String words(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
