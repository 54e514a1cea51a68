package city.renewal.plan.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes one drawing. It has neither style sheet nor script, so that it looks the same in a page, in a file and on
 * paper, under any content policy. Every text is escaped. Lengths are in units of the drawing, from its upper left.
 */
final class Svg {

    /** Size of ordinary text. */
    static final int TEXT = 12;
    private static final String FONTS =
            "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif";
    /** Widths by which room for texts is planned: a Chinese character is as wide as high, a Latin letter about half. */
    private static final double NARROW = 0.58;

    /** Where a text lies to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder out = new StringBuilder();

    /**
     * @param title       read out in place of the picture
     * @param description what it shows, in a sentence
     */
    Svg(int width, int height, String title, String description) {
        out.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                aria-label="%s" font-family="%s" font-size="%d"><title>%s</title><desc>%s</desc>""",
                width, height, width, height, escaped(title), FONTS, TEXT, escaped(title), escaped(description)));
        rectangle(0, 0, width, height, Ink.CARD, 1);
    }

    /** @return how wide the text will be, about */
    static double width(String text, int size) {
        return text.codePoints().mapToDouble(point -> point < 0x2e80 ? NARROW : 1).sum() * size;
    }

    Svg line(double x1, double y1, double x2, double y2, Pen pen) {
        return path(List.of(new double[] {x1, y1}, new double[] {x2, y2}), pen, "");
    }

    /** @param title said when the pointer rests on the line, may be empty */
    Svg path(List<double[]> points, Pen pen, String title) {
        String d = points.stream().map(point -> number(point[0]) + " " + number(point[1]))
                .collect(Collectors.joining("L", "M", ""));
        out.append("<path d=\"").append(d).append("\" fill=\"none\" stroke=\"").append(pen.ink().code())
                .append("\" stroke-width=\"").append(number(pen.width())).append('"');
        if (!pen.dash().isEmpty()) {
            out.append(" stroke-dasharray=\"").append(pen.dash()).append('"');
        }
        return close("path", title);
    }

    Svg rectangle(double x, double y, double width, double height, Ink fill, double opacity) {
        out.append(String.format(Locale.ROOT,
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>",
                number(x), number(y), number(Math.max(0, width)), number(Math.max(0, height)), fill.code(),
                number(opacity)));
        return this;
    }

    /** @param fill the colour inside; the rim is the pen's */
    Svg circle(double x, double y, double radius, Ink fill, Pen rim, String title) {
        out.append(String.format(Locale.ROOT,
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"",
                number(x), number(y), number(radius), fill.code(), rim.ink().code(), number(rim.width())));
        return close("circle", title);
    }

    Svg text(double x, double y, Anchor anchor, Ink ink, String text) {
        return text(x, y, anchor, ink, TEXT, text);
    }

    Svg text(double x, double y, Anchor anchor, Ink ink, int size, String text) {
        out.append(String.format(Locale.ROOT,
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>",
                number(x), number(y), anchor.name().toLowerCase(Locale.ROOT), ink.code(), size, escaped(text)));
        return this;
    }

    /** A text that stays readable on lines, for it has a rim in the colour of the paper. */
    Svg label(double x, double y, Ink ink, String text) {
        out.append(String.format(Locale.ROOT, "<text x=\"%s\" y=\"%s\" fill=\"%s\" font-size=\"%d\" stroke=\"%s\""
                        + " stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">%s</text>",
                number(x), number(y), ink.code(), TEXT, Ink.CARD.code(), escaped(text)));
        return this;
    }

    /** @return the whole drawing */
    String end() {
        return out + "</svg>";
    }

    private Svg close(String element, String title) {
        if (title.isEmpty()) {
            out.append("/>");
        } else {
            out.append("><title>").append(escaped(title)).append("</title></").append(element).append('>');
        }
        return this;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().filter(Svg::allowed).forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** XML has no way to write other control characters. */
    private static boolean allowed(int point) {
        return point == '\t' || point == '\n' || point >= 0x20 && point != 0xfffe && point != 0xffff
                && !(point >= 0xd800 && point <= 0xdfff);
    }
}
