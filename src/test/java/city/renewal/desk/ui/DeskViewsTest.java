package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.Plans;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.ui.ReportForm;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskViewsTest extends ViewTest {

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
    }

    private SiteReport report(String quantity) {
        return service(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(), TODAY,
                new BigDecimal(quantity), 4, "sunny", "north wall", null, null));
    }

    private Plans plans() {
        return service(Plans.class);
    }

    private BigDecimal confirmed() {
        return plans().task(plan.pipes()).task().progress().confirmedQuantity();
    }

    @Test
    void nobody_enters_the_desk_without_signing_in() {
        open("desk/plan/SMALL");

        _assertNone(GanttChart.class);
        _assertOne(LoginForm.class);
    }

    @Test
    void the_queue_is_the_supervisors_and_the_import_the_planners() {
        signIn(people.engineer());

        open("desk/confirm");
        _assertNone(Grid.class);
        open("desk/import");
        _assertNone(Upload.class);

        signIn(people.planner());
        open("desk/import");
        _assertOne(Upload.class);
    }

    @Test
    void an_engineer_reports_from_the_tasks_page() {
        signIn(people.engineer());
        open("desk/task/" + plan.pipes());

        _get(BigDecimalField.class).setValue(new BigDecimal("12.5"));
        _click(_get(Button.class, spec -> spec.withText(translated("report.submit"))));

        assertThat(service(SiteReports.class).ofTask(plan.pipes())).singleElement()
                .satisfies(report -> assertThat(report.quantity()).isEqualByComparingTo("12.5"));
        receivePush();
        assertThat(page()).contains(translated("report.state.submitted"));
        assertThat(_get(BigDecimalField.class).getValue()).isNull();
    }

    @Test
    void more_than_planned_needs_a_reason_before_it_is_sent() {
        signIn(people.engineer());
        open("desk/task/" + plan.pipes());

        _get(BigDecimalField.class).setValue(new BigDecimal("1000000"));
        _click(_get(Button.class, spec -> spec.withText(translated("report.submit"))));

        assertThat(service(SiteReports.class).ofTask(plan.pipes())).isEmpty();
        TextArea reason = _get(TextArea.class, spec -> spec.withLabel(translated("report.over-reason")));
        assertThat(reason.isInvalid()).isTrue();
    }

    @Test
    void a_viewer_reads_a_task_and_cannot_report() {
        report("10");
        signIn(people.viewer());
        open("desk/task/" + plan.pipes());

        _assertNone(ReportForm.class);
        assertThat(page()).contains("north wall");
        assertThat(page()).as("a number stays with its unit").contains("0 /\u00a0100\u00a0米\u00a0· 0%");
    }

    @Test
    void an_unknown_task_is_said_kindly() {
        signIn(people.viewer());
        open("desk/task/987654");

        assertThat(page()).contains(translated("task.unknown", "987654"));
    }

    @Test
    void a_supervisor_confirms_and_the_quantity_counts() {
        report("10");
        signIn(people.supervisor());
        open("desk/confirm");
        Grid<?> grid = _get(Grid.class);
        assertThat(_size(grid)).isEqualTo(1);

        _click(_get(_getCellComponent(grid, 0, ConfirmationView.DECISION), Button.class,
                spec -> spec.withText(translated("confirmation.confirm"))));

        assertThat(confirmed()).isEqualByComparingTo("10");
        assertThat(_size(grid)).isZero();
    }

    @Test
    void returning_a_report_asks_for_the_reason() {
        SiteReport report = report("10");
        signIn(people.supervisor());
        open("desk/confirm");
        Grid<?> grid = _get(Grid.class);
        _click(_get(_getCellComponent(grid, 0, ConfirmationView.DECISION), Button.class,
                spec -> spec.withText(translated("confirmation.return"))));
        Button send = _get(_get(Dialog.class), Button.class,
                spec -> spec.withText(translated("confirmation.return")));

        _click(send);
        _assertOne(Dialog.class);
        _get(TextArea.class).setValue("count again");
        _click(send);

        assertThat(service(SiteReports.class).get(report.id()).decision()).isEqualTo("count again");
        assertThat(confirmed()).isZero();
    }

    @Test
    void what_was_returned_waits_for_its_author() {
        SiteReport report = report("10");
        service(SiteReports.class).giveBack(people.supervisor(), report.id(), "count again");

        signIn(people.engineer());
        open("desk");

        assertThat(page()).contains(translated("my-work.returned", 1)).contains("count again");
    }

    @Test
    void my_work_takes_few_statements() {
        service(SiteReports.class).confirm(people.supervisor(), report("10").id());
        signIn(people.supervisor());
        try (StatementCount count = countStatements()) {
            open("desk");
            plans().due(7, false, 50, 0);
            assertThat(count.statements().size()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void the_plan_takes_few_statements_and_links_from_the_list_of_projects() {
        signIn(people.planner());
        open("desk/projects");
        Grid<?> grid = _get(Grid.class);
        assertThat(_get(_getCellComponent(grid, 0, ProjectsView.NAME), RouterLink.class).getHref())
                .isEqualTo("desk/plan/SMALL");
        try (StatementCount count = countStatements()) {
            open("desk/plan/SMALL");
            assertThat(_get(GanttChart.class).rows()).hasSize(3);
            assertThat(count.statements().size()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void only_planners_may_edit_the_chart() {
        signIn(people.engineer());
        open("desk/plan/SMALL");
        assertThat(_get(GanttChart.class).isEditing()).isFalse();

        signIn(people.planner());
        open("desk");
        open("desk/plan/SMALL");
        assertThat(_get(GanttChart.class).isEditing()).isTrue();
    }

    @Test
    void somebody_elses_confirmation_arrives_without_a_reload() {
        SiteReport report = report("10");
        signIn(people.planner());
        open("desk/plan/SMALL");
        double before = _get(GanttChart.class).row(plan.pipes()).orElseThrow().share();

        service(SiteReports.class).confirm(people.supervisor(), report.id());
        receivePush();

        assertThat(_get(GanttChart.class).row(plan.pipes()).orElseThrow().share()).isGreaterThan(before);
    }
}
