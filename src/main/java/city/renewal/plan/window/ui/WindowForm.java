package city.renewal.plan.window.ui;

import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.WorkType;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.WindowRefusal;
import city.renewal.plan.window.WindowRefusal.Field;
import city.renewal.project.Kind;
import city.renewal.project.Project;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks for a window and hands it over to be looked at; nothing is written from here. */
public final class WindowForm extends Div {

    private final transient WindowWords words;
    private final Select<WindowKind> kind = new Select<>();
    private final DateField first;
    private final DateField last;
    private final MultiSelectComboBox<String> streets = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Kind> kinds = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Project> projects = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<WorkType> types = new MultiSelectComboBox<>();
    private final TextArea wording = new TextArea();
    private final TextArea wordingEn = new TextArea();
    private final TextField source = new TextField();
    private final transient Map<Field, HasValidation> fields = new EnumMap<>(Field.class);
    private String offered = "";

    /**
     * @param all    the projects a window can name
     * @param asked  told what to look at; may refuse with a {@link WindowRefusal}, which is shown at its field
     */
    public WindowForm(WindowWords words, List<Project> all, Consumer<NewWindow> asked) {
        this.words = words;
        addClassNames("card", "window-form");
        first = new DateField(getTranslation("window.first"), words.formats().locale());
        last = new DateField(getTranslation("window.last"), words.formats().locale());
        kind.setLabel(getTranslation("window.kind"));
        kind.setItems(WindowKind.values());
        kind.setItemLabelGenerator(words::kind);
        kind.addValueChangeListener(change -> offerWords());
        kind.setId("window-kind");
        choice(streets, "window.streets", all.stream().map(Project::street).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)).stream().toList(), Function.identity());
        choice(kinds, "window.project-kinds", words.kinds().all(), words::kindName);
        choice(projects, "window.projects", all, project -> project.code() + " " + project.name());
        choice(types, "window.work-types", words.types().all(), words::typeName);
        streets.setHelperText(getTranslation("window.scope.help"));
        text(wording, "window.words");
        wording.setHelperText(getTranslation("window.words.help"));
        text(wordingEn, "window.words-en");
        source.setLabel(getTranslation("window.source"));
        source.setMaxLength(NewWindow.LONGEST_SOURCE);
        Button look = new Button(getTranslation("window.preview"), click -> ask(asked));
        look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        look.setId("window-preview");
        add(row(kind, first, last), row(streets, kinds, projects, types), row(wording, wordingEn),
                row(source), row(look));
        fields.putAll(Map.of(Field.KIND, kind, Field.FIRST_ON, first, Field.LAST_ON, last, Field.STREETS, streets,
                Field.PROJECT_KINDS, kinds, Field.PROJECTS, projects, Field.WORK_TYPES, types, Field.WORDS, wording,
                Field.LEGAL_SOURCE, source));
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("window-row");
        return row;
    }

    private <T> void choice(MultiSelectComboBox<T> box, String label, List<T> items, Function<T, String> name) {
        box.setLabel(getTranslation(label));
        box.setItems(items);
        box.setItemLabelGenerator(name::apply);
        box.setPlaceholder(getTranslation("window.any"));
        box.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
    }

    private void text(TextArea area, String label) {
        area.setLabel(getTranslation(label));
        area.setMaxLength(NewWindow.LONGEST_WORDS);
    }

    /** What the kind is usually called to residents; never over what somebody wrote. */
    private void offerWords() {
        if (kind.getValue() == null || kind.getValue() == WindowKind.OTHER || !wording.getValue().equals(offered)) {
            return;
        }
        String key = "window.public." + kind.getValue().code();
        offered = words.formats().messages().text(Locale.SIMPLIFIED_CHINESE, key);
        wording.setValue(offered);
        wordingEn.setValue(words.formats().messages().text(Locale.ENGLISH, key));
    }

    private void ask(Consumer<NewWindow> asked) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            asked.accept(value());
        } catch (WindowRefusal refusal) {
            HasValidation field = fields.get(refusal.field());
            field.setErrorMessage(refusal.in(words.formats().messages(), words.formats().locale()));
            field.setInvalid(true);
        }
    }

    private NewWindow value() {
        return new NewWindow(kind.getValue(), first.getValue(), last.getValue(),
                new WindowScope(streets.getValue(), ids(kinds.getValue(), Kind::id),
                        ids(projects.getValue(), Project::code), ids(types.getValue(), WorkType::id)),
                new Words(wording.getValue().strip(),
                        wordingEn.getValue().isBlank() ? null : wordingEn.getValue().strip()),
                source.getValue().isBlank() ? null : source.getValue().strip());
    }

    private static <T> Set<String> ids(Set<T> chosen, Function<T, String> id) {
        return chosen.stream().map(id).collect(Collectors.toSet());
    }

    /** Empties every field. */
    public void clear() {
        List.of(streets, kinds, projects, types).forEach(MultiSelectComboBox::deselectAll);
        kind.clear();
        first.clear();
        last.clear();
        offered = "";
        wording.clear();
        wordingEn.clear();
        source.clear();
    }
}
