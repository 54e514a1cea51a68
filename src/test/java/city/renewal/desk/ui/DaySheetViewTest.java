package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.site.Blocker;
import city.renewal.site.DaySheet;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.ui.PhotoField;
import city.renewal.site.ui.SheetTask;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DaySheetViewTest extends ViewTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(2);

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        clock.moveTo(DAY);
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
        signIn(people.engineer());
    }

    private SheetTask task(long id) {
        return _get(SheetTask.class, spec -> spec.withId("task-" + id));
    }

    private void press(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private List<SiteReport> reports() {
        return service(SiteReports.class).ofTask(plan.pipes());
    }

    @Test
    void reports_todays_task_with_a_few_taps_and_without_typing() {
        open("desk/site");
        assertThat(_find(SheetTask.class)).as("paving comes later").hasSize(1);
        _assertNone(PhotoField.class);

        _click(_get(task(plan.pipes()), Button.class, spec -> spec.withText(translated("sheet.as-planned", "10"))));
        _click(_find(task(plan.pipes()), Button.class).get(1));
        _get(PhotoField.class);
        press(translated("weather.rain"));
        press(translated("blocker.material"));
        press(translated("sheet.send"));

        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.quantity()).as("planned rate and one step").isEqualByComparingTo("11");
            assertThat(report.reportOn()).isEqualTo(DAY);
            assertThat(report.weather()).isEqualTo("rain");
        });
        DaySheet sheet = Objects.requireNonNull(service(DaySheets.class).projects(people.engineer()).getFirst().last());
        assertThat(sheet.blocked()).containsExactly(Blocker.MATERIAL);
        assertThat(page()).contains(translated("sheet.sent", 1), translated("report.state.submitted"),
                translated("sheet.left", "89 米"));
    }

    @Test
    void offers_yesterdays_crew_and_weather_again() {
        service(DaySheets.class).submit(people.engineer(), new NewDaySheet(plan.project().id(), DAY.minusDays(1), 9,
                List.of("Pipe crew"), "snow", Set.of(Blocker.FUNDS), "slow", List.of()));
        open("desk/site");

        press(translated("sheet.again", "3月3日", "Pipe crew · " + translated("confirmation.workers", 9) + " · "
                + translated("weather.snow")));
        press(translated("sheet.send"));

        DaySheet sheet = Objects.requireNonNull(service(DaySheets.class).projects(people.engineer()).getFirst().last());
        assertThat(sheet.sheetOn()).isEqualTo(DAY);
        assertThat(sheet.workers()).isEqualTo(9);
        assertThat(sheet.crews()).containsExactly("Pipe crew");
        assertThat(sheet.weather()).isEqualTo("snow");
        assertThat(sheet.blocked()).as("is asked anew").isEmpty();
        assertThat(sheet.remark()).isNull();
    }

    @Test
    void more_than_is_left_needs_a_reason() {
        open("desk/site");
        _get(task(plan.pipes()), BigDecimalField.class).setValue(new BigDecimal("101"));
        press(translated("sheet.send"));

        assertThat(reports()).isEmpty();
        TextArea reason = _get(task(plan.pipes()), TextArea.class);
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("A branch was added");
        press(translated("sheet.send"));

        assertThat(reports()).singleElement()
                .satisfies(report -> assertThat(report.overReason()).isEqualTo("A branch was added"));
    }

    @Test
    void an_empty_sheet_is_not_sent_and_says_why() {
        open("desk/site");

        press(translated("sheet.send"));

        assertThat(service(DaySheets.class).projects(people.engineer()).getFirst().last()).isNull();
    }

    @Test
    void yesterday_can_be_written_too() {
        open("desk/site?project=SMALL&day=yesterday");
        _click(_get(task(plan.pipes()), Button.class, spec -> spec.withText(translated("sheet.as-planned", "10"))));
        press(translated("sheet.send"));

        assertThat(reports()).singleElement()
                .satisfies(report -> assertThat(report.reportOn()).isEqualTo(DAY.minusDays(1)));
    }

    @Test
    void takes_few_statements_and_is_closed_to_those_who_do_not_report() {
        receivePush();
        try (StatementCount count = countStatements()) {
            open("desk/site");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
        signIn(people.supervisor());
        open("desk");
        open("desk/site");
        _assertNone(SheetTask.class);
    }
}
