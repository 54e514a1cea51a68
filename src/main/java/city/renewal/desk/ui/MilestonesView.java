package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.plan.MilestoneForecasts;
import city.renewal.plan.MilestoneTrend;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ui.chart.ChartFigure;
import city.renewal.plan.ui.chart.ChartTable;
import city.renewal.plan.ui.chart.MilestoneTrendChart;
import city.renewal.project.Projects;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** How the expected dates of the milestones moved from report to report. */
@Route(value = "desk/plan/:code/milestones", layout = DeskLayout.class)
@PermitAll
public final class MilestonesView extends PlanPageView {

    private final transient MilestoneForecasts forecasts;
    private final ZoneId zone;

    MilestonesView(Projects projects, Plans plans, MilestoneForecasts forecasts, Messages messages, ChangeFeed feed,
                   Clock clock) {
        super(projects, plans, messages, feed);
        this.forecasts = forecasts;
        zone = clock.getZone();
    }

    @Override
    String name() {
        return "milestones";
    }

    @Override
    String title() {
        return getTranslation("plan.page.milestones");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        List<MilestoneTrend> trends = MilestoneTrend.of(plan, forecasts.of(project().id()), zone);
        if (trends.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("milestones.empty"));
            empty.addClassName("plan-empty");
            into.add(empty);
            return;
        }
        MilestoneTrendChart chart = new MilestoneTrendChart(formats,
                getTranslation("milestones.title", project().names().in(formats.locale())));
        List<MilestoneTrendChart.Line> lines = trends.stream().map(trend -> new MilestoneTrendChart.Line(name(trend),
                trend.points().stream()
                        .map(point -> new MilestoneTrendChart.Point(point.reportOn(), point.forecastOn()))
                        .toList(),
                trend.reached())).toList();
        into.add(new Paragraph(getTranslation("milestones.description")),
                new ChartFigure(project().code() + "-milestones", width -> chart.draw(lines, width), table(trends)));
    }

    private String name(MilestoneTrend trend) {
        return trend.names() == null ? getTranslation("milestones.whole") : trend.names().in(formats.locale());
    }

    private ChartTable table(List<MilestoneTrend> trends) {
        List<String> heads = Stream.of("milestones.name", "milestones.reported", "milestones.forecast",
                "milestones.shift").map(this::getTranslation).toList();
        return new ChartTable(heads, trends.stream()
                .flatMap(trend -> trend.points().stream().map(point -> List.of(name(trend),
                        point.reportOn().toString(), point.forecastOn().toString(),
                        String.valueOf(ChronoUnit.DAYS.between(trend.points().getFirst().forecastOn(),
                                point.forecastOn())))))
                .toList());
    }
}
