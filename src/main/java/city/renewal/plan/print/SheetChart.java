package city.renewal.plan.print;

import static city.renewal.plan.print.SheetMeasures.AXIS_TOP;
import static city.renewal.plan.print.SheetMeasures.ROW;
import static city.renewal.plan.print.SheetMeasures.ROWS_TOP;
import static city.renewal.plan.print.SheetMeasures.SMALL;
import static city.renewal.plan.print.SheetMeasures.TEXT;

import city.renewal.base.Formats;
import city.renewal.base.print.SheetPen;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.TaskDates;
import city.renewal.plan.TaskLink;
import city.renewal.schedule.FrontLine;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bars of one page over the days. */
final class SheetChart {

    /** Of the promise (top, height) and of the bar in a row. */
    private static final float BAR_TOP = 3;
    private static final float BAR = 6.5f;
    private static final float PROMISE_TOP = 11;
    private static final float PROMISE = 2;
    private static final float DIAMOND = 4;
    /** Days off are shaded where a day is at least this wide. */
    private static final float SHADED_FROM = 1.6f;
    /** A month shows its thirds (旬) where it is at least this wide. */
    private static final float THIRDS_FROM = 46;
    private static final int[] THIRDS = {1, 11, 21};
    private static final float[] DASH_DOT = {5, 2, 1, 2};

    private final PlanSnapshot plan;
    private final SheetAxis axis;
    private final Formats formats;

    SheetChart(PlanSnapshot plan, SheetAxis axis, Formats formats) {
        this.plan = plan;
        this.axis = axis;
        this.formats = formats;
    }

    void draw(SheetPen pen, List<SheetRow> rows, float bottom) throws IOException {
        daysOff(pen, bottom);
        months(pen, bottom);
        links(pen, rows);
        for (int i = 0; i < rows.size(); i++) {
            bar(pen, rows.get(i), ROWS_TOP + i * ROW);
        }
        frontLine(pen, rows, bottom);
    }

    private void daysOff(SheetPen pen, float bottom) throws IOException {
        WorkCalendar calendar = plan.calendar().calendar();
        if (axis.day() < SHADED_FROM) {
            return;
        }
        for (LocalDate day = axis.first(); !day.isAfter(axis.last()); day = day.plusDays(1)) {
            if (!calendar.isWorking(day)) {
                pen.fill(axis.x(day), ROWS_TOP, axis.day(), bottom - ROWS_TOP, SheetPen.OFF);
            }
        }
    }

    private void months(SheetPen pen, float bottom) throws IOException {
        float middle = (AXIS_TOP + ROWS_TOP) / 2;
        for (LocalDate month = axis.first().withDayOfMonth(1); !month.isAfter(axis.last());
                month = month.plusMonths(1)) {
            float left = Math.max(axis.left(), axis.x(month));
            float right = Math.min(axis.right(), axis.x(month.plusMonths(1)));
            pen.line(left, AXIS_TOP, left, bottom, 0.4f, SheetPen.LINE);
            String name = formats.messages().text(formats.locale(), "print.month",
                    String.valueOf(month.getYear()), month.getMonthValue());
            String narrow = String.valueOf(month.getMonthValue());
            boolean fits = pen.font(false).width(name, TEXT) < right - left - 2;
            if (fits || pen.font(false).width(narrow, TEXT) < right - left) {
                pen.textCentred(fits ? name : narrow, (left + right) / 2, middle - 4, TEXT, SheetPen.INK);
            }
            if (axis.x(month.plusMonths(1)) - axis.x(month) >= THIRDS_FROM) {
                thirds(pen, month, middle, bottom);
            }
        }
        pen.line(axis.left(), middle, axis.right(), middle, 0.4f, SheetPen.LINE);
    }

    private void thirds(SheetPen pen, LocalDate month, float middle, float bottom) throws IOException {
        for (int day : THIRDS) {
            LocalDate at = month.withDayOfMonth(day);
            if (at.isBefore(axis.first()) || at.isAfter(axis.last())) {
                continue;
            }
            pen.line(axis.x(at), middle, axis.x(at), bottom, 0.2f, SheetPen.LINE);
            pen.text(String.valueOf(day), axis.x(at) + 1.5f, ROWS_TOP - 4, SMALL, SheetPen.SECONDARY, false);
        }
    }

    private void bar(SheetPen pen, SheetRow row, float top) throws IOException {
        TaskDates dates = row.task().dates();
        if (row.task().input().milestone()) {
            if (dates.promisedFinishOn() != null) {
                diamond(pen, axis.end(dates.promisedFinishOn()), top, true);
            }
            diamond(pen, axis.end(dates.finishOn()), top, false);
            return;
        }
        if (dates.promisedStartOn() != null && dates.promisedFinishOn() != null) {
            float left = axis.x(dates.promisedStartOn());
            pen.fill(left, top + PROMISE_TOP, axis.end(dates.promisedFinishOn()) - left, PROMISE, SheetPen.PROMISED);
        }
        float left = axis.x(dates.startOn());
        float width = axis.end(dates.finishOn()) - left;
        if (row.summary()) {
            pen.fill(left, top + BAR_TOP, width, BAR / 2, SheetPen.SECONDARY);
            return;
        }
        pen.fill(left, top + BAR_TOP, width, BAR, SheetPen.PLANNED);
        pen.fill(left, top + BAR_TOP, width * (float) Math.min(1, row.share()), BAR, SheetPen.DONE);
        if (dates.critical()) {
            pen.frame(left, top + BAR_TOP, width, BAR, 0.9f, SheetPen.INK);
        }
    }

    private static void diamond(SheetPen pen, float x, float top, boolean promised) throws IOException {
        float y = top + ROW / 2;
        if (promised) {
            pen.polyline(0.7f, SheetPen.PROMISED, new float[0], x - DIAMOND, y, x, y - DIAMOND, x + DIAMOND, y, x,
                    y + DIAMOND, x - DIAMOND, y);
        } else {
            pen.polygon(SheetPen.JADE, x - DIAMOND, y, x, y - DIAMOND, x + DIAMOND, y, x, y + DIAMOND);
        }
    }

    /** Links whose both ends are on this page; the others are in the column of predecessors of the spreadsheet. */
    private void links(SheetPen pen, List<SheetRow> rows) throws IOException {
        Map<Long, Integer> lines = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.put(rows.get(i).task().id(), i);
        }
        for (TaskLink link : plan.links()) {
            Integer from = lines.get(link.predecessorId());
            Integer to = lines.get(link.successorId());
            if (from != null && to != null) {
                link(pen, link.linkType(), rows.get(from), from, rows.get(to), to);
            }
        }
    }

    private void link(SheetPen pen, LinkType type, SheetRow before, int from, SheetRow after, int to)
            throws IOException {
        boolean leavesStart = type == LinkType.START_TO_START || type == LinkType.START_TO_FINISH;
        boolean reachesFinish = type == LinkType.FINISH_TO_FINISH || type == LinkType.START_TO_FINISH;
        float x1 = leavesStart ? axis.x(before.task().dates().startOn()) : axis.end(before.task().dates().finishOn());
        float x2 = reachesFinish ? axis.end(after.task().dates().finishOn()) : axis.x(after.task().dates().startOn());
        float y1 = ROWS_TOP + from * ROW + BAR_TOP + BAR / 2;
        float y2 = ROWS_TOP + to * ROW + (to > from ? BAR_TOP : BAR_TOP + BAR);
        pen.polyline(0.35f, SheetPen.SECONDARY, new float[0], x1, y1, x2, y1, x2, y2);
        float tip = to > from ? -2.4f : 2.4f;
        pen.polygon(SheetPen.SECONDARY, x2, y2, x2 - 1.4f, y2 + tip, x2 + 1.4f, y2 + tip);
    }

    private void frontLine(SheetPen pen, List<SheetRow> rows, float bottom) throws IOException {
        LocalDate status = plan.head().statusOn();
        if (status == null || status.isBefore(axis.first()) || status.isAfter(axis.last())) {
            return;
        }
        float home = axis.end(status);
        pen.line(home, AXIS_TOP, home, bottom, 0.5f, SheetPen.LATE);
        List<SheetRow> crossed = rows.stream().filter(row -> row.front() != null).toList();
        float[] corners = new float[4 + 2 * crossed.size()];
        int next = 0;
        corners[next++] = home;
        corners[next++] = ROWS_TOP;
        for (SheetRow row : crossed) {
            FrontLine.Point point = row.front();
            corners[next++] = axis.x(point.day()) + axis.day() * (float) point.fraction();
            corners[next++] = ROWS_TOP + rows.indexOf(row) * ROW + BAR_TOP + BAR / 2;
        }
        corners[next++] = home;
        corners[next] = bottom;
        pen.polyline(1, SheetPen.LATE, DASH_DOT, corners);
    }
}
