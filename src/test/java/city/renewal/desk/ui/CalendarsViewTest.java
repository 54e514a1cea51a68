package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ui.DateField;
import city.renewal.plan.Plans;
import city.renewal.plan.ui.CalendarForms;
import city.renewal.plan.ui.CalendarMonths;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarsViewTest extends ViewTest {

    private People people;
    private SmallPlan small;

    @BeforeEach
    void addPlan() {
        clock.moveTo(SmallPlan.START);
        people = People.join(services());
        small = SmallPlan.add(services(), people.planner(), "SMALL");
    }

    private LocalDate finish() {
        return service(Plans.class).read(small.project().id()).head().finishOn();
    }

    private TextField reason() {
        return _get(TextField.class, spec -> spec.withLabel(translated("calendar.reason")));
    }

    @Test
    void a_day_off_is_shown_before_it_is_applied_and_undone() {
        signIn(people.planner());
        open("desk/plan/SMALL/calendars");
        _get(DateField.class).setValue(SmallPlan.START.plusDays(2));

        _click(_get(Button.class, spec -> spec.withId("calendar-day-preview")));
        assertThat(reason().isInvalid()).isTrue();
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(14));

        reason().setValue("社区活动");
        _click(_get(Button.class, spec -> spec.withId("calendar-day-preview")));
        assertThat(page()).contains("Pipes");
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(14));

        _click(_get(Button.class, spec -> spec.withId("calendar-apply")));
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(15));
        receivePush();
        assertThat(page()).contains("社区活动").contains(translated("calendar.day.special"));

        _click(_get(Button.class, spec -> spec.withId("calendar-undo")));
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(14));
    }

    @Test
    void the_months_are_read_by_everybody_and_changed_by_planners() {
        signIn(people.viewer());

        try (StatementCount count = countStatements()) {
            open("desk/plan/SMALL/calendars?year=2026");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }

        assertThat(_get(CalendarMonths.class).getChildren().count()).isEqualTo(2);
        _assertNone(CalendarForms.class);
    }
}
