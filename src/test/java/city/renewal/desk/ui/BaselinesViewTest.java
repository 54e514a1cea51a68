package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.plan.Baseline;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.baseline.PlanDifference;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselinesViewTest extends ViewTest {

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
    }

    private Plans plans() {
        return service(Plans.class);
    }

    private void promise() {
        plans().takeBaseline(people.planner(), plan.project().id(), "Promise", null);
    }

    private void longerPipes(int days) {
        Task pipes = plans().task(plan.pipes()).task();
        service(PlanEditing.class).change(people.planner(), plan.project().id(), pipes.id(), pipes.version(),
                pipes.input().withDuration(days * 480));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @Test
    void the_first_promise_takes_a_remark_and_needs_none() {
        signIn(people.planner());
        open("desk/plan/SMALL/baselines");
        _click(button(translated("baseline.take")));
        Dialog dialog = _get(Dialog.class);
        TextArea remark = _get(dialog, TextArea.class, spec -> spec.withLabel(translated("baseline.remark")));
        assertThat(remark.isRequiredIndicatorVisible()).isFalse();
        remark.setValue("As agreed on 20 November");
        _click(_get(dialog, Button.class, spec -> spec.withText(translated("baseline.take"))));

        assertThat(plans().baselines(plan.project().id())).singleElement()
                .satisfies(first -> assertThat(first.reason()).isEqualTo("As agreed on 20 November"));
    }

    @Test
    void nobody_enters_without_signing_in() {
        open("desk/plan/SMALL/baselines");

        _assertNone(ComparisonTable.class);
        _assertOne(LoginForm.class);
    }

    @Test
    void says_what_to_do_while_there_is_none() {
        signIn(people.planner());
        open("desk/plan/SMALL/baselines");

        assertThat(page()).contains(translated("baseline.none"));
        _assertNone(ComparisonTable.class);
    }

    @Test
    void shows_what_lies_between_the_promise_and_today() {
        promise();
        longerPipes(12);
        signIn(people.viewer());
        open("desk/plan/SMALL/baselines");

        assertThat(page()).contains("推迟 2 天", "推迟 2 项").doesNotContain(translated("comparison.unchanged", 0));
        assertThat(_get(ComparisonTable.class).lines()).extracting(each -> each.line().name())
                .containsExactly("Outside works", "Pipes", "Paving");
        GanttRow pipes = _get(GanttChart.class).row(plan.pipes()).orElseThrow();
        assertThat(pipes.promisedFinish()).isEqualTo(SmallPlan.START.plusDays(9));
        assertThat(pipes.finish()).isEqualTo(SmallPlan.START.plusDays(11));
        assertThat(pipes.editable()).isFalse();
    }

    @Test
    void the_address_names_the_two_and_the_left_one_is_the_shadow() {
        promise();
        longerPipes(12);
        plans().takeBaseline(people.planner(), plan.project().id(), "Second", "Rain");
        longerPipes(13);
        signIn(people.viewer());

        open("desk/plan/SMALL/baselines?left=2&right=now");
        GanttRow pipes = _get(GanttChart.class).row(plan.pipes()).orElseThrow();
        assertThat(pipes.comparedFinish()).isEqualTo(SmallPlan.START.plusDays(11));
        assertThat(pipes.finish()).isEqualTo(SmallPlan.START.plusDays(12));

        open("desk/plan/SMALL/baselines?left=now&right=1");
        pipes = _get(GanttChart.class).row(plan.pipes()).orElseThrow();
        assertThat(pipes.finish()).isEqualTo(SmallPlan.START.plusDays(9));
        assertThat(pipes.comparedFinish()).isEqualTo(SmallPlan.START.plusDays(12));

        open("desk/plan/SMALL/baselines?left=9&right=1");
        assertThat(page()).contains(translated("baseline.unknown", 9));
    }

    @Test
    void shows_unchanged_tasks_and_the_largest_changes_when_asked() {
        promise();
        Task paving = plans().task(plan.paving()).task();
        service(PlanEditing.class).change(people.planner(), plan.project().id(), paving.id(), paving.version(),
                paving.input().withDuration(9 * 480));
        signIn(people.viewer());
        open("desk/plan/SMALL/baselines");
        ComparisonTable table = _get(ComparisonTable.class);
        assertThat(table.lines()).hasSize(2);

        _get(Checkbox.class, spec -> spec.withLabel(translated("comparison.changed-only")))
                .setValue(false);
        assertThat(table.lines()).hasSize(3);

        _get(Checkbox.class, spec -> spec.withLabel(translated("comparison.largest-first")))
                .setValue(true);
        assertThat(table.lines()).extracting(PlanDifference::size).containsExactly(4, 4, 0);
    }

    @Test
    void a_viewer_takes_none_and_a_planner_needs_words_that_residents_read() {
        promise();
        service(Projects.class).setOpenToPublic(people.planner(), "SMALL", true);
        signIn(people.viewer());
        open("desk/plan/SMALL/baselines");
        _assertNone(Button.class, spec -> spec.withText(translated("baseline.take")));

        signIn(people.planner());
        open("desk/plan/SMALL");
        open("desk/plan/SMALL/baselines");
        _click(button(translated("baseline.take")));
        Dialog dialog = _get(Dialog.class);
        Button take = _get(dialog, Button.class, spec -> spec.withText(translated("baseline.take")));
        TextArea reason = _get(dialog, TextArea.class, spec -> spec.withLabel(translated("baseline.reason")));
        _click(take);
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Rain");
        _click(take);
        assertThat(reason.getErrorMessage()).isEqualTo(translated("baseline.reason.language"));
        _get(dialog, TextField.class).setValue("雨后");
        reason.setValue("连日下雨");
        _click(take);

        assertThat(plans().baselines(plan.project().id())).extracting(Baseline::name)
                .containsExactly("Promise", "雨后");
        assertThat(page()).contains(translated("baseline.version", 2, "雨后"));
    }

    @Test
    void needs_six_statements_at_most() {
        promise();
        plans().takeBaseline(people.planner(), plan.project().id(), "Second", "Rain");
        signIn(people.viewer());

        try (StatementCount count = countStatements()) {
            open("desk/plan/SMALL/baselines?left=1&right=2");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }
}
