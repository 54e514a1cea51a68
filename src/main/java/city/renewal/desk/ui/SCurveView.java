package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.desk.ValueCurve;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ui.chart.ChartFigure;
import city.renewal.plan.ui.chart.ChartTable;
import city.renewal.plan.ui.chart.SCurve;
import city.renewal.project.Projects;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the value of the work grows: promised, planned, done, forecast, with both indices of the schedule. */
@Route(value = "desk/plan/:code/s-curve", layout = DeskLayout.class)
@PermitAll
public final class SCurveView extends PlanPageView {

    private final transient SiteReports reports;

    SCurveView(Projects projects, Plans plans, SiteReports reports, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.reports = reports;
    }

    @Override
    String name() {
        return "s-curve";
    }

    @Override
    String title() {
        return getTranslation("plan.page.s-curve");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        ValueCurve curve = ValueCurve.of(plan, reports.confirmedByDay(project().id()), formats.today());
        SCurve chart = new SCurve(formats, getTranslation("s-curve.title", project().names().in(formats.locale())));
        into.add(facts(plan, curve), new ChartFigure(project().code() + "-s-curve",
                width -> chart.draw(series(curve), curve.statusOn(), width), table(curve)));
    }

    private FactList facts(PlanSnapshot plan, ValueCurve curve) {
        FactList facts = new FactList();
        String yardstick = getTranslation(plan.promise() == null ? "s-curve.planned" : "s-curve.promised");
        facts.add(getTranslation("s-curve.earned"), formats.percent(curve.value().earned()),
                getTranslation("s-curve.earned.note", formats.date(curve.statusOn())));
        facts.add(getTranslation("s-curve.value"), formats.percent(curve.value().planned()), yardstick);
        facts.add(getTranslation("s-curve.spi"), index(curve.value().scheduleIndex()),
                getTranslation("s-curve.spi.note"));
        facts.add(getTranslation("s-curve.spi-t"), index(curve.schedule().index()),
                getTranslation("s-curve.spi-t.note", Math.round(curve.schedule().earned()),
                        Math.round(curve.schedule().actual())));
        return facts;
    }

    private String index(OptionalDouble index) {
        return index.isEmpty()
                ? getTranslation("s-curve.no-index")
                : String.format(Locale.ROOT, "%.2f", index.getAsDouble());
    }

    private static List<SCurve.Series> series(ValueCurve curve) {
        return Stream.of(SCurve.Line.values()).map(line -> new SCurve.Series(line, curve.points().stream()
                .filter(point -> value(line).apply(point) != null)
                .map(point -> new SCurve.Point(point.day(), value(line).apply(point)))
                .toList())).toList();
    }

    private static Function<ValueCurve.Point, @Nullable Double> value(SCurve.Line line) {
        return switch (line) {
            case PROMISED -> ValueCurve.Point::promised;
            case PLANNED -> ValueCurve.Point::planned;
            case ACTUAL -> ValueCurve.Point::actual;
            case FORECAST -> ValueCurve.Point::forecast;
        };
    }

    private ChartTable table(ValueCurve curve) {
        List<String> heads = Stream.concat(Stream.of(getTranslation("chart.day")),
                Stream.of(SCurve.Line.values()).map(line -> getTranslation(line.key()))).toList();
        return new ChartTable(heads, curve.points().stream()
                .map(point -> Stream.concat(Stream.of(point.day().toString()),
                        Stream.of(SCurve.Line.values()).map(line -> share(value(line).apply(point)))).toList())
                .toList());
    }

    private static String share(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
