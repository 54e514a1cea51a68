package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.schedule.ConstraintType;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanGridEditingTest extends ViewTest {

    private final JsonMapper json = JsonMapper.shared();
    private People people;
    private SmallPlan plan;
    private int edit;

    @BeforeEach
    void openPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
        signIn(people.planner());
        open("desk/plan/SMALL");
    }

    /** Leaves the plan for a sandbox of it. */
    private long openSandbox() {
        long sandbox = service(Sandboxes.class).make(people.planner(), plan.project().id(), "Two crews");
        open("desk/plan/SMALL/what-if/" + sandbox);
        return sandbox;
    }

    private GanttChart chart() {
        return _get(GanttChart.class);
    }

    /** What the browser tells of a person's doing. */
    private void browser(String event, ObjectNode detail) {
        Element element = chart().getElement();
        ObjectNode data = json.createObjectNode();
        data.set("event.detail", detail);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, event, data));
    }

    private void type(long id, String column, String text) {
        browser("gantt-edit", json.createObjectNode().put("edit", ++edit).put("type", "cell").put("id", id)
                .put("column", column).put("text", text));
    }

    private void choose(long... ids) {
        ObjectNode detail = json.createObjectNode().put("id", ids[ids.length - 1]);
        for (long id : ids) {
            detail.withArray("ids").add(id);
        }
        browser("gantt-select", detail);
    }

    private void rows(String command, String text) {
        ObjectNode detail = json.createObjectNode().put("edit", ++edit).put("type", "rows").put("command", command)
                .put("text", text);
        detail.putArray("ids");
        detail.putNull("target");
        browser("gantt-edit", detail);
    }

    private Task task(long id) {
        return service(Plans.class).task(id).task();
    }

    private GanttRow row(long id) {
        return chart().row(id).orElseThrow();
    }

    private void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    @Test
    void what_is_typed_into_cells_is_stored_and_drawn() {
        type(plan.pipes(), "name", " Water pipes ");
        type(plan.pipes(), "duration", "2.5");
        type(plan.pipes(), "quantity", "1,200 \u7C73");
        type(plan.paving(), "predecessors", "1.1SS+1d");
        type(plan.paving(), "finish", "2026-3-10");

        assertThat(task(plan.pipes()).name()).isEqualTo("Water pipes");
        assertThat(task(plan.pipes()).input().durationMinutes()).isEqualTo(1200);
        assertThat(task(plan.pipes()).input().plannedQuantity()).isEqualByComparingTo("1200");
        assertThat(row(plan.pipes()).name()).isEqualTo("Water pipes");
        assertThat(row(plan.pipes()).typed().duration()).isEqualTo("2.5");
        assertThat(row(plan.paving()).typed().predecessors()).isEqualTo("1.1SS+1d");
        assertThat(row(plan.paving()).finish()).isEqualTo(SmallPlan.START.plusDays(8));
    }

    @Test
    void what_cannot_be_read_changes_nothing() {
        GanttRow before = row(plan.paving());

        type(plan.paving(), "duration", "soon");
        type(plan.paving(), "quantity", "-3");
        type(plan.paving(), "start", "2026-02-31");
        type(plan.paving(), "predecessors", "1.1FF+50%");
        type(plan.paving(), "number", "7");

        assertThat(row(plan.paving())).isEqualTo(before);
    }

    @Test
    void the_buttons_reshape_the_chosen_rows_and_undo_brings_them_back() {
        choose(plan.paving());
        click("plan-add");
        assertThat(chart().rows()).hasSize(4);
        long added = chart().selection().getFirst();

        choose(added);
        click("plan-indent");
        assertThat(row(added).parent()).isEqualTo(plan.paving());
        click("plan-undo");
        click("plan-undo");

        assertThat(chart().rows()).extracting(GanttRow::id).containsExactly(plan.summary(), plan.pipes(), plan.paving());
        click("plan-redo");
        assertThat(chart().rows()).hasSize(4);
    }

    @Test
    void removing_asks_first_and_names_what_waits() {
        choose(plan.pipes());
        click("plan-remove");

        ConfirmDialog dialog = _get(ConfirmDialog.class);
        assertThat(textOf(dialog)).contains("Paving");
        assertThat(chart().rows()).hasSize(3);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));

        assertThat(chart().rows()).extracting(GanttRow::id).containsExactly(plan.summary(), plan.paving());
    }

    @Test
    void a_pasted_table_is_shown_before_anything_is_written() {
        rows("paste", "name\tduration\tpredecessors\tremark\nTrenches\t3\t\tx\nLamps\t0.5\t1.2FS+1d\ty");

        PasteDialog dialog = _get(PasteDialog.class);
        assertThat(chart().rows()).hasSize(3);
        assertThat(textOf(dialog)).contains("remark");
        click("paste-create");

        assertThat(service(Plans.class).read(plan.project().id()).tasks()).extracting(Task::name)
                .endsWith("Trenches", "Lamps");
        assertThat(chart().rows()).hasSize(5);
        click("plan-undo");
        assertThat(chart().rows()).hasSize(3);
    }

    @Test
    void a_pasted_table_with_wrong_cells_creates_nothing() {
        rows("paste", "name\tduration\nTrenches\tsoon\n\t2");

        assertThat(_get(Button.class, spec -> spec.withId("paste-create")).isEnabled()).isFalse();
        assertThat(chart().rows()).hasSize(3);
    }

    @Test
    void a_table_without_names_is_refused() {
        rows("paste", "duration\tstart\n3\t2026-03-02");

        _assertNone(PasteDialog.class);
    }

    @Test
    void the_panel_takes_every_fact_and_says_at_the_field_what_is_wrong() {
        choose(plan.pipes());
        TextField duration = field("\u5DE5\u671F\uFF08\u5929\uFF09");
        duration.setValue("soon");
        click("task-save");
        assertThat(duration.isInvalid()).isTrue();
        assertThat(task(plan.pipes()).version()).isEqualTo(1);

        duration.setValue("4");
        field("\u73ED\u7EC4").setValue("Crew A");
        _get(BigDecimalField.class, spec -> spec.withLabel("\u6743\u91CD")).setValue(new BigDecimal("3"));
        constraint().setValue(ConstraintType.MUST_START_ON);
        click("task-save");
        assertThat(task(plan.pipes()).version()).as("the constraint lacks its day").isEqualTo(1);
        constraint().setValue(ConstraintType.AS_SOON_AS_POSSIBLE);
        click("task-save");

        assertThat(task(plan.pipes()).input().crew()).isEqualTo("Crew A");
        assertThat(task(plan.pipes()).input().durationMinutes()).isEqualTo(4 * 480);
        assertThat(row(plan.paving()).start()).isEqualTo(SmallPlan.START.plusDays(4));
    }

    private TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private Select<ConstraintType> constraint() {
        return _get(Select.class, spec -> spec.withLabel("\u7EA6\u675F"));
    }

    @Test
    void a_sandbox_is_typed_into_like_the_plan_and_leaves_it_alone() {
        List<Task> before = service(Plans.class).read(plan.project().id()).tasks();
        openSandbox();

        type(plan.pipes(), "name", "Water pipes");
        type(plan.pipes(), "duration", "6");
        type(plan.paving(), "predecessors", "1.1SS+1d");

        assertThat(row(plan.pipes()).name()).isEqualTo("Water pipes");
        assertThat(row(plan.paving()).typed().predecessors()).isEqualTo("1.1SS+1d");
        assertThat(row(plan.paving()).start()).isEqualTo(SmallPlan.START.plusDays(1));
        GanttRow paving = row(plan.paving());
        type(plan.paving(), "start", "2026-02-31");
        assertThat(row(plan.paving())).as("what cannot be read changes nothing").isEqualTo(paving);
        assertThat(service(Plans.class).read(plan.project().id()).tasks()).isEqualTo(before);
    }

    @Test
    void a_sandbox_is_reshaped_with_an_undo_of_its_own() {
        type(plan.pipes(), "name", "Gas pipes");
        long sandbox = openSandbox();
        choose(plan.paving());
        click("plan-copy");
        assertThat(chart().rows()).hasSize(4);
        click("plan-add");
        long added = chart().selection().getFirst();
        choose(added);
        click("plan-up");
        click("plan-indent");
        click("plan-outdent");
        rows("paste", "name\tduration\nTrenches\t3\nLamps\t0.5");
        click("paste-create");
        assertThat(chart().rows()).hasSize(7);
        choose(plan.pipes());
        click("plan-remove");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        assertThat(textOf(dialog)).contains("Paving");
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        assertThat(chart().row(plan.pipes())).isEmpty();

        for (int step = service(Sandboxes.class).get(sandbox).edits(); step > 0; step--) {
            click("plan-undo");
        }
        assertThat(chart().rows()).extracting(GanttRow::id)
                .containsExactlyInAnyOrder(plan.summary(), plan.pipes(), plan.paving());
        click("plan-redo");
        assertThat(chart().rows()).hasSize(4);
        assertThat(task(plan.pipes()).name()).as("the plan's own edit stands").isEqualTo("Gas pipes");
    }

    @Test
    void an_edit_is_drawn_from_what_it_returned() {
        try (StatementCount count = countStatements()) {
            type(plan.pipes(), "duration", "3");
            receivePush();
            assertThat(count.statements().stream().filter(sql -> sql.contains("FROM task t") && sql.contains("LEFT JOIN")))
                    .as("the plan's tasks are read once").hasSize(1);
        }
    }

    @Test
    void the_panel_beside_an_edit_follows_it() {
        choose(plan.pipes());

        type(plan.pipes(), "name", "Water pipes");
        receivePush();

        assertThat(_find(H2.class)).extracting(H2::getText).contains("Water pipes");
        assertThat(field(translated("gantt.column.name")).getValue()).isEqualTo("Water pipes");
    }

    @Test
    void what_others_change_appears() {
        Task pipes = task(plan.pipes());
        Actor other = service(Accounts.class).add(Actor.commandLine(), "other", "The other planner", Role.PLANNER,
                People.PASSWORD).actor();
        service(PlanEditing.class).change(other, plan.project().id(), pipes.id(), pipes.version(),
                pipes.input().withName("Gas pipes"));
        receivePush();

        assertThat(row(plan.pipes()).name()).isEqualTo("Gas pipes");
    }

    @Test
    void every_key_has_its_line_of_help() {
        click("plan-keys");

        assertThat(KeyboardHelp.KEYS).allSatisfy(key ->
                assertThat(textOf(_get(KeyboardHelp.class))).contains(_get(KeyboardHelp.class)
                        .getTranslation("plan.keys." + key)));
        assertThat(List.copyOf(KeyboardHelp.KEYS)).doesNotHaveDuplicates();
    }
}
