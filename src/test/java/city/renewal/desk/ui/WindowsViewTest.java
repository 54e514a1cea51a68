package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ui.DateField;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.WindowKind;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.plan.conflict.RoadPosition;
import city.renewal.plan.window.StopWindows;
import city.renewal.plan.window.ui.WindowForm;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowsViewTest extends ViewTest {

    private People people;
    private SmallPlan small;

    @BeforeEach
    void addPlan() {
        clock.moveTo(SmallPlan.START);
        people = People.join(services());
        small = SmallPlan.add(services(), people.planner(), "SMALL");
        type(small, small.pipes(), "trenches");
        service(Plans.class).takeBaseline(people.planner(), small.project().id(), "Promise", null);
    }

    private void type(SmallPlan plan, long id, String type) {
        Task task = service(Plans.class).task(id).task();
        service(PlanEditing.class).change(people.planner(), plan.project().id(), id, task.version(),
                task.input().withWork(type, null));
    }

    private LocalDate finish() {
        return service(Plans.class).read(small.project().id()).head().finishOn();
    }

    private void ask(WindowKind kind, int first, int last) {
        _get(Select.class, spec -> spec.withId("window-kind")).setValue(kind);
        _get(DateField.class, spec -> spec.withLabel(translated("window.first")))
                .setValue(SmallPlan.START.plusDays(first));
        _get(DateField.class, spec -> spec.withLabel(translated("window.last")))
                .setValue(SmallPlan.START.plusDays(last));
        _click(_get(Button.class, spec -> spec.withId("window-preview")));
    }

    @Test
    void a_planner_sees_what_moves_declares_it_and_takes_it_back() {
        signIn(people.planner());
        open("desk/windows");

        ask(WindowKind.ORANGE_ALERT, 3, 9);
        assertThat(page()).contains("SMALL").contains(translated("window.preview.later", 7));
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(14));

        _click(_get(Button.class, spec -> spec.withId("window-apply")));
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(21));
        assertThat(page()).contains(translated("window.state.coming"));
        assertThat(service(Plans.class).read(small.project().id()).delayReason()).satisfies(reason -> {
            assertThat(reason.words()).isEqualTo(translated("window.public.orange-alert"));
            assertThat(reason.wordsEn()).startsWith("Under the orange");
        });

        _click(_get(Button.class, spec -> spec.withText(translated("window.withdraw"))));
        assertThat(page()).contains(translated("window.preview.earlier", 7));
        _click(_get(Button.class, spec -> spec.withId("window-apply")));
        assertThat(finish()).isEqualTo(SmallPlan.START.plusDays(14));
        assertThat(page()).contains(translated("window.state.withdrawn"));
    }

    @Test
    void what_cannot_be_is_said_at_its_field_and_nothing_is_declared() {
        signIn(people.planner());
        open("desk/windows");

        ask(WindowKind.EXAM, 9, 3);

        DateField last = _get(DateField.class, spec -> spec.withLabel(translated("window.last")));
        assertThat(last.isInvalid()).isTrue();
        assertThat(last.getErrorMessage()).isEqualTo(translated("window.date.order"));
        _get(TextArea.class, spec -> spec.withLabel(translated("window.words"))).setValue("");
        ask(WindowKind.OTHER, 3, 9);
        assertThat(_get(TextArea.class, spec -> spec.withLabel(translated("window.words"))).isInvalid()).isTrue();
        assertThat(service(StopWindows.class).all()).isEmpty();
    }

    @Test
    void the_page_of_windows_is_the_planners() {
        signIn(people.engineer());
        open("desk/windows");

        _assertNone(WindowForm.class);
    }

    @Test
    void conflicts_name_both_projects_and_the_right_order() {
        SmallPlan other = SmallPlan.add(services(), people.planner(), "OTHER");
        type(other, other.paving(), "trenches");
        type(small, small.pipes(), "resurfacing");
        for (SmallPlan plan : new SmallPlan[] {small, other}) {
            service(RoadConflicts.class).place(people.planner(), plan.project().id(),
                    new RoadPosition("珠江道", BigDecimal.ZERO, BigDecimal.valueOf(900), false));
        }
        signIn(people.viewer());

        try (StatementCount count = countStatements()) {
            open("desk/conflicts");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(page()).contains("珠江道 K0+000–K0+900").contains("SMALL Compound SMALL")
                .contains("OTHER Compound OTHER").contains("Paving");
        _assertNone(ComboBox.class);

        _get(TextField.class, spec -> spec.withLabel(translated("conflict.filter"))).setValue("elsewhere");
        assertThat(page()).contains(translated("conflict.none.filtered"));

        open("desk/plan/OTHER");
        assertThat(page()).contains(translated("conflict.notice", 1));
    }
}
