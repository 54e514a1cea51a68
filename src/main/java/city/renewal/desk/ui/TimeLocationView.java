package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.desk.LineWork;
import city.renewal.desk.LineWork.Stretch;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskDates;
import city.renewal.plan.ui.chart.ChartFigure;
import city.renewal.plan.ui.chart.ChartTable;
import city.renewal.plan.ui.chart.TimeLocationChart;
import city.renewal.plan.ui.chart.TimeLocationChart.At;
import city.renewal.plan.ui.chart.TimeLocationChart.Mark;
import city.renewal.project.Projects;
import city.renewal.schedule.CrewClashes.Clash;
import city.renewal.schedule.CrewClashes.Kind;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Roads, greenways and pipes: where each crew is along the line and when, and where crews get in each other's way. */
@Route(value = "desk/plan/:code/time-location", layout = DeskLayout.class)
@PermitAll
public final class TimeLocationView extends PlanPageView {

    private final transient Projects projects;
    private final transient SiteReports reports;

    TimeLocationView(Projects projects, Plans plans, SiteReports reports, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.projects = projects;
        this.reports = reports;
    }

    @Override
    String name() {
        return "time-location";
    }

    @Override
    String title() {
        return getTranslation("plan.page.time-location");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        LineWork work = LineWork.of(plan, projects.places(project().id()),
                reports.confirmedByDay(project().id()));
        if (work.crews().isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("time-location.empty"));
            empty.addClassName("plan-empty");
            into.add(empty);
            return;
        }
        TimeLocationChart chart = new TimeLocationChart(formats,
                getTranslation("time-location.title", project().names().in(formats.locale())));
        List<TimeLocationChart.Crew> crews = work.crews().stream().map(this::drawn).toList();
        List<Mark> marks = work.clashes().stream().map(this::mark).toList();
        into.add(new ChartFigure(project().code() + "-time-location",
                width -> chart.draw(crews, marks, formats.today(), width), table(work)), clashes(work.clashes()));
    }

    private TimeLocationChart.Crew drawn(LineWork.Crew crew) {
        List<List<At>> planned = new ArrayList<>();
        List<List<At>> actual = new ArrayList<>();
        for (Stretch stretch : crew.stretches()) {
            TaskDates dates = stretch.task().dates();
            LocalDate start = dates.promisedStartOn();
            LocalDate finish = dates.promisedFinishOn();
            planned.add(start == null || finish == null
                    ? way(stretch, dates.startOn(), dates.finishOn())
                    : way(stretch, start, finish));
            actual.add(stretch.actual().stream().map(at -> new At(at.day(), at.metre())).toList());
        }
        return new TimeLocationChart.Crew(formats.name(crew.name()), planned, actual);
    }

    private static List<At> way(Stretch stretch, LocalDate start, LocalDate finish) {
        return List.of(new At(start.minusDays(1), stretch.enters()), new At(finish, stretch.leaves()));
    }

    private Mark mark(Clash clash) {
        LocalDate end = clash.first().finish().isBefore(clash.other().finish())
                ? clash.first().finish()
                : clash.other().finish();
        return new Mark(clash.from(), clash.to(), clash.on(), end.isBefore(clash.on()) ? clash.on() : end, words(clash));
    }

    private String words(Clash clash) {
        String key = clash.kind() == Kind.SAME_TIME ? "time-location.same-time" : "time-location.reversed";
        return getTranslation(key, formats.name(clash.first().crew()), formats.name(clash.other().crew()),
                TimeLocationChart.chainage(clash.from()), TimeLocationChart.chainage(clash.to()),
                formats.date(clash.on()));
    }

    private Component clashes(List<Clash> clashes) {
        Section section = new Section(new H2(getTranslation("time-location.clashes")));
        section.addClassName("card");
        if (clashes.isEmpty()) {
            section.add(new Paragraph(getTranslation("time-location.no-clash")));
            return section;
        }
        OrderedList list = new OrderedList();
        clashes.forEach(clash -> list.add(new ListItem(
                WhyThisDay.link(project().code(), clash.other().id(), words(clash)))));
        section.add(list);
        return section;
    }

    private ChartTable table(LineWork work) {
        List<String> heads = Stream.of("list.crew", "column.task", "look-ahead.place", "time-location.promised-start",
                "task.promised", "column.start", "column.finish", "import.percent")
                .map(this::getTranslation).toList();
        return new ChartTable(heads, work.crews().stream()
                .flatMap(crew -> crew.stretches().stream().map(stretch -> row(formats.name(crew.name()), stretch)))
                .toList());
    }

    private List<String> row(String crew, Stretch stretch) {
        TaskDates dates = stretch.task().dates();
        return List.of(formats.name(crew), stretch.task().names().in(formats.locale()),
                TimeLocationChart.chainage(Math.min(stretch.enters(), stretch.leaves())) + " – "
                        + TimeLocationChart.chainage(Math.max(stretch.enters(), stretch.leaves())),
                dates.promisedStartOn() == null ? "" : dates.promisedStartOn().toString(),
                dates.promisedFinishOn() == null ? "" : dates.promisedFinishOn().toString(),
                dates.startOn().toString(), dates.finishOn().toString(),
                formats.percent(stretch.task().doneShare()));
    }
}
