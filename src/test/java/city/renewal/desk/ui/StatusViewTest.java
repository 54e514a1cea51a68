package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.Plans;
import city.renewal.plan.RateBasis;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.forecast.TaskForecast;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quarter of the pipes in half of their days. */
class StatusViewTest extends ViewTest {

    private static final LocalDate START = SmallPlan.START;

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void workSlowly() {
        people = People.join(services());
        clock.moveTo(START);
        plan = SmallPlan.add(services(), people.planner(), "SLOW");
        service(Plans.class).takeBaseline(people.planner(), plan.project().id(), "First", null);
        SiteReports reports = service(SiteReports.class);
        long id = reports.submit(people.engineer(),
                new NewReport(plan.pipes(), START, new BigDecimal("25"), null, null, null, null, null)).id();
        reports.confirm(people.supervisor(), id);
        clock.moveTo(START.plusDays(5));
        service(Plans.class).bringUpToDate();
    }

    @Test
    void tells_the_finish_and_what_is_left_by_both_rates() {
        signIn(people.viewer());
        try (StatementCount count = countStatements()) {
            open("desk/plan/SLOW/status");
            assertThat(count.statements().size()).isLessThanOrEqualTo(6);
        }

        assertThat(page()).contains("3月19日", "3月26日", translated("forecast.late", 3));
        ForecastTable table = _get(ForecastTable.class);
        assertThat(table.getListDataView().getItems().map(each -> each.task().name())).containsExactly("Pipes", "Paving");
        _assertNone(RadioButtonGroup.class);
        assertThat(byId("delay-need")).isEmpty();
    }

    @Test
    void lets_a_planner_choose_the_rate_and_answer_for_the_delay() {
        signIn(people.planner());
        open("desk/plan/SLOW/status");
        chooseObserved();

        assertThat(service(Plans.class).read(plan.project().id()).head().finishOn()).isEqualTo(START.plusDays(24));
        open("desk");
        assertThat(page()).contains(translated("my-work.to-explain", 1), translated("delay.need.unexplained", 10));
        open("desk/plan/SLOW/status");
        assertThat(byId("delay-need")).isPresent();
        _click(_get(Button.class, spec -> spec.withText(translated("delay.explain.needed"))));
        _get(TextArea.class, spec -> spec.withLabel(translated("delay.words"))).setValue("Pipes came late");
        _get(TextArea.class, spec -> spec.withLabel(translated("delay.catch-up"))).setValue("A second crew");
        _click(_get(Button.class, spec -> spec.withText(translated("action.save"))));
        TextField catchUpOwner = _get(TextField.class, spec -> spec.withLabel(translated("delay.catch-up.owner")));
        assertThat(catchUpOwner.getErrorMessage()).isEqualTo(translated("delay.catch-up.whole"));
        catchUpOwner.setValue("Liu");
        _get(DatePicker.class, spec -> spec.withLabel(translated("delay.catch-up.on"))).setValue(START.plusDays(30));
        _click(_get(Button.class, spec -> spec.withText(translated("action.save"))));

        assertThat(byId("delay-need")).isEmpty();
        open("desk");
        assertThat(byId("to-explain")).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void says_which_work_went_on_out_of_sequence() {
        SiteReports reports = service(SiteReports.class);
        long id = reports.submit(people.engineer(), new NewReport(plan.paving(), START.plusDays(1), BigDecimal.ONE, null,
                null, null, null, null)).id();
        reports.confirm(people.supervisor(), id);
        signIn(people.engineer());
        open("desk/plan/SLOW/status");

        assertThat(page()).contains(translated("forecast.passed.count", 1));
        TaskForecast paving = service(Forecasts.class).of(service(Plans.class).read(plan.project().id())).unfinished()
                .stream().filter(each -> each.task().id() == plan.paving()).findFirst().orElseThrow();
        assertThat(paving.passed()).hasSize(1);
        open("desk/plan/SLOW");
        assertThat(page()).contains(translated("forecast.passed.count", 1));
        String how = translated("forecast.passed.fs", "Pipes", "3月3日", "3月15日", 12);
        GanttChart chart = _get(GanttChart.class);
        assertThat(chart.row(plan.paving()).orElseThrow().outOfSequence()).isEqualTo(how);
        assertThat(chart.row(plan.pipes()).orElseThrow().outOfSequence()).isEmpty();

        open("desk/plan/SLOW/list?state=out-of-sequence");
        Grid<PlanLine> list = _get(Grid.class);
        assertThat(_size(list)).isEqualTo(1);
        Component name = _getCellComponent(list, 0, PlanColumn.NAME.name());
        assertThat(_get(name, Span.class).getText()).isEqualTo(translated("gantt.legend.sequence"));
        assertThat(_get(name, Span.class).getTitle()).contains(how);
        assertThat(_get(name, Span.class).getElement().getAttribute("aria-label")).contains(how);
        Anchor csv = _get(Anchor.class, spec -> spec.withText(translated("chart.csv")));
        assertThat(new String(DownloadKt._download(csv), StandardCharsets.UTF_8)).contains(how);
    }

    @Test
    void marks_work_out_of_sequence_in_a_sandbox_and_on_the_printed_sheet_too() throws IOException {
        SiteReports reports = service(SiteReports.class);
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(plan.paving(),
                START.plusDays(1), BigDecimal.ONE, null, null, null, null, null)).id());
        long sandbox = service(Sandboxes.class).make(people.planner(), plan.project().id(), "two shifts");
        signIn(people.planner());
        open("desk/plan/SLOW/what-if/" + sandbox);

        assertThat(_get(GanttChart.class).row(plan.paving()).orElseThrow().outOfSequence())
                .isEqualTo(translated("forecast.passed.fs", "Pipes", "3月3日", "3月15日", 12));
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        service(PlanExports.class).write(plan.project(), ExportFormat.PDF, Locale.SIMPLIFIED_CHINESE, sheet);
        try (PDDocument sheets = Loader.loadPDF(sheet.toByteArray())) {
            assertThat(new PDFTextStripper().getText(sheets)).contains("⇄ Paving", translated("gantt.legend.sequence"))
                    .doesNotContain("⇄ Pipes");
        }
    }

    @SuppressWarnings("unchecked")
    private static void chooseObserved() {
        _get(RadioButtonGroup.class).setValue(RateBasis.OBSERVED);
    }
}
