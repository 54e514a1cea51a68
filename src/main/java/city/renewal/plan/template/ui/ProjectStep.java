package city.renewal.plan.template.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.template.NewPlans;
import city.renewal.plan.template.PlanWish;
import city.renewal.project.Project;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which project: a new one with its facts, or one that has no plan yet. */
final class ProjectStep extends WizardStep {

    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 100;

    private final transient NewPlans newPlans;
    private final transient Messages messages;
    private final RadioButtonGroup<Boolean> existing = new RadioButtonGroup<>();
    private final ComboBox<Project> project = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField code = new TextField();
    private final TextField street = new TextField();
    private final TextField community = new TextField();
    private final Div fields = new Div(name, code, street, community);

    ProjectStep(NewPlans newPlans, Messages messages) {
        this.newPlans = newPlans;
        this.messages = messages;
        existing.setLabel(getTranslation("new-plan.project"));
        existing.setItems(false, true);
        existing.setItemLabelGenerator(is ->
                getTranslation(is ? "new-plan.project.existing" : "new-plan.project.new"));
        existing.addValueChangeListener(change -> choose(Boolean.TRUE.equals(change.getValue())));
        project.setLabel(getTranslation("column.project"));
        project.setItemLabelGenerator(each -> each.code() + " " + each.name());
        project.setRequiredIndicatorVisible(true);
        field(name, "new-plan.name", LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        field(code, "new-plan.code", LONGEST_CODE);
        code.setHelperText(getTranslation("new-plan.code.help"));
        field(street, "new-plan.street", LONGEST_PLACE);
        field(community, "new-plan.community", LONGEST_PLACE);
        fields.addClassName("wizard-fields");
        add(existing, project, fields, faults());
    }

    private void field(TextField field, String key, int longest) {
        field.setLabel(getTranslation(key));
        field.setMaxLength(longest);
        field.setManualValidation(true);
        // So that loading the page again loses no more than a moment's typing.
        field.setValueChangeMode(ValueChangeMode.LAZY);
    }

    private void choose(boolean one) {
        project.setVisible(one);
        fields.setVisible(!one);
    }

    @Override
    void show(NewPlanForm form) {
        clearFault();
        List<Project> unplanned = newPlans.unplanned(form.template().kind());
        project.setItems(unplanned);
        existing.setItemEnabledProvider(is -> !is || !unplanned.isEmpty());
        PlanWish.ForProject facts = form.project;
        existing.setValue(facts.existing());
        choose(facts.existing());
        unplanned.stream().filter(each -> facts.existing() && each.code().equals(facts.code())).findFirst()
                .ifPresent(project::setValue);
        name.setValue(facts.name());
        code.setValue(facts.existing() || facts.code() == null ? "" : facts.code());
        street.setValue(facts.street() == null ? "" : facts.street());
        community.setValue(facts.community() == null ? "" : facts.community());
    }

    @Override
    boolean take(NewPlanForm form) {
        keep(form);
        clearFault();
        name.setInvalid(false);
        code.setInvalid(false);
        street.setInvalid(false);
        community.setInvalid(false);
        project.setInvalid(false);
        if (form.project.existing() && project.getValue() == null) {
            project.setErrorMessage(getTranslation("new-plan.project.missing"));
            project.setInvalid(true);
            return false;
        }
        try {
            newPlans.check(form.project);
            return true;
        } catch (Refusal refused) {
            return refused(refused);
        }
    }

    private boolean refused(Refusal refused) {
        String text = refused.in(messages, getLocale());
        if (refused.key().equals("new-plan.name.missing")) {
            name.setErrorMessage(text);
            name.setInvalid(true);
            name.focus();
        } else if (refused.key().equals("project.code.taken") || refused.key().equals("project.code.malformed")) {
            code.setErrorMessage(text);
            code.setInvalid(true);
            code.focus();
        } else if (refused.key().equals("new-plan.place.long")) {
            TextField field = street.getValue().length() > LONGEST_PLACE ? street : community;
            field.setErrorMessage(text);
            field.setInvalid(true);
            field.focus();
        } else if (existing.getValue()) {
            project.setErrorMessage(text);
            project.setInvalid(true);
            project.focus();
        } else {
            refuse(text);
        }
        return false;
    }

    @Override
    void keep(NewPlanForm form) {
        boolean one = Boolean.TRUE.equals(existing.getValue());
        Project chosen = project.getValue();
        form.project = one
                ? new PlanWish.ForProject(true, chosen == null ? null : chosen.code(),
                        chosen == null ? "" : chosen.name(), null, null)
                : new PlanWish.ForProject(false, textOrNull(code.getValue().toUpperCase(Locale.ROOT)),
                        name.getValue().strip(), textOrNull(street.getValue()), textOrNull(community.getValue()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
