package city.renewal.programme.commitment.http;

import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.programme.Indicator;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.DatedAmount;
import city.renewal.programme.commitment.IndicatorLine;
import city.renewal.programme.commitment.Indicators;
import city.renewal.project.Kinds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        List<IndicatorsPage.Said> series = series(line, words);
        IndicatorsPage.Said newest = series.stream().filter(each -> !each.measured()).findFirst().orElseThrow();
        IndicatorLine.Here here = line.measured();
        return new IndicatorsPage.Entry(indicator.id(), words.words(indicator.name()), newest.figure(),
                line.values().isEmpty() ? words.said(words.words(indicator.source()), null, indicator.asOf())
                        : words.said(newest.who(), line.asOf(), null),
                indicator.note() == null ? "" : words.words(indicator.note()),
                here == null ? "" : words.text("indicator.measured", words.formats().number(here.done()),
                        words.quantity(here.whole(), indicator.unit())),
                here == null ? "" : here.confirmedAt() == null
                        ? words.text("indicator.measured.nothing", here.projects())
                        : words.text("indicator.measured.as-of", here.projects(),
                                words.formats().moment(here.confirmedAt(), zone)),
                here == null ? null : chart(line, here, words), series);
    }

    private record Dated(LocalDate day, IndicatorsPage.Said said) {
    }

    private static List<IndicatorsPage.Said> series(IndicatorLine line, CommitmentWords words) {
        Indicator indicator = line.indicator();
        Stream<Dated> published = line.values().stream().map(value -> new Dated(value.asOf(), new IndicatorsPage.Said(
                words.formats().date(value.asOf()), words.quantity(value.amount(), indicator.unit()), false,
                words.formats().name(value.source()), words.remark(value, line.values()))));
        Stream<Dated> measured = line.past().stream().map(value -> new Dated(value.asOf(), new IndicatorsPage.Said(
                words.formats().date(value.asOf()), words.text("indicator.series.out-of",
                words.formats().number(value.amount()), words.quantity(value.whole(), indicator.unit())), true,
                words.text("indicator.series.measured", value.projects()), words.remark(value, line.past()))));
        IndicatorsPage.Said first = new IndicatorsPage.Said(
                indicator.asOf() == null ? words.text("indicator.series.undated") : words.words(indicator.asOf()),
                words.quantity(indicator.value(), indicator.unit()), false, words.words(indicator.source()), "");
        return Stream.concat(Stream.concat(published, measured).sorted(Comparator.comparing(Dated::day).reversed())
                .map(Dated::said), Stream.of(first)).toList();
    }

    /** The newest value of each day, and today's. */
    private static @Nullable SeriesChart chart(IndicatorLine line, IndicatorLine.Here here, CommitmentWords words) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        line.past().forEach(value -> days.putIfAbsent(value.asOf(), value.amount()));
        days.put(words.formats().today(), here.done());
        List<DatedAmount> amounts = days.entrySet().stream()
                .map(each -> new DatedAmount(each.getKey(), each.getValue())).toList();
        return SeriesChart.of(amounts, here.whole(), words.course(amounts, here.whole(), line.indicator().unit()));
    }
}
