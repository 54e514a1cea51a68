package city.renewal.programme.commitment.http;

import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.programme.Indicator;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.FigureValue;
import city.renewal.programme.commitment.IndicatorLine;
import city.renewal.programme.commitment.Indicators;
import city.renewal.project.Kinds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** {@code /indicators}: what was published, told apart from what is measured here. */
public final class IndicatorsServlet extends HttpServlet {

    /** Where it is served. */
    public static final String PATH = "/indicators";

    private final transient Indicators indicators;
    private final transient PublicPages pages;
    private final transient Kinds kinds;
    private final transient PublishedFigures figures;
    private final transient ZoneId zone;

    /** @param zone in which moments are told */
    public IndicatorsServlet(Indicators indicators, PublicPages pages, Kinds kinds, PublishedFigures figures,
                             ZoneId zone) {
        this.indicators = indicators;
        this.pages = pages;
        this.kinds = kinds;
        this.figures = figures;
        this.zone = zone;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        CommitmentWords words = new CommitmentWords(reader.formats(), kinds, figures);
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "commitment/indicators.jte", new IndicatorsPage(
                pages.frame(reader, reader.text("indicator.title"), PATH), reader.text("indicator.about"),
                indicators.all().stream().map(line -> entry(line, words)).toList(),
                figures.city().stream().map(words::words).toList(),
                reader.address(CommitmentsServlet.PATH)));
    }

    private IndicatorsPage.Entry entry(IndicatorLine line, CommitmentWords words) {
        Indicator indicator = line.indicator();
        String unit = indicator.unit();
        List<IndicatorsPage.Earlier> history = new ArrayList<>();
        for (FigureValue value : line.values()) {
            history.add(new IndicatorsPage.Earlier(words.quantity(value.amount(), unit),
                    words.said(words.formats().name(value.source()), value.asOf(), null)));
        }
        history.add(new IndicatorsPage.Earlier(words.quantity(indicator.value(), unit),
                words.said(words.words(indicator.source()), null, indicator.asOf())));
        IndicatorsPage.Earlier newest = history.removeFirst();
        IndicatorLine.Here here = line.measured();
        return new IndicatorsPage.Entry(indicator.id(), words.words(indicator.name()), newest.figure(), newest.source(),
                indicator.note() == null ? "" : words.words(indicator.note()),
                here == null ? "" : words.text("indicator.measured", words.formats().number(here.done()),
                        words.quantity(here.whole(), unit)),
                here == null ? "" : here.confirmedAt() == null
                        ? words.text("indicator.measured.nothing", here.projects())
                        : words.text("indicator.measured.as-of", here.projects(),
                                words.formats().moment(here.confirmedAt(), zone)),
                history);
    }
}
