package city.renewal.programme.commitment.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.Indicator;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import city.renewal.project.Kind;
import city.renewal.project.Project;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a new commitment of a year: what, how much until when, who answers for it, and how its present value is made. */
public final class CommitmentForm extends DeskCard {

    private final transient Commitments commitments;
    private final transient CommitmentWords words;
    private final transient Runnable changed;
    private final Actor actor;
    private final int year;
    private final TextField name = new TextField();
    private final TextField nameEn = new TextField();
    private final BigDecimalField target = new BigDecimalField();
    private final Select<String> unit = new Select<>();
    private final DateField due;
    private final Select<Basis> basis = new Select<>();
    private final Select<String> measure = new Select<>();
    private final TextField work = new TextField();
    private final ComboBox<Indicator> indicator = new ComboBox<>();
    private final MultiSelectComboBox<Project> projects;
    private final TextField owner = new TextField();
    private final TextField role = new TextField();
    private final TextField phone = new TextField();

    /**
     * @param year    that is promised for
     * @param choice  the projects that may be linked
     * @param changed called after one was made
     */
    public CommitmentForm(Commitments commitments, CommitmentWords words, List<Project> choice, Actor actor, int year,
                          Messages messages, Runnable changed) {
        super(words.text("commitment.new", String.valueOf(year)), messages);
        this.commitments = commitments;
        this.words = words;
        this.actor = actor;
        this.year = year;
        this.changed = changed;
        due = new DateField(getTranslation("commitment.due"), getLocale());
        due.setValue(LocalDate.of(year, 12, 31));
        due.setId("commitment-due");
        projects = projects(choice, words);
        line(name, "commitment.name", NewCommitment.LONGEST_NAME);
        line(nameEn, "commitment.name-en", NewCommitment.LONGEST_NAME);
        line(owner, "commitment.owner", NewCommitment.LONGEST_OWNER);
        line(role, "commitment.role", NewCommitment.LONGEST_OWNER);
        role.setHelperText(getTranslation("commitment.role.help"));
        line(phone, "commitment.phone", NewCommitment.LONGEST_PHONE);
        target.setLabel(getTranslation("commitment.target"));
        target.setLocale(getLocale());
        unit.setLabel(getTranslation("commitment.unit"));
        unit.setItems(words.kinds().units().keySet());
        unit.setItemLabelGenerator(id -> words.words(words.kinds().unit(id)));
        unit.addValueChangeListener(change -> offer());
        basis.setLabel(getTranslation("commitment.basis"));
        basis.setItems(Basis.values());
        basis.setItemLabelGenerator(each -> getTranslation("commitment.basis." + each.id()));
        basis.addValueChangeListener(change -> offer());
        measure.setLabel(getTranslation("commitment.measure"));
        measure.setItemLabelGenerator(words::measure);
        line(work, "commitment.work", 64);
        work.setHelperText(getTranslation("commitment.work.help"));
        indicator.setLabel(getTranslation("commitment.indicator"));
        indicator.setItemLabelGenerator(each -> words.words(each.name()));
        Button save = new Button(getTranslation("commitment.make"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(name, nameEn, target, unit, due, basis, measure, work, indicator, projects, owner, role,
                phone, save);
        fields.addClassName("desk-fields");
        add(fields);
        basis.setValue(Basis.FINISHED);
        unit.setValue("site");
    }

    /** @return a field for linked projects, with code and name */
    static MultiSelectComboBox<Project> projects(List<Project> choice, CommitmentWords words) {
        MultiSelectComboBox<Project> field = new MultiSelectComboBox<>(words.text("commitment.projects"));
        field.setItems(choice);
        field.setItemLabelGenerator(each -> each.code() + " " + words.words(each.names()));
        field.setHelperText(words.text("commitment.projects.help"));
        return field;
    }

    private void line(TextField field, String label, int longest) {
        field.setLabel(getTranslation(label));
        field.setMaxLength(longest);
    }

    /** Shows what the chosen rule needs, and offers what fits the unit. */
    private void offer() {
        Basis chosen = basis.getValue();
        if (chosen == null || unit.getValue() == null) {
            return;
        }
        measure.setVisible(chosen == Basis.MEASURE);
        work.setVisible(chosen == Basis.WORK);
        indicator.setVisible(chosen == Basis.INDICATOR);
        projects.setVisible(chosen.linked());
        String kept = measure.getValue();
        List<String> fitting = words.kinds().all().stream().flatMap(kind -> kind.measures().stream())
                .filter(each -> each.unit().equals(unit.getValue())).map(Kind.KindMeasure::id).distinct().toList();
        measure.setItems(fitting);
        measure.setValue(fitting.contains(kept) ? kept : fitting.stream().findFirst().orElse(null));
        indicator.setItems(words.figures().all().stream().filter(each -> each.unit().equals(unit.getValue())).toList());
    }

    private void save() {
        attempt(() -> {
            Basis chosen = basis.getValue();
            int number = commitments.add(actor, new NewCommitment(year, null, name.getValue(), nameEn.getValue(), chosen,
                    chosen == Basis.MEASURE ? measure.getValue() : chosen == Basis.WORK ? work.getValue() : null,
                    indicator.getValue() == null ? null : indicator.getValue().id(), unit.getValue(), target.getValue(),
                    due.getValue(), owner.getValue(), role.getValue(), phone.getValue(), codes(chosen)));
            String made = name.getValue().strip();
            List.of(name, nameEn, work).forEach(TextField::clear);
            target.clear();
            projects.clear();
            changed.run();
            return getTranslation("commitment.made", number, made);
        });
    }

    private Set<String> codes(@Nullable Basis chosen) {
        return chosen != null && chosen.linked()
                ? projects.getValue().stream().map(Project::code).collect(Collectors.toSet()) : Set.of();
    }
}
