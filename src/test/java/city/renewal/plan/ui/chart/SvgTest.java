package city.renewal.plan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.ui.chart.DateTicks.Tick;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Formats FORMATS = new Formats(new Messages(), Locale.ENGLISH, DAY);

    private static Element parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return document.getDocumentElement();
    }

    @Test
    void what_people_wrote_stays_text() throws Exception {
        String nasty = "<script>alert(\"1\")</script> & ]]> \u0000\u0007";
        Element svg = parsed(new Svg(100, 50, nasty, nasty)
                .text(1, 1, Svg.Anchor.START, Ink.INK, nasty)
                .circle(1, 1, 2, Ink.CARD, Pen.AXIS, nasty)
                .end());

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<script>alert(\"1\")</script> & ]]> ");
    }

    @Test
    void the_colours_are_those_of_the_style_sheet() throws IOException {
        String tokens = Files.readString(Path.of("frontend/styles/tokens.css"));

        for (Ink ink : Ink.values()) {
            String token = ink == Ink.SECONDARY ? "ink-secondary" : ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(tokens).contains("--" + token + ": " + ink.code() + ";");
        }
    }

    @Test
    void lines_of_one_chart_differ_without_colour_or_by_colour() {
        List<Pen> pens = IntStream.range(0, 6).mapToObj(number -> Pen.dashed(number, 2)).toList();

        assertThat(pens).doesNotHaveDuplicates();
    }

    @Test
    void short_axes_mark_mondays_and_long_ones_months() {
        assertThat(DateTicks.of(DAY, DAY.plusDays(20), 6, FORMATS)).extracting(Tick::label)
                .containsExactly("30 Nov", "7 Dec", "14 Dec");
        assertThat(DateTicks.of(DAY, DAY.plusDays(150), 6, FORMATS)).extracting(Tick::label)
                .containsExactly("Dec 2026", "Jan 2027", "Feb", "Mar", "Apr");
        assertThat(DateTicks.of(DAY, DAY.plusYears(3), 6, FORMATS)).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void charts_are_well_formed_at_every_width() throws Exception {
        for (int width : new int[] {320, 344, 1080}) {
            SCurve.Series series = new SCurve.Series(SCurve.Line.ACTUAL,
                    List.of(new SCurve.Point(DAY.minusDays(9), 0), new SCurve.Point(DAY, 0.4)));
            parsed(new SCurve(FORMATS, "A & B").draw(List.of(series), DAY, width));
            parsed(new MilestoneTrendChart(FORMATS, "A & B").draw(List.of(new MilestoneTrendChart.Line("<M>",
                    List.of(new MilestoneTrendChart.Point(DAY, DAY.plusDays(30))), false)), width));
            TimeLocationChart.At at = new TimeLocationChart.At(DAY, 0);
            parsed(new TimeLocationChart(FORMATS, "A & B").draw(List.of(new TimeLocationChart.Crew("\"Crew\"",
                    List.of(List.of(at, new TimeLocationChart.At(DAY.plusDays(5), 600))), List.of())),
                    List.of(new TimeLocationChart.Mark(0, 600, DAY, DAY, "<clash>")), DAY, width));
        }
    }

    @Test
    void chainage_is_written_as_engineers_do() {
        assertThat(TimeLocationChart.chainage(0)).isEqualTo("K0+000");
        assertThat(TimeLocationChart.chainage(2400)).isEqualTo("K2+400");
        assertThat(TimeLocationChart.chainage(6599.6)).isEqualTo("K6+600");
    }
}
