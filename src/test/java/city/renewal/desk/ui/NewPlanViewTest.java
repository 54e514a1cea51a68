package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ui.DateField;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.plan.template.WorkItem;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The assistant, step by step: what it takes, what it refuses, and that nothing is written before the end. */
class NewPlanViewTest extends ViewTest {

    private People people;

    @BeforeEach
    void openAssistant() {
        people = People.join(services());
        signIn(people.planner());
        open("desk/new-plan");
    }

    private void press(String key, Object... parameters) {
        _click(_get(Button.class, spec -> spec.withText(translated(key, parameters))));
    }

    private TextField text(String key) {
        return _get(TextField.class, spec -> spec.withLabel(translated(key)));
    }

    private IntegerField whole(String key) {
        return _find(IntegerField.class, spec -> spec.withLabel(translated(key))).getFirst();
    }

    @SuppressWarnings("unchecked")
    private void chooseTemplate(String id) {
        RadioButtonGroup<PlanTemplates.Offer> choice = _get(RadioButtonGroup.class);
        choice.setValue(service(PlanTemplates.class).offered().stream()
                .filter(offer -> offer.id().equals(id)).findFirst().orElseThrow());
        press("new-plan.next");
    }

    private void nameProject(String name, String code) {
        text("new-plan.name").setValue(name);
        text("new-plan.code").setValue(code);
        press("new-plan.next");
    }

    private void twelveAlike() {
        whole("buildings.count").setValue(12);
        press("buildings.alike");
        press("new-plan.next");
    }

    @Test
    void it_is_for_planners() {
        signIn(people.engineer());
        open("desk/projects");
        open("desk/new-plan");

        _assertNone(RadioButtonGroup.class);
    }

    @Test
    void twelve_buildings_become_a_plan_and_nothing_is_written_before_the_end() {
        chooseTemplate("compound");
        nameProject("Twelve", "TWELVE");
        press("new-plan.next");
        twelveAlike();
        press("new-plan.next");
        press("new-plan.next");

        _assertOne(GanttChart.class);
        assertThat(service(Projects.class).none()).isTrue();
        press("new-plan.create");

        PlanSnapshot plan = service(Plans.class).read(service(Projects.class).get("TWELVE").id());
        assertThat(plan.tasks()).hasSizeGreaterThan(150);
        assertThat(plan.promise()).isNull();
        assertThat(service(Projects.class).places(service(Projects.class).get("TWELVE").id())).hasSize(12);
    }

    @Test
    void a_template_has_to_be_chosen() {
        press("new-plan.next");

        assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
    }

    @Test
    void a_project_needs_a_name_and_a_free_code() {
        SmallPlan.add(services(), people.planner(), "SMALL");
        chooseTemplate("compound");
        press("new-plan.next");
        assertThat(text("new-plan.name").isInvalid()).isTrue();
        nameProject("Named", "small");
        assertThat(text("new-plan.code").isInvalid()).isTrue();
        assertThat(text("new-plan.code").getErrorMessage()).contains("SMALL");
        nameProject("Named", "no code!");
        assertThat(text("new-plan.code").isInvalid()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void usual_items_are_ticked_and_stay_as_chosen_on_the_way_back() {
        chooseTemplate("compound");
        nameProject("Items", "");
        CheckboxGroup<WorkItem> basic = _find(CheckboxGroup.class).getFirst();
        assertThat(basic.getValue()).extracting(WorkItem::id).contains("roof", "water").doesNotContain("gas");
        WorkItem roof = basic.getValue().stream().filter(item -> item.id().equals("roof")).findFirst().orElseThrow();
        basic.setValue(Set.of(roof));
        press("new-plan.next");
        press("new-plan.back");

        CheckboxGroup<WorkItem> again = _find(CheckboxGroup.class).getFirst();
        assertThat(again.getValue()).extracting(WorkItem::id).containsExactly("roof");
        press("new-plan.back");
        assertThat(text("new-plan.name").getValue()).isEqualTo("Items");
    }

    @Test
    void a_page_that_is_loaded_again_has_everything_that_was_entered() {
        chooseTemplate("compound");
        nameProject("Again", "AGAIN");
        press("new-plan.next");
        whole("buildings.count").setValue(12);
        press("buildings.alike");

        // As on F5: another view in the same session.
        open("desk/projects");
        open("desk/new-plan?step=4");

        assertThat(_find(TextField.class, spec -> spec.withLabel(translated("buildings.number-on-wall")))).hasSize(12);
        press("new-plan.next");
        press("new-plan.next");
        press("new-plan.next");
        _assertOne(GanttChart.class);
        press("new-plan.create");
        assertThat(service(Projects.class).places(service(Projects.class).get("AGAIN").id())).hasSize(12);

        open("desk/new-plan?step=2");
        assertThat(_get(RadioButtonGroup.class).getValue()).as("made, so nothing is left to go on with").isNull();
    }

    @Test
    void what_is_given_up_is_forgotten() {
        chooseTemplate("compound");
        text("new-plan.name").setValue("Unwanted");
        press("new-plan.leave");

        open("desk/new-plan?step=2");

        assertThat(_get(RadioButtonGroup.class).getValue()).isNull();
    }

    @Test
    void a_place_that_is_refused_is_said_at_its_field() {
        chooseTemplate("compound");
        text("new-plan.community").setValue("x".repeat(101));
        nameProject("Place", "PLACE");

        assertThat(text("new-plan.community").isInvalid()).isTrue();
        assertThat(text("new-plan.street").isInvalid()).isFalse();
    }

    @Test
    void a_quantity_that_would_take_decades_is_refused_at_its_field_and_forgotten() {
        chooseTemplate("compound");
        nameProject("Decades", "DECADES");
        press("new-plan.next");
        twelveAlike();
        String boards = service(PlanTemplates.class).get("compound").items().stream()
                .filter(item -> item.id().equals("notice-boards")).findFirst().orElseThrow().name()
                .in(UI.getCurrent().getLocale());
        BigDecimalField field = _get(BigDecimalField.class, spec -> spec.withLabel(boards));

        field.setValue(new BigDecimal("999999999"));
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("999999999");
        press("new-plan.next");
        assertThat(page()).contains(translated("new-plan.quantities.mend"));

        field.setValue(new BigDecimal("60"));
        press("new-plan.next");
        assertThat(page()).contains(translated("new-plan.step.start"));
    }

    @Test
    void a_file_that_the_browser_holds_back_is_named_with_its_reason() {
        Upload upload = _get(Upload.class);

        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, translated("upload.too-large", 2), "big.yaml"));

        expectNotifications(translated("upload.too-large", 2));
    }

    @Test
    void buildings_are_needed_and_what_is_pasted_is_checked() {
        chooseTemplate("compound");
        nameProject("Pasted", "PASTED");
        press("new-plan.next");
        press("new-plan.next");
        assertThat(page()).contains(translated("buildings.none"));
        TextArea pasted = _get(TextArea.class);
        pasted.setValue("1\t4\t3600");
        press("buildings.paste.take");
        assertThat(pasted.isInvalid()).isTrue();
        pasted.setValue("1\t4\t3600\t48\n2\t3\t2700\t36");
        press("buildings.paste.take");
        assertThat(pasted.isInvalid()).isFalse();
        press("new-plan.next");

        assertThat(page()).contains(translated("new-plan.step.quantities"));
        press("new-plan.back");
        assertThat(_find(TextField.class, spec -> spec.withLabel(translated("buildings.number-on-wall"))))
                .extracting(TextField::getValue).containsExactly("1", "2");
    }

    @Test
    void quantities_follow_the_buildings_and_can_be_corrected() {
        chooseTemplate("compound");
        nameProject("Quantities", "QUANT");
        press("new-plan.next");
        twelveAlike();
        String water = service(PlanTemplates.class).get("compound").items().stream()
                .filter(item -> item.id().equals("water")).findFirst().orElseThrow().name().in(UI.getCurrent().getLocale());
        BigDecimalField field = _get(BigDecimalField.class, spec -> spec.withLabel(water));
        assertThat(field.getValue()).isEqualByComparingTo(BigDecimal.valueOf(12 * 48 * 8.5));

        field.setValue(new BigDecimal("-1"));
        assertThat(field.isInvalid()).isTrue();
        press("new-plan.next");
        assertThat(page()).contains(translated("new-plan.quantities.mend"));
        field.setValue(new BigDecimal("1200"));
        press("new-plan.next");
        press("new-plan.next");
        press("new-plan.create");

        PlanSnapshot plan = service(Plans.class).read(service(Projects.class).get("QUANT").id());
        assertThat(plan.tasks()).filteredOn(task -> task.input().code() != null
                        && task.input().code().startsWith("WATER-"))
                .hasSize(12).allSatisfy(task ->
                        assertThat(task.input().plannedQuantity()).isEqualByComparingTo("100"));
    }

    @Test
    void chainage_has_to_lead_somewhere() {
        chooseTemplate("road");
        nameProject("Road", "ROAD");
        press("new-plan.next");

        whole("new-plan.chainage.to").setValue(0);
        press("new-plan.next");
        assertThat(whole("new-plan.chainage.to").isInvalid()).isTrue();
        whole("new-plan.chainage.to").setValue(2_000);
        whole("new-plan.chainage.section").setValue(1);
        press("new-plan.next");
        assertThat(whole("new-plan.chainage.section").isInvalid()).isTrue();
        whole("new-plan.chainage.section").setValue(600);
        press("new-plan.next");
        press("new-plan.next");
        press("new-plan.next");
        press("new-plan.create");

        assertThat(service(Projects.class).places(service(Projects.class).get("ROAD").id()))
                .extracting(place -> place.code()).containsExactly("K0+000", "K0+600", "K1+200", "K1+800");
    }

    @Test
    void measures_that_items_follow_are_asked_for() {
        chooseTemplate("market");
        nameProject("Market", "MARKET");
        press("new-plan.next");
        press("new-plan.next");
        assertThat(_find(BigDecimalField.class)).hasSize(2).allMatch(BigDecimalField::isInvalid);
        _find(BigDecimalField.class).forEach(field -> field.setValue(BigDecimal.valueOf(120)));
        press("new-plan.next");

        assertThat(page()).contains(translated("new-plan.step.quantities"));
    }

    @Test
    void a_start_is_needed_and_heating_waits_for_the_end_of_the_season() {
        chooseTemplate("pipe-network");
        nameProject("Pipes", "PIPES");
        press("new-plan.next");
        _get(BigDecimalField.class).setValue(BigDecimal.valueOf(300));
        press("new-plan.next");
        press("new-plan.next");

        DateField start = _get(DateField.class);
        start.setValue(null);
        press("new-plan.next");
        assertThat(start.isInvalid()).isTrue();
        start.setValue(LocalDate.of(2027, 1, 11));
        press("new-plan.next");
        press("new-plan.create");

        PlanSnapshot plan = service(Plans.class).read(service(Projects.class).get("PIPES").id());
        assertThat(plan.tasks()).filteredOn(task -> "heating-pipes".equals(task.input().workType()))
                .isNotEmpty()
                .allMatch(task -> task.dates().startOn().isAfter(LocalDate.of(2027, 3, 15)));
    }

    @Test
    void a_step_that_was_not_reached_gives_way_to_the_one_that_was() {
        open("desk/new-plan?step=6");

        _assertOne(RadioButtonGroup.class);
    }

    @Test
    void the_page_that_saves_a_template_asks_few_statements() {
        SmallPlan.add(services(), people.planner(), "SMALL");
        open("desk/plan/SMALL/template");

        try (StatementCount count = countStatements()) {
            open("desk/plan/SMALL/template");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void a_plan_is_saved_as_a_template_that_the_assistant_offers() {
        SmallPlan.add(services(), people.planner(), "SMALL");
        open("desk/plan/SMALL/template");

        text("template.name").setValue("");
        press("template.save");
        assertThat(text("template.name").isInvalid()).isTrue();
        text("template.name").setValue("Mine");
        press("template.save");

        assertThat(service(PlanTemplates.class).offered()).anyMatch(offer -> offer.name().zh().equals("Mine"));
    }
}
