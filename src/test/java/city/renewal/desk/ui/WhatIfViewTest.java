package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfViewTest extends ViewTest {

    private static final LocalDate FINISH = SmallPlan.START.plusDays(14);

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
    }

    private long sandbox() {
        return service(Sandboxes.class).make(people.planner(), plan.project().id(), "两班倒");
    }

    private static String address(long sandbox) {
        return "desk/plan/SMALL/what-if/" + sandbox;
    }

    private LocalDate finish() {
        return service(Plans.class).read(plan.project().id()).head().finishOn();
    }

    private Button button(String key) {
        return _get(Button.class, spec -> spec.withText(translated(key)));
    }

    /** Chooses the pipes and tries another duration. */
    private void tryDays(int days) {
        _get(GanttChart.class).select(plan.pipes());
        _get(TextField.class, spec -> spec.withLabel(translated("task.duration"))).setValue(String.valueOf(days));
        _click(_get(Button.class, spec -> spec.withId("task-save")));
    }

    @Test
    void is_closed_to_strangers_and_to_those_who_do_not_plan() {
        long sandbox = sandbox();
        open(address(sandbox));
        _assertOne(LoginForm.class);

        signIn(people.engineer());
        open(address(sandbox));
        _assertNone(GanttChart.class);
        open("desk/plan/SMALL/what-if");
        _assertNone(TextField.class);
    }

    @Test
    void is_made_under_a_name_and_listed_with_owner_and_age() {
        signIn(people.planner());
        open("desk/plan/SMALL/what-if");
        TextField name = _get(TextField.class);

        _click(button("sandbox.make"));
        assertThat(name.isInvalid()).isTrue();
        name.setValue("长".repeat(10_000));
        _click(button("sandbox.make"));
        assertThat(name.isInvalid()).isTrue();
        name.setValue("两班倒");
        _click(button("sandbox.make"));
        assertThat(page()).contains(translated("sandbox.in", "两班倒"));

        clock.moveTo(TODAY.plusDays(3));
        open("desk/plan/SMALL/what-if");
        assertThat(service(Sandboxes.class).of(plan.project().id())).singleElement()
                .satisfies(made -> assertThat(made.owner()).isEqualTo(people.planner().name()));
    }

    @Test
    void shows_what_would_come_of_it_with_the_plan_as_shadow() {
        long sandbox = sandbox();
        signIn(people.planner());
        open(address(sandbox));

        tryDays(6);

        assertThat(page()).contains("提前 4 天");
        GanttRow pipes = _get(GanttChart.class).row(plan.pipes()).orElseThrow();
        assertThat(pipes.finish()).isEqualTo(SmallPlan.START.plusDays(5));
        assertThat(pipes.comparedFinish()).isEqualTo(SmallPlan.START.plusDays(9));
        assertThat(finish()).isEqualTo(FINISH);

        _click(_get(Button.class, spec -> spec.withId("plan-undo")));
        assertThat(page()).contains("没有差别");
    }

    @Test
    void is_applied_or_thrown_away_after_a_question() {
        long sandbox = sandbox();
        signIn(people.planner());
        open(address(sandbox));
        assertThat(button("sandbox.apply").isEnabled()).isFalse();
        tryDays(6);

        _click(button("sandbox.apply"));
        assertThat(finish()).isEqualTo(FINISH);
        _fireConfirm(_get(ConfirmDialog.class));

        assertThat(finish()).isEqualTo(FINISH.minusDays(4));
        assertThat(service(Sandboxes.class).of(plan.project().id())).isEmpty();

        open(address(sandbox()));
        _click(button("sandbox.throw-away"));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(service(Sandboxes.class).of(plan.project().id())).isEmpty();
        open(address(sandbox));
        assertThat(page()).contains(translated("sandbox.unknown"));
    }

    @Test
    void names_what_changed_meanwhile_and_leaves_it_out_when_asked() {
        long sandbox = sandbox();
        signIn(people.planner());
        open(address(sandbox));
        tryDays(6);
        Task pipes = service(Plans.class).task(plan.pipes()).task();
        Actor other = new Actor(people.planner().accountId(), "other", "另一位", Role.PLANNER);
        service(PlanEditing.class).change(other, plan.project().id(), pipes.id(), pipes.version(),
                pipes.input().withDuration(11 * 480));
        receivePush();

        assertThat(page()).contains(translated("sandbox.conflict.changed", "Pipes", "另一位"));
        assertThat(button("sandbox.apply").isEnabled()).isFalse();

        _click(button("sandbox.leave-out"));
        assertThat(page()).doesNotContain(translated("sandbox.conflicts"));
    }

    @Test
    void tells_the_second_of_two_windows_who_was_first_and_shows_what_they_did() {
        long sandbox = sandbox();
        signIn(people.planner());
        open(address(sandbox));
        Sandboxes sandboxes = service(Sandboxes.class);
        Task pipes = sandboxes.open(people.planner(), sandbox).plan().task(plan.pipes()).orElseThrow();
        sandboxes.edit(people.planner(), sandboxes.get(sandbox), (desk, tree) -> desk.change(people.planner(),
                plan.project().id(), pipes.id(), pipes.version(), pipes.input().withDuration(4 * 480)));

        assertThatThrownBy(() -> tryDays(6)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.key()).isEqualTo("sandbox.changed");
            assertThat(refused.parameters()).containsExactly(people.planner().name());
        });
        assertThat(_get(GanttChart.class).row(plan.pipes()).orElseThrow().finish())
                .isEqualTo(SmallPlan.START.plusDays(3));
        tryDays(6);
        assertThat(_get(GanttChart.class).row(plan.pipes()).orElseThrow().finish())
                .isEqualTo(SmallPlan.START.plusDays(5));
    }

    @Test
    void absurd_facts_are_refused_at_their_fields_and_nothing_is_changed() {
        signIn(people.planner());
        open(address(sandbox()));
        _get(GanttChart.class).select(plan.pipes());
        TextField name = _get(TextField.class, spec -> spec.withLabel(translated("gantt.column.name")));
        BigDecimalField quantity = _get(BigDecimalField.class, spec -> spec.withLabel(translated("task.planned")));
        BigDecimalField weight = _get(BigDecimalField.class, spec -> spec.withLabel(translated("task.weight")));
        name.setValue("长".repeat(10_000));
        quantity.setValue(new BigDecimal("0.0000001"));
        weight.setValue(new BigDecimal("1e308"));
        _click(_get(Button.class, spec -> spec.withId("task-save")));

        assertThat(name.isInvalid()).isTrue();
        assertThat(quantity.isInvalid()).isTrue();
        assertThat(weight.isInvalid()).isTrue();
        assertThat(page()).contains("没有差别");
    }

    @Test
    void of_somebody_else_is_to_look_at_only() {
        long sandbox = sandbox();
        signIn(new Actor(people.planner().accountId(), "other", "另一位", Role.PLANNER));
        open(address(sandbox));

        assertThat(_get(GanttChart.class).isEditing()).isFalse();
        _assertNone(Button.class, spec -> spec.withText(translated("sandbox.apply")));
        _assertNone(Button.class, spec -> spec.withId("plan-add"));
    }
}
