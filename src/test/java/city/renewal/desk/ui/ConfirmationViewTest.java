package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Database;
import city.renewal.plan.Plans;
import city.renewal.plan.ProgressRecorder;
import city.renewal.site.NewReport;
import city.renewal.site.OpenReport;
import city.renewal.site.PastReport;
import city.renewal.site.PastReports;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmationViewTest extends ViewTest {

    private static final int OPEN_REPORTS = 10_000;

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
    }

    private SiteReport submit(LocalDate day, String quantity) {
        return service(SiteReports.class).submit(people.engineer(), new NewReport(plan.pipes(), day,
                new BigDecimal(quantity), 4, "sunny", null, null, null));
    }

    private BigDecimal confirmed() {
        return service(Plans.class).task(plan.pipes()).task().progress().confirmedQuantity();
    }

    @SuppressWarnings("unchecked")
    private Grid<OpenReport> queue(String query) {
        signIn(people.supervisor());
        open("desk/confirm" + query);
        return _get(Grid.class);
    }

    private Button button(Component within, String key) {
        return _get(within, Button.class, spec -> spec.withText(translated(key)));
    }

    @Test
    void shows_ten_thousand_open_reports_a_page_at_a_time_in_few_statements() {
        new PastReports(service(Database.class).jdbi(), new ProgressRecorder(service(Plans.class)))
                .add(Actor.commandLine(), IntStream.range(0, OPEN_REPORTS).mapToObj(this::open).toList());
        signIn(people.supervisor());
        receivePush();
        try (StatementCount count = countStatements()) {
            Grid<OpenReport> grid = queue("");
            Query<OpenReport, Void> firstPage = new Query<>(0, grid.getPageSize(), List.of(), null, null);
            assertThat(provider(grid).size(new Query<>())).isEqualTo(OPEN_REPORTS);
            assertThat(provider(grid).fetch(firstPage)).hasSize(grid.getPageSize());
            assertThat(count.statements()).as(String.join("\n", count.statements())).hasSizeLessThanOrEqualTo(6);
        }
    }

    @SuppressWarnings("unchecked")
    private static DataProvider<OpenReport, Void> provider(Grid<OpenReport> grid) {
        return (DataProvider<OpenReport, Void>) grid.getDataProvider();
    }

    private PastReport open(int number) {
        LocalDate day = TODAY.minusDays(number % 20);
        return new PastReport(plan.project().id(), plan.pipes(), day, new BigDecimal("0.01"), 3, "sunny", null,
                ReportState.SUBMITTED, people.engineer().accountId(), OffsetDateTime.now(clock), null, null, null);
    }

    @Test
    void says_what_the_task_comes_to_and_what_to_look_at() {
        service(SiteReports.class).confirm(people.supervisor(), submit(TODAY, "40").id());
        submit(TODAY, "20");

        String card = textOf(_getCellComponent(queue(""), 0, ConfirmationView.REPORT));

        assertThat(card).contains(translated("confirmation.so-far", "40", "60", "100 米", "60%"))
                .contains(translated("confirmation.warning.same-day"))
                .contains(translated("confirmation.warning.no-photo"))
                .contains(translated("confirmation.day", "Compound SMALL", "11月24日", 1));
    }

    @Test
    void a_whole_day_is_chosen_and_confirmed_at_once() {
        submit(TODAY.minusDays(1), "1");
        submit(TODAY, "2");
        submit(TODAY, "4");
        Grid<OpenReport> grid = queue("");

        _click(button(_getCellComponent(grid, 1, ConfirmationView.REPORT), "confirmation.choose-day"));
        assertThat(grid.getSelectedItems()).hasSize(2);
        _click(_get(Button.class, spec -> spec.withText(translated("confirmation.confirm-chosen", 2))));

        assertThat(confirmed()).isEqualByComparingTo("6");
        assertThat(_size(grid)).isEqualTo(1);
    }

    @Test
    void less_is_confirmed_with_a_reason() {
        SiteReport report = submit(TODAY, "20");
        _click(button(_getCellComponent(queue(""), 0, ConfirmationView.DECISION), "confirmation.less"));
        Button send = button(_get(Dialog.class), "confirmation.confirm");

        _get(BigDecimalField.class).setValue(new BigDecimal("30"));
        _get(_get(Dialog.class), TextArea.class).setValue("Measured on site");
        _click(send);
        assertThat(_get(BigDecimalField.class).isInvalid()).isTrue();
        _get(BigDecimalField.class).setValue(new BigDecimal("15"));
        _click(send);

        _assertNone(Dialog.class);
        assertThat(service(SiteReports.class).get(report.id()).decision()).isEqualTo("Measured on site");
        assertThat(confirmed()).isEqualByComparingTo("15");
    }

    @Test
    void the_address_keeps_the_project_and_the_day() {
        submit(TODAY.minusDays(1), "1");
        submit(TODAY, "2");

        assertThat(_size(queue("?project=SMALL&day=" + TODAY))).isEqualTo(1);
        assertThat(_size(queue("?project=NONE&day=never"))).isEqualTo(2);
    }

    @Test
    void an_own_report_can_neither_be_chosen_nor_decided() {
        Actor author = new Actor(people.supervisor().accountId(), "both", "Both", Role.ENGINEER);
        service(SiteReports.class).submit(author, new NewReport(plan.pipes(), TODAY, BigDecimal.TEN, null, null, null,
                null, null));
        Grid<OpenReport> grid = queue("");

        Component decision = _getCellComponent(grid, 0, ConfirmationView.DECISION);
        List.of("confirmation.confirm", "confirmation.less", "confirmation.return")
                .forEach(key -> assertThat(button(decision, key).isEnabled()).isFalse());
        assertThat(textOf(decision)).contains(translated("report.own"));
        _click(button(_getCellComponent(grid, 0, ConfirmationView.REPORT), "confirmation.choose-day"));
        assertThat(grid.getSelectedItems()).isEmpty();
    }

    @Test
    void an_engineer_corrects_a_confirmed_report_from_the_history() {
        SiteReport wrong = submit(TODAY, "20");
        service(SiteReports.class).confirm(people.supervisor(), wrong.id());
        signIn(people.engineer());
        open("desk/task/" + plan.pipes());

        _click(_get(Button.class, spec -> spec.withText(translated("report.correct"))));
        _get(BigDecimalField.class).setValue(new BigDecimal("12"));
        Button send = _get(Button.class, spec -> spec.withText(translated("report.submit")));
        _click(send);
        TextArea why = _get(TextArea.class, spec -> spec.withLabel(translated("report.correct.reason")));
        assertThat(why.isInvalid()).isTrue();
        why.setValue("Counted twice");
        _click(send);

        SiteReport correction = service(SiteReports.class).ofTask(plan.pipes()).getFirst();
        assertThat(correction.correctsId()).isEqualTo(wrong.id());
        service(SiteReports.class).confirm(people.supervisor(), correction.id());
        receivePush();
        assertThat(confirmed()).isEqualByComparingTo("12");
        assertThat(page()).contains(translated("report.state.corrected"))
                .contains(translated("report.corrects", "11月24日", "20 米"));
        _assertOne(Button.class, spec -> spec.withText(translated("report.correct")));
    }
}
